"""The sentences of a document, each folded and at its place in its passage."""

import re
from collections.abc import Iterator

from msgspec import Struct

from clustercalls.extract.folded import Folded
from clustercalls.passages import CELL_END, Emphasis, Passage, PassageKind, PassageLink, ReadDocument

# What ends in a point and no sentence with it, folded.
_ABBREVIATIONS = (
    "art n no nr num p pp pag s ca c cf cfr e.g i.e z.b z d h u bzw ggf ecc etc vs st dr prof ing on"
    " mr mrs tel mio mrd mln mld tys zl br r godz ust jan feb febr mar apr jun jul aug sep sept set"
    " oct ott okt nov dec dic dez gen genn lug giu ago mag abr ene janv fevr avr juil out vol cap lit"
    " par abs inkl max min approx inc ltd co ok tj tzw np m.in a.m p.m num art.n ref rif dott prot i ii"
    " iii iv"
    " v vi vii viii ix x"
)
_SHORT = frozenset(_ABBREVIATIONS.split())
_REACH = 1_500  # letters
_END = re.compile(r"[.!?…]+[\"”»’')\]*]*\s+(?=[^a-zà-ÿ\s])|\s+(?=[•▪‣►] )|\s+(?=[>›] [A-ZÀ-Ý0-9])")


_DAY = re.compile(r"\W*(?:[^\W\d_]+, )?\d{1,2} [^\W\d_]+ \d{4} ")
_AT = re.compile(
    r"\b(?:alle|dalle|ore|at|um|as|às|las|pelas|à|godz\.?|godzin\w+) $", re.IGNORECASE
)  # an hour


class Sentence(Struct, frozen=True):
    """One sentence of a passage, or one cell of a row; `start` is its place in the passage's text."""

    passage: int
    start: int
    folded: Folded
    kind: PassageKind
    page: int = 0
    level: int = 0
    cell: int = 0
    links: tuple[PassageLink, ...] = ()
    strong: tuple[Emphasis, ...] = ()

    @property
    def text(self) -> str:
        """It as it was written."""
        return self.folded.text


def sentences(document: ReadDocument) -> Iterator[Sentence]:
    """Every sentence of a document, in order; those of a table are its cells."""
    for number, passage in enumerate(document.passages):
        for cell, (start, end) in enumerate(_places(passage)):
            links = tuple(
                PassageLink(link.start - start, link.end - start, link.url)
                for link in passage.links
                if link.start < end and start < link.end
            )
            yield Sentence(
                number,
                start,
                Folded(passage.text[start:end]),
                passage.kind,
                passage.page,
                passage.level,
                cell if passage.kind is PassageKind.ROW else 0,
                links,
                _strong(passage.strong, start, end),
            )


def _strong(every: tuple[Emphasis, ...], start: int, end: int) -> tuple[Emphasis, ...]:
    """What stands out within these letters; nothing does where all of them do."""
    within = tuple(
        Emphasis(max(place.start, start) - start, min(place.end, end) - start)
        for place in every
        if place.start < end and start < place.end
    )
    return () if sum(place.end - place.start for place in within) * 10 > (end - start) * 9 else within


def _places(passage: Passage) -> list[tuple[int, int]]:
    parts = _cells(passage.text) if passage.kind is PassageKind.ROW else _cut(passage.text)
    return [piece for start, end in parts for piece in _in_reach(passage.text, start, end)]


def _in_reach(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, in pieces where it is longer than anybody's: what is said of a date stands near it."""
    while end - start > _REACH:
        cut = text.rfind(" ", start + 1, start + _REACH)
        cut = cut if cut > start else start + _REACH
        yield start, cut
        start = cut
    yield start, end


def _cells(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for cell in text.split(CELL_END):
        yield at, at + len(cell)
        at += len(cell) + len(CELL_END)


def _cut(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for match in _END.finditer(text):
        if _goes_on(text, at, match):
            continue
        yield at, match.start() + len(match[0].rstrip())
        at = match.end()
    if text[at:].strip():
        yield at, len(text.rstrip())


def _goes_on(text: str, start: int, end: re.Match[str]) -> bool:
    """Whether the point is that of an abbreviation or of a number, "2. Februar"."""
    if not end[0].startswith(".") or len(end[0].strip()) > 1:
        return False
    word = re.search(r"[^\s(\"“«]+$", text[start : end.start()])
    if not word:
        return True
    wording = word[0].lower()
    is_unit = text[: word.start() + start].rstrip()[-1:].isdigit()
    if wording == "h" and is_unit:  # of a clock: "de 14 h à 17 h."
        return False
    if wording == "r" and is_unit and _DAY.fullmatch(text[start : start + word.start()]):
        return True  # "28 maja 2025 r. Komisja otworzy konkurs"
    if (wording == "r" and is_unit) or wording == "br":  # of a year, in Polish
        return text[end.end()] in "–—-"  # "16 kwietnia 2024 r. – warsztaty"
    if re.fullmatch(r"\d{1,2}\.\d\d", wording) and _AT.search(text[start : start + word.start()]):
        return False
    return (
        wording in _SHORT
        or bool(re.fullmatch(r"(?:\d{1,2}|[a-z]|\d{1,2}\.?[./-]\d{1,2})", wording))
        or wording.endswith((".a", ".p"))
    )
