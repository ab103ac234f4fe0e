"""`add` on a terminal with nothing given: a few questions with defaults and completion, then a review."""

from collections.abc import Callable

from msgspec.structs import replace

from clustercalls import edtf, i18n
from clustercalls.cli import output
from clustercalls.cli.choices import one_of
from clustercalls.cli.keep import ask
from clustercalls.cli.keep.add_options import Facts
from clustercalls.cli.keep.add_table import ids_of, table_from
from clustercalls.cli.keep.ask import Again
from clustercalls.cli.keep.desk import Desk
from clustercalls.cli.keep.typed_date import asking, reading
from clustercalls.cli.keep.understood import day_said, notes
from clustercalls.editing.document import Document
from clustercalls.editing.new_entry import default_source, proposed_id, sure_address, sure_id
from clustercalls.errors import Refusal, problem
from clustercalls.model import EntryKind, StageKind
from clustercalls.phrase.field_roles import Role
from clustercalls.phrase.said import Said
from clustercalls.query.filters import words_of
from clustercalls.registry import notation
from clustercalls.render.dates import clock, in_zone, say
from clustercalls.render.safe import safe_text
from clustercalls.render.words import KIND, STAGE

_WINDOW = (StageKind.OPENS, StageKind.DEADLINE)


class Interview:
    """The questions about one entry, asked at a desk."""

    def __init__(self, desk: Desk, document: Document, elsewhere: set[str]) -> None:
        self._desk = desk
        self._document = document
        self._taken = elsewhere | ids_of(document)
        self.t = desk.context.t
        self._moment = desk.moment(document)
        self.lasts = False  # whether the last date that was given says both ends of a stretch

    def title(self) -> str:
        """What it is called, asked for until it is there."""

        def read(answer: str) -> str:
            if not answer:
                output.say(f"  {self.t('An entry needs a title.')}")
                raise Again
            return answer

        return ask.checked(self.t("Title"), read)

    def address(self) -> str:
        """A web address; empty when there is none."""
        return ask.checked(
            self.t("Web address"), lambda text: self._sure(lambda: sure_address(text)) if text else ""
        )

    def date(self, prompt: str, role: Role, *, since: str = "") -> str:
        """A date, shown back as it was understood; empty when there is none."""

        def read(answer: str) -> str:
            if not answer:
                return ""
            heard = self._heard(answer, role)
            if since and heard.when and _reversed(since, heard.when):
                output.tell(problem("end-before-start", when=since, until=heard.when), self.t)
                raise Again
            self.lasts = bool(heard.until)
            output.say(f"  → {self._back(heard)}")
            return heard.typed

        return ask.checked(prompt, read)

    def _heard(self, answer: str, role: Role) -> Said:
        try:
            return asking(self._moment, {}, self._desk)(answer, role)
        except Refusal as refusal:
            output.tell(refusal.problem, self.t)
            raise Again from None

    def _back(self, heard: Said) -> str:
        """What was understood, an opening or an end with it, an hour with its zone."""
        t = self.t
        if not heard.when:
            return t("date not announced")
        if heard.until and "T" not in heard.when + heard.until:
            return say(f"{heard.when}/{heard.until}", t.code)
        days = [self._day(each, heard.zone) for each in (heard.opens, heard.when, heard.until) if each]
        if heard.opens:
            days = [f"{t(STAGE[kind])} {day}" for kind, day in zip(_WINDOW, days, strict=True)]
        return "; ".join((*days, *notes([heard], t)))

    def _day(self, text: str, zone: str) -> str:
        """One date as it was understood, an hour with its zone."""
        hour = edtf.date_time(text)
        day = day_said(text, self.t)
        return in_zone(f"{day} {clock(hour)}", zone or self._document.zone, self.t) if hour else day

    def checked_id(self, title: str, kind: str) -> str:
        """The id, proposed from the title."""
        proposed = proposed_id(title, kind, self._taken)
        return ask.checked(
            self.t("Id"), lambda text: self._sure(lambda: sure_id(text, self._taken)), proposed
        )

    def kind(self) -> str:
        """What it is."""
        prompt = self.t("What is it: call, event, policy or resource?")
        return ask.checked(prompt, lambda text: self._sure(lambda: _kind(text)), "call", words_of(EntryKind))

    def known(self, field: str) -> tuple[str, ...]:
        """The values of a field in this file."""
        tables = [self._document.table(each) for each in self._document.addresses()]
        return tuple(sorted({str(each[field]) for each in tables if isinstance(each.get(field), str)}))

    def source(self) -> str:
        """The document that says so; empty when it is the default of this file, which is proposed."""
        default = default_source(self._document)
        answer = ask.line(self.t("Who says so (a document)"), default)
        return "" if answer == default else answer

    def _sure(self, read: Callable[[], str]) -> str:
        try:
            return str(read())
        except Refusal as refusal:
            output.tell(refusal.problem, self.t)
            raise Again from None


def _kind(text: str) -> str:
    """The kind that this word means in any language; another word is refused as it was typed."""
    known = words_of(EntryKind)
    if text.casefold() not in known:
        for language in map(i18n.language, i18n.LANGUAGES):
            named = {language(name).casefold(): kind for kind, name in KIND.items()}
            text = named.get(text.casefold(), text)
    return one_of("--kind", text, known)


def _reversed(when: str, until: str) -> bool:
    first, last = edtf.parse(when).earliest, edtf.parse(until).latest
    return bool(first and last and last < first)


def ask_facts(desk: Desk, document: Document, elsewhere: set[str], kind: str) -> tuple[str, Facts]:
    """The kind and facts of an entry, as answered and agreed to.

    Raises:
        Abandoned: when the person says no at the end.
    """
    talk = Interview(desk, document, elsewhere)
    t = desk.context.t
    kind = kind or talk.kind()
    title = talk.title()
    facts = Facts(title=title)
    if kind in {"call", "policy"}:
        facts = replace(facts, programme=ask.line(t("Programme"), known=talk.known("programme")))
    if kind == "event":
        facts = replace(facts, starts=talk.date(t("First day"), Role.STARTS))
        if facts.starts and not talk.lasts:
            facts = replace(facts, ends=talk.date(t("Last day"), Role.ENDS, since=facts.starts))
    elif kind == "policy":
        facts = replace(facts, published=talk.date(t("When"), Role.PUBLISHED))
    elif kind == "call":
        deadline = talk.date(t("Deadline (empty: not announced)"), Role.DUE)
        facts = replace(facts, deadline=deadline, stage=None if deadline else ["deadline="])
    facts = replace(facts, url=talk.address(), source_title=talk.source())
    facts = replace(facts, id=talk.checked_id(title, kind))
    _review(desk, document, elsewhere, kind, facts)
    return kind, facts


def _review(desk: Desk, document: Document, elsewhere: set[str], kind: str, facts: Facts) -> None:
    moment = desk.moment(document)
    table = table_from(document, elsewhere, kind, facts, moment.today(), reading(moment, {}))
    block = notation.block(kind, table)
    output.say("\n" + "\n".join(safe_text(line) for line in block.splitlines()), as_is=True)
    if not ask.yes(desk.context.t("Write this?"), desk.context.t, default=True):
        desk.say(desk.context.t("Nothing was written."))
        raise output.Abandoned
