"""A plain text as its passages: paragraphs, lists, tables, and the lines that head them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from clustercalls.passages import PassageKind, ReadDocument
from clustercalls.sources.documents.furniture import edges, repeated_blocks
from clustercalls.sources.documents.gathered import GatheredPassages
from clustercalls.sources.documents.headlines import Part, is_heading, subject_starts
from clustercalls.sources.documents.inline import of_text
from clustercalls.sources.documents.letters import letters_of
from clustercalls.sources.documents.lines import line_of, row_of, within
from clustercalls.sources.documents.paragraphs import (
    SENTENCE_ENDS,
    bullet_of,
    ends_in_address,
    glued,
    goes_on,
    number_of,
)
from clustercalls.sources.documents.stamps import is_headline_of_two, is_trail

LINE_END = re.compile("\r\n|[\n\r\x0b\x85\u2028\u2029]")
_RULE = re.compile(r"(?:([=\-_*~#])\1{2,}|(?:[-*_] ){2,}[-*_]|\|?\s?(?::?-{2,}:?\s?\|\s?)+(?::?-{2,}:?)?)\s*")
_CELLS = re.compile(r"\t+| {3,}|\s+\|(?=\s)")
_SIGNED_CELLS = re.compile(r"\t+|\s+\|(?=\s)")
_LONG_GAP, _GAP = re.compile(r" {4,}"), " " * 3  # parts cells, however long it is
_LABEL = re.compile(r"[^\W\d_][^:.]{1,40}:\s")
_DAY = re.compile(r"\d{1,2}\.?\s+[^\W\d_]{3}")  # with which a line goes on: "entro il / 31 ottobre"
# "12 janvier 2027 : ...", a line of a diary.
_DAY_AHEAD = re.compile(
    r"(?:[^\W\d_]{2,10},? )?\d{1,2}(?:\.|er|º|°|st|nd|rd|th)?[ ./-](?:de )?[\w.]{1,12}"
    r"(?:[ ./-](?:de )?\d{4})?(?: r\.)?(?: ?:|,| ?[–—]| -) "
)
# "Wirtschaftsforum Graz – 27. November", one of several such lines.
_NAMED, _NAMED_LINES = re.compile(r"[A-ZÀ-Ý][^–:]{4,70} – \S"), 2
_BOLD = re.compile(r"\*\*([^*]+)\*\*\s*")
_NOT_WRAPPED = 120  # letters of a line that nobody's editor has broken, and nobody's will
_HEADLINE = re.compile(r"\+{3} (?:[^\W\d]\S*\s){1,6}\+{3}")  # "+++ Digitales Europa +++"
_NARROW = 60  # letters of lines that are one each: of an address, of a title
_FEW = 6
_SPARE = 8  # letters by which the next word would have had room at the end of a line that was broken by hand


class _TextLine(NamedTuple):
    text: str
    page: int
    was_cut: bool = False  # by the foot of a page before it


class _Group:
    """Lines that are one passage."""

    def __init__(self, line: _TextLine, kind: PassageKind, number: int = 0) -> None:
        self.lines, self.kind, self.number, self.level = [line], kind, number, 0


def read_text(data: bytes, charset: str = "") -> ReadDocument:
    """A plain text.

    Raises:
        InputRefused: when it has more than a document may have.
    """
    letters = letters_of(data, charset)
    gathered = GatheredPassages()
    put_text(letters.text, gathered)
    return ReadDocument(tuple(gathered.passages), encoding=letters.guessed)


def put_text(text: str, gathered: GatheredPassages) -> None:
    """Puts the passages of a text to those of a document.

    Raises:
        InputRefused: when it has more than a document may have.
    """
    parts: list[Part] = []
    counted = 0
    for number, block in enumerate(_blocks(text)):
        groups = _groups(block, counted)
        counted = next((group.number for group in reversed(groups) if group.number), counted)
        for part in (made._replace(block=number) for made in _parts(block, groups)):
            last = parts[-1] if parts else None
            if (
                last
                and part.was_cut
                and part.kind is PassageKind.TEXT
                and goes_on(last.line.text, part.line.text)
            ):
                parts[-1] = last._replace(line=glued([last.line, part.line]), lines=last.lines + part.lines)
            else:
                parts.append(part)
    seen_heading = False
    for at, part in enumerate(parts):
        kind, level = part.kind, part.level
        if kind is PassageKind.TEXT and is_heading(parts, at):
            kind, level = PassageKind.HEADING, 2 if seen_heading else 1
        seen_heading = seen_heading or kind is PassageKind.HEADING
        line = part.line
        if start := subject_starts(parts, at):
            line, kind, level = within(line, start, len(line.text)), PassageKind.HEADING, 1
        gathered.add(line, kind, page=part.page, level=level)


def _blocks(text: str) -> Iterator[list[_TextLine]]:
    """The lines between empty ones, without what stands on every page."""
    pages = [LINE_END.split(page) for page in text.split("\f")]
    feet = edges([[line for line in page if line.strip()] for page in pages]) if len(pages) > 1 else []
    block: list[_TextLine] = []
    cut = False
    for number, lines in enumerate(pages):
        taken = _taken_of(lines, feet[number]) if feet else repeated_blocks(lines)
        for at, line in enumerate(lines):
            if at in taken:
                cut = True
            if line.strip() and at not in taken:
                block.append(_TextLine(_LONG_GAP.sub(_GAP, line), number + 1 if feet else 0, cut))
                cut = False
            elif block:
                yield block
                block = []
        if block:
            yield block
        block, cut = [], True


def _taken_of(lines: Sequence[str], taken: set[int]) -> set[int]:
    """The places of lines among all, of places among those that are not empty."""
    filled = [at for at, line in enumerate(lines) if line.strip()]
    return {filled[at] for at in taken}


def _parts(block: Sequence[_TextLine], groups: Sequence[_Group]) -> Iterator[Part]:
    """The passages of the lines between two empty ones, from those that hang together."""
    bold = _BOLD.fullmatch("\n".join(line.text.strip() for line in block))
    bold = bold if bold and not bold[1].endswith(".") else None
    for group in groups:
        first = group.lines[0]
        texts = [line.text.strip().strip("*" if bold else "") for line in group.lines]
        if group.kind is PassageKind.HEADING and not group.level:
            texts = [text.strip("+ ") for text in texts]
        if group.kind is PassageKind.ITEM:
            texts[0] = texts[0].removeprefix(bullet_of(texts[0]))
            texts[-1] = texts[-1].removesuffix("+++").rstrip()
        if group.kind is PassageKind.ROW:
            line = row_of(
                [of_text(cell.strip()) for cell in _CELLS.split(texts[0].removeprefix("|").rstrip("| \t"))]
            )
        else:
            line = of_text(glued([line_of(text) for text in texts]).text)
        kind = PassageKind.HEADING if bold and group.kind is PassageKind.TEXT else group.kind
        level = 1 if bold and not group.level else group.level
        if line.text:
            yield Part(line, kind, first.page, len(texts), first.was_cut, level)


def _groups(block: Sequence[_TextLine], counted: int = 0) -> list[_Group]:
    """The lines of a block, those of one passage together; `counted` is the last number of a list above."""
    ways = _HowWritten(block, counted)
    groups: list[_Group] = []
    for line in block:
        last = groups[-1] if groups else None
        text = line.text.strip()
        if _RULE.fullmatch(text):
            if last and last.kind is PassageKind.TEXT and len(last.lines) == 1 and text[0] in "=-":
                last.kind, last.level = PassageKind.HEADING, 1 if text[0] == "=" else 2
            continue
        kind, number = ways.kind_of(text, last)
        if last is None or kind is not PassageKind.TEXT or ways.begins(last, line):
            groups.append(_Group(line, kind, number))
        else:
            last.lines.append(line)
    return groups


class _HowWritten:
    """How the lines of a block were written."""

    def __init__(self, block: Sequence[_TextLine], counted: int) -> None:
        self._counted = counted
        texts = [line.text.strip() for line in block]
        numbers = {number_of(text) for text in texts}
        self._is_counted = {1, 2} <= numbers
        self._width = max(map(len, texts))
        self._is_narrow = self._width <= _NARROW and len(block) <= _FEW
        labels = sum(bool(_LABEL.match(text)) for text in texts)
        self._is_form = labels > 1 and labels * 2 >= len(texts)
        self._is_diary = sum(bool(_DAY_AHEAD.match(text)) for text in texts) > 1
        self._is_named = len(texts) > _NAMED_LINES and all(map(_NAMED.match, texts))
        self._rows = sum(len(_CELLS.split(text)) > 1 for text in texts)
        self._has_columns = self._rows > 1

    def kind_of(self, text: str, last: _Group | None) -> tuple[PassageKind, int]:
        """What a line begins: an item, with its number where it has one, a row, or nothing but text."""
        if _HEADLINE.fullmatch(text):
            return PassageKind.HEADING, 0
        bullet = bullet_of(text)
        is_after_item = last is not None and last.kind is PassageKind.ITEM
        is_after_end = last is None or last.lines[-1].text.rstrip().endswith(SENTENCE_ENDS)
        if bullet and (bullet[0] not in "+–—" or is_after_item or is_after_end):
            return PassageKind.ITEM, 0
        number = number_of(text)
        if (
            number
            and number in ({last.number + 1} if last and last.number else {1, self._counted + 1})
            and (last is None or is_after_item or is_after_end or (self._is_counted and number == 1))
        ):
            return PassageKind.ITEM, number
        if self._rows < 2 and (is_trail(text) or is_headline_of_two(text)):  # noqa: PLR2004 - no table
            return PassageKind.TEXT, 0
        if len(_SIGNED_CELLS.split(text.strip("|").strip())) > 1 or (
            self._has_columns and len(_CELLS.split(text)) > 1
        ):
            return PassageKind.ROW, 0
        return PassageKind.TEXT, 0

    def begins(self, last: _Group, line: _TextLine) -> bool:
        """Whether a line of text begins a passage of its own."""
        before, text = last.lines[-1].text.strip(), line.text.strip()
        if last.kind in {PassageKind.ROW, PassageKind.HEADING} or self._width > _NOT_WRAPPED:
            return True
        if self._is_named:
            return True
        if self._is_form and _LABEL.match(text):
            return True
        if self._is_diary and _DAY_AHEAD.match(text):
            return True
        if last.kind is PassageKind.ITEM and line.text[:1].isspace():
            return False
        is_new = text[:1].isupper() or text[:1].isdigit() or text[:1] == "("
        if is_new and ends_in_address(before):
            return True
        if self._is_narrow:
            is_within = _DAY.match(text) and before.split()[-1].islower()
            return is_new and not is_within and not before.endswith((",", "-"))
        word = len(text.split(maxsplit=1)[0])
        has_room = len(before) + 1 + word + _SPARE <= self._width
        return has_room and (is_new or before.endswith(SENTENCE_ENDS))
