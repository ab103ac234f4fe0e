"""The entry that a draft becomes: what is sure of it, in the form of a registry, with its source."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from msgspec.structs import replace

from clustercalls.cli.importing.reading import STANDARD_INPUT
from clustercalls.drafts import Draft, DraftFact, merged
from clustercalls.editing.document import Table
from clustercalls.editing.new_entry import proposed_id
from clustercalls.editing.told_tables import told_date, told_stage, told_table
from clustercalls.editing.typed_dates import toml_date
from clustercalls.extract.reasons import NO_DATE
from clustercalls.limits import TEXT_LETTERS
from clustercalls.passages import PassageKind, ReadDocument
from clustercalls.registry.build import Defaults
from clustercalls.registry.values import near_identifier
from clustercalls.zones import Moment

QUOTES = " … "  # between sentences that stand apart in the document


class DraftEntry(NamedTuple):
    """A draft, its number, what it was read from; `chosen` is what a person said of what was not sure.

    `ident` is what it is called there; with `is_whole` it says itself where all that was read, and what was
    before.
    """

    number: int
    draft: Draft
    document: ReadDocument
    name: str  # of the document, where it has no title
    chosen: Mapping[int, str] = {}  # the value, by the place of its fact
    ident: str = ""
    is_whole: bool = False

    @property
    def kind(self) -> str:
        """The name of its table."""
        return self.draft.kind.value

    @property
    def title(self) -> str:
        """What it is called; a draft has a title, sure or not."""
        fact = self.draft.first("title")
        return str(fact.value) if fact else self.name

    @property
    def is_named(self) -> bool:
        """Whether its title can be taken unseen: not that of what has no date, and no whole sentence."""
        fact = self.draft.first("title")
        if fact is None or fact.sure:
            return fact is not None
        passages = self.document.passages
        in_heading = fact.passage < len(passages) and passages[fact.passage].kind is PassageKind.HEADING
        return fact.reason != NO_DATE and (in_heading or fact.end - fact.start < len(fact.quote))

    @property
    def unsure(self) -> list[DraftFact]:
        """What is not sure of it, and was not chosen; how it is called is seen, and needs no answer."""
        return [self.draft.facts[place] for place in self.open]

    @property
    def open(self) -> list[int]:
        """The places of these."""
        facts = enumerate(self.draft.facts)
        return [at for at, each in facts if not (each.sure or each.key == "title" or at in self.chosen)]

    def id_for(self, taken: set[str]) -> str:
        """What it is called there, else an id of the title's words."""
        name = near_identifier(self.ident)
        return name if name and name not in taken else proposed_id(name or self.title, self.kind, taken)

    def table(self, name: str, defaults: Defaults, _: Moment) -> Table:
        """What is sure of it, or was chosen, and where it was read."""
        facts = self._facts()
        table: Table = {"id": name, "title": self.title} | merged(facts)
        if "checked" in table:
            table["checked"] = told_date(table["checked"])
        if table.get("currency", "") in {"", defaults.currency}:
            table.pop("currency", None)
        stages = [told_stage(each.value, defaults.zone) for each in facts if each.key == "stage"]
        return table | _placed(stages) | self._history(facts, stages) | {"source": self._read_in(facts)}

    def _facts(self) -> list[DraftFact]:
        every = enumerate(self.draft.facts)
        return [
            _as_chosen(fact, self.chosen.get(place))
            for place, fact in every
            if fact.sure or place in self.chosen
        ]

    def _history(self, facts: list[DraftFact], stages: list[Table]) -> Table:
        """The dates that the document says were before, of stages that are there."""
        if self.is_whole:
            rows = [told_table(fact.value) for fact in facts if fact.key == "history"]
            return {"history": rows} if rows else {}
        ids = {each["id"] for each in stages}
        rows = [
            {
                "stage": fact.value["stage"],
                "was": toml_date(fact.value["was"]),
                "noticed": self.document.dated,
                "why": fact.quote,
            }
            for fact in facts
            if fact.key == "history" and fact.value["stage"] in ids
        ]
        kept = [{name: value for name, value in row.items() if value} for row in rows]
        return {"history": kept} if kept else {}

    def _read_in(self, facts: list[DraftFact]) -> Table:
        """Where all that was read: the document, and the sentences of its dates."""
        if self.is_whole:
            return self._told_source(facts)
        dated = [each.quote for each in facts if each.key in {"stage", "history"}]
        quotes = dated or [each.quote for each in facts[:1]]
        told: Table = next((each.value for each in facts if each.key == "source"), {})
        quote = QUOTES.join(dict.fromkeys(quotes))[:TEXT_LETTERS]
        return self._read_document | ({"quote": quote} if quote else {}) | told

    @property
    def _read_document(self) -> Table:
        """The document that it was read from, as a source; its own day, where that is known."""
        about = {
            "title": self._read_from,
            "url": self.document.address,
            "date": self.document.dated or self.document.dated_as,
        }
        return {name: value for name, value in about.items() if value}

    @property
    def _read_from(self) -> str:
        """What the document is called: of standard input, that has no name, the entry has one."""
        return self.document.title or (self.title if self.name == STANDARD_INPUT else self.name)

    def _told_source(self, facts: list[DraftFact]) -> Table:
        """The source as it is told; where that names no document, it is the one that was read."""
        told = told_table(next((each.value for each in facts if each.key == "source"), {}))
        if told.get("title") or told.get("url"):
            return told
        return self._read_document | told


def _as_chosen(fact: DraftFact, value: str | None) -> DraftFact:
    """A fact with the value that was chosen; of a stage that is its date."""
    if not value:  # taken as it is
        return fact
    new: Any = {**fact.value, "when": value} if fact.key == "stage" else value
    return replace(fact, value=new, sure=True, reason="", readings=())


def _placed(stages: list[Table]) -> Table:
    """The stages as a file has them: short, where one is alone of its kind and says no more than its date."""
    kinds = [each["kind"] for each in stages]
    short: Table = {}
    long: list[Table] = []
    for stage in stages:
        kind, keys = stage["kind"], stage.keys()
        if kinds.count(kind) > 1:
            long.append(stage)
        elif stage["id"] == kind == "dates" and keys == {"id", "kind", "when", "until"}:
            short |= {"starts": stage["when"], "ends": stage["until"]}
        elif keys == {"id", "kind", "when"} and stage["id"] == kind:
            short[kind] = stage["when"]
        else:
            long.append(stage)
    return short | ({"stage": long} if long else {})
