"""How the passages of a document stand to each other: items above texts, tables, paragraphs with names."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from clustercalls.enumerations import EntryKind
from clustercalls.extract.entry_section import CALL_DATES
from clustercalls.extract.folded import Folded
from clustercalls.extract.identified import ref_ahead
from clustercalls.extract.kinds import LABEL, gathers, kind_of, rubric_of
from clustercalls.extract.leads import is_label, is_name, is_official, lead_of
from clustercalls.extract.letterhead import is_letterhead
from clustercalls.extract.names import quoted
from clustercalls.extract.role_words import ROLES
from clustercalls.extract.told import ToldSentence
from clustercalls.passages import PassageKind

_LETTERS = 140  # of an item that heads what is below it
# At the head of a mail, of which only the subject says what it is on.
_OF_A_MAIL = re.compile(
    r"(?:from|to|sent|cc|da|inviato|a|von|gesendet|an|de|envoye|pour|enviado|para|od|wyslano|do)\s?: "
)
_GREETING = re.compile(
    r"(?:dear|hello|hi|good (?:morning|afternoon)|gentil[ei]|egregi\w*|spett\w*|buon ?giorno|buonasera"
    r"|salve|ciao"
    r"|car[eioa]\b|bonjour|madame|messieurs|mesdames|chere?s?|estimad[oa]s?|hola|buenos dias|sehr geehrte\w*"
    r"|liebe[rs]?|guten (?:tag|morgen)|hallo|caros?|caras?|prezad[oa]s?|bom dia|boa tarde|szanown[iey]\w*"
    r"|drodzy|dzien dobry|witam\w*)\b[^.;:?]{0,60}[,:!.]?"
)
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


class PlacedPassage:
    """The sentences of one passage, and what stands before and behind it."""

    def __init__(self, told: list[ToldSentence], before: PassageKind | None) -> None:
        self.told = told
        self.first = told[0]
        is_marked = told[0].sentence.start > 0 and _MARKED.match(told[0].sentence.text)
        self.is_marked = bool(is_marked)  # of an item within a paragraph
        self.kind = PassageKind.ITEM if is_marked else told[0].sentence.kind
        self.ref = ref_ahead(told[0]) if self.kind in {PassageKind.TEXT, PassageKind.ITEM} else None
        self.before = before
        self.after: PassageKind | None = None
        self.head: list[ToldSentence] | None = None  # of the table that a row is of
        self.is_value = False  # of a row that is a label and its value
        self.heads_items = False  # a name of a call, of whose items it is the head
        self.is_listed = False  # of an item among others with names and dates of their own

    @property
    def may_head(self) -> bool:
        """Whether it is an item between texts, short and no sentence: the head of the text below."""
        text = self.first.sentence.text
        return (
            self.kind is PassageKind.ITEM
            and self.after is PassageKind.TEXT
            and self.before is not PassageKind.ITEM
            and len(self.told) == 1
            and len(text) <= _LETTERS
            and not text[0].islower()
            and not text.endswith((".", ";", ",", ":", "!", "?"))
        )

    @property
    def has_own_date(self) -> bool:
        """Whether it begins with a name and has a date on which a call opens or closes."""
        lead = lead_of(self.first.sentence.folded)
        dated = any(role.kind in CALL_DATES for piece in self.told for role in piece.dates)
        is_named = lead and (is_name(lead) or (self.kind is PassageKind.ITEM and _may_name(lead.text)))
        return bool(dated and is_named)

    @property
    def is_name_of_call(self) -> bool:
        """Whether it is an item that only names a call, as the head of the items below it."""
        text = self.first.sentence.text
        named = self.first.kind is EntryKind.CALL and (quoted(text) or self.first.refs)
        alone = self.kind is PassageKind.ITEM and len(self.told) == 1 and len(text) <= _LETTERS
        return bool(alone and named and not self.first.has_something and not text.endswith((";", ".", ",")))

    @property
    def is_led(self) -> bool:
        """Whether it is a paragraph that begins with an official name, and has a date."""
        if self.kind is not PassageKind.TEXT or not any(piece.has_something for piece in self.told):
            return False
        if self.is_listed:
            return True
        lead = lead_of(self.first.sentence.folded)
        if lead is None or kind_of(Folded(lead.text).folded) is EntryKind.EVENT:
            return False
        return is_name(lead) and is_official(lead)


class DocumentLayout:
    """The passages of a document, and whether it is on the entries of others."""

    def __init__(self, document: list[ToldSentence]) -> None:
        self.passages: list[PlacedPassage] = []
        heads: list[str] = []
        for sentences in _pieces(document):
            last = self.passages[-1] if self.passages else None
            one = PlacedPassage(sentences, last.kind if last else None)
            if len(self.passages) < _FIRST_LINES and _OF_A_MAIL.match(one.first.sentence.folded.folded):
                continue
            if len(self.passages) < _FIRST_LINES and _is_greeting(sentences):
                continue
            if not self.passages and is_letterhead(sentences, len(heads)):
                heads += [piece.sentence.folded.folded for piece in sentences]
                continue
            if last:
                last.after = one.kind
            self.passages.append(one)
        self._tables()
        self._lists()
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

    def _news(self) -> None:
        """Marks the paragraphs of a bulletin that begin each with a name and have a date of their own."""
        own = [one for one in self.passages if one.kind is PassageKind.TEXT and one.has_own_date]
        for one in own if self.is_digest and len(own) > 1 else ():
            one.is_listed = True

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


def _may_name(wording: str) -> bool:
    """Whether words of an item beside others may name a call: more than one, and no label."""
    return " " in wording.strip() and not is_label(wording)


def _is_greeting(passage: list[ToldSentence]) -> bool:
    """Whether a line only greets whom a mail is for."""
    first = passage[0]
    alone = len(passage) == 1 and not (first.dates or first.money or first.kind)
    return alone and bool(_GREETING.fullmatch(first.sentence.folded.folded.strip()))


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
