"""How the passages of a document stand to each other: items above texts, tables, paragraphs with names."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from clustercalls.enumerations import EntryKind
from clustercalls.extract.behind_dates import behind_date
from clustercalls.extract.first_lines import as_heading, is_greeting, is_of_mail, may_title
from clustercalls.extract.kinds import LABEL, gathers, rubric_of
from clustercalls.extract.letterhead import is_letterhead
from clustercalls.extract.placed_passages import PlacedPassage
from clustercalls.extract.repeated_forms import first_labels
from clustercalls.extract.role_words import ROLES
from clustercalls.extract.told import ToldSentence
from clustercalls.passages import PassageKind

_FIRST_LINES = 6
_MARKED = re.compile(r"[>›•▪‣►] ")  # an item within a paragraph
_COLUMNS = 3  # of a table whose rows are entries, not labels with their values
_NAMES = (
    r"topics?|tema|temas|temat\w*|titles?|titolo|titre|titel|titulo|tytul|thema|themen|objet|intitule"
    r"|name|nome|nombre|nom|nazwa|bezeichnung|designacao|denominazione"
)
_CALLS = (
    r"calls?|bando|bandi|avviso|avvisi|invito|appels?|appel a projets|convocatorias?|avisos?|concursos?"
    r"|aufruf\w*|ausschreibung\w*|konkurs\w*|nabor\w*|events?|evento|eventi|evenement|veranstaltung"
    r"|wydarzenie"
    r"|azione|action|linea|misura|mesure|massnahme|medida|measure|dzialanie"
)


class DocumentLayout:
    """The passages of a document, and whether it is on the entries of others."""

    def __init__(self, document: list[ToldSentence]) -> None:
        self.passages: list[PlacedPassage] = []
        heads: list[str] = []
        for sentences in _pieces(document):
            last = self.passages[-1] if self.passages else None
            one = PlacedPassage(sentences, last.kind if last else None)
            if len(self.passages) < _FIRST_LINES and is_of_mail(one.first):
                continue
            if len(self.passages) < _FIRST_LINES and is_greeting(sentences):
                continue
            if not self.passages and is_letterhead(sentences, len(heads)):
                heads += [piece.sentence.folded.folded for piece in sentences]
                continue
            if heads and not self.passages and may_title(sentences):
                one = PlacedPassage([as_heading(one.first)], None)
            if last:
                last.after = one.kind
            self.passages.append(one)
        self._tables()
        self._lists()
        self._days()
        self._forms()
        self._names()
        headings = [one for one in self.passages if one.kind is PassageKind.HEADING]
        folded = [*heads, *(one.first.sentence.folded.folded for one in headings)]
        self.is_digest = any(map(gathers, folded)) or sum(map(bool, map(rubric_of, folded))) > 1
        identified = [one for one in self.passages if one.ref]
        self.has_refs = len({one.ref for one in identified}) > 1
        self.has_common_texts = any(piece.has_something for one in identified for piece in one.told)
        self._news()
        self.has_led = self.is_digest or sum(one.is_led for one in self.passages) > 1
        self.has_heads = self.is_digest or sum(one.may_head for one in self.passages) > 1

    def _lists(self) -> None:
        """Marks the items with a name and a date, of a list that has several."""
        for is_item, group in groupby(self.passages, key=lambda one: one.kind is PassageKind.ITEM):
            items = list(group) if is_item else []
            heads = [one for one, below in pairwise(items) if one.is_name_of_call and below.told[0].dates]
            for one in heads if len(heads) > 1 else ():
                one.heads_items = True
            own = [one for one in items if one.has_own_date]
            for one in own if len(own) > 1 else ():
                one.is_listed = True

    def _forms(self) -> None:
        """Marks the lines that begin each a form like the others."""
        lines = [one for one in self.passages if one.kind in {PassageKind.TEXT, PassageKind.ITEM}]
        starts = {piece.number for piece in first_labels(one.first for one in lines)}
        for one in lines:
            one.begins_form = one.first.number in starts
        for one, below in pairwise(lines):
            one.following = below.first

    def _names(self) -> None:
        """Marks the lines that only name a call, where several do: each heads what stands below it."""
        named = [one for one in self.passages if one.only_names_call]
        wordings = {one.first.sentence.folded.folded for one in named}
        for one in named if len(wordings) > 1 else ():
            one.heads_items = True

    def _days(self) -> None:
        """Marks the items and lines that begin each with a day and name a call behind it."""
        kinds = {PassageKind.ITEM, PassageKind.TEXT}
        timed = [one for one in self.passages if one.kind in kinds and behind_date(one.first)]
        for one in timed if len(timed) > 1 else ():
            one.is_behind_date = True

    def _news(self) -> None:
        """Marks the paragraphs of a bulletin that begin each with a name and have a date of their own."""
        own = [one for one in self.passages if one.kind is PassageKind.TEXT and one.has_own_date]
        for one in own if self.is_digest and len(own) > 1 else ():
            one.is_listed = True
        topics = [one for one in self.passages if one.is_on_topic]
        is_on_one = any(
            one.kind is PassageKind.HEADING and one.first.kind in {EntryKind.CALL, EntryKind.EVENT}
            for one in self.passages
        )
        several = len(topics) > 1 or (bool(topics) and self.has_refs)
        for one in topics if several and not is_on_one else ():
            one.is_listed = one.is_of_topics = True

    def _tables(self) -> None:
        """Gives each row the head of its table, or that it is a label and its value."""
        for is_row, group in groupby(self.passages, key=lambda one: one.kind is PassageKind.ROW):
            rows = list(group) if is_row else []
            has_head = (
                len(rows) > 1
                and len(rows[0].told) >= _COLUMNS
                and not any(piece.dates for piece in rows[0].told)
            )
            pairs = not has_head and all(len(row.told) == 2 for row in rows)  # noqa: PLR2004
            is_form = pairs and any(_is_label(row.first) for row in rows)
            for row in rows:
                row.head = rows[0].told if has_head else None
                row.is_value = is_form


def _pieces(document: list[ToldSentence]) -> Iterator[list[ToldSentence]]:
    """The sentences of each passage; those of several items within a paragraph apart."""
    for _, group in groupby(document, key=lambda piece: piece.sentence.passage):
        sentences = list(group)
        starts = [at for at, piece in enumerate(sentences) if at and _MARKED.match(piece.sentence.text)]
        cuts = [0, *(starts if len(starts) > 1 else []), len(sentences)]
        yield from (sentences[start:end] for start, end in pairwise(cuts))


def _is_label(cell: ToldSentence) -> bool:
    folded = cell.sentence.folded.folded
    return not cell.refs and not cell.dates and bool(LABEL.match(folded) or ROLES.found(folded))


def name_column(head: list[ToldSentence]) -> int | None:
    """The column of a table that names its entries: that of the topic, else of the call."""
    for wording in (_NAMES, _CALLS):
        for column, cell in enumerate(head):
            if re.match(rf"\W*(?:{wording})\b", cell.sentence.folded.folded):
                return column
    return None
