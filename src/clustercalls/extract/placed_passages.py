"""A passage of a document with what stands before and behind it, and what it may be the head of."""

import re

from clustercalls.enumerations import EntryKind
from clustercalls.extract.date_role import DateRole
from clustercalls.extract.entry_section import CALL_DATES
from clustercalls.extract.folded import Folded
from clustercalls.extract.identified import ref_ahead
from clustercalls.extract.kinds import LABEL, first_of, gathers, kind_of, rubric_of
from clustercalls.extract.leads import is_label, is_name, is_official, lead_of
from clustercalls.extract.names import NameInText, quoted
from clustercalls.extract.role_words import HANDED_IN, ROLES
from clustercalls.extract.told import ToldSentence
from clustercalls.passages import PassageKind

_LONG = 12  # letters of a word that may be a name by itself
_TOPIC = 4  # words before a colon
_LETTERS = 140  # of an item that heads what is below it
_MARKED = re.compile(r"[>›•▪‣►] ")  # an item within a paragraph


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
        self.begins_form = False  # of a line with the first label of one of several forms
        self.following: ToldSentence | None = None  # what stands below such a line
        self.is_behind_date = False  # of an item among others, of which each has a name behind its day
        self.is_of_topics = False  # of a paragraph among others that begin each with their topic
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
        dated = any(
            role.kind in CALL_DATES or _may_be_window(role, piece)
            for piece in self.told
            for role in piece.dates
        )
        is_named = lead and (is_name(lead) or (self.kind is PassageKind.ITEM and _may_name(lead.text)))
        return bool(dated and is_named)

    @property
    def is_on_topic(self) -> bool:
        """Whether it is a paragraph that begins with its topic and a colon, and has a date or a programme."""
        lead = lead_of(self.first.sentence.folded) if self.kind is PassageKind.TEXT else None
        if lead is None or not self._parts_topic(lead):
            return False
        folded = Folded(lead.text).folded
        if is_label(lead.text) and not (kind_of(folded) is EntryKind.CALL and _is_plain(folded)):
            return False
        if gathers(folded) or rubric_of(folded) or kind_of(folded) is EntryKind.EVENT:
            return False
        most = 2 * _TOPIC if kind_of(folded) is EntryKind.CALL else _TOPIC
        is_short = len(lead.text.split()) <= most and lead.text[:1].isupper()
        is_short = is_short and (" " in lead.text or len(self.first.sentence.text.split()) > 2 * _TOPIC)
        return is_short and any(piece.dates or piece.programmes for piece in self.told)

    @property
    def only_names_call(self) -> bool:
        """Whether it is a line of a text that begins with a word for a call, and says nothing else of it."""
        text = self.first.sentence.text
        call = first_of(self.first.sentence.folded.folded, EntryKind.CALL)
        is_line = self.kind is PassageKind.TEXT and len(self.told) == 1 and len(text) <= _LETTERS
        is_plain = is_line and not self.first.has_something and text[-1:].isalnum() and ":" not in text
        return bool(is_plain and call and call.start == 0 and len(text.split()) > _TOPIC)

    def _parts_topic(self, lead: NameInText) -> bool:
        """Whether a colon stands behind a name, or a dash and a date."""
        sentence = self.first.sentence
        dash = re.match(r"\s[–—-]\s", sentence.text[lead.end :])
        starts = [sentence.folded.at(role.span.start) for role in self.first.dates]
        return sentence.text[lead.end :].startswith(":") or bool(dash and lead.end + dash.end() in starts)

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


def _is_plain(folded: str) -> bool:
    """Whether words say nothing of a date but that something is handed in: "Call for proposals Gamma"."""
    return not LABEL.match(folded) and all(cue.meaning == HANDED_IN for cue in ROLES.found(folded))


def _may_be_window(role: DateRole, piece: ToldSentence) -> bool:
    """Whether nothing says what a date is of, and it is a month or season, or some days of a call."""
    is_window = role.span.is_range and piece.kind is EntryKind.CALL
    return not role.word and (not role.span.is_day or is_window)


def _may_name(wording: str) -> bool:
    """Whether words of an item beside others may name a call: more than one, and no label."""
    is_long = " " in wording.strip() or len(wording) >= _LONG
    return is_long and not is_label(wording)
