"""What stands on every page and is none of its text: its head and its foot, with the number of the page."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from clustercalls.sources.documents.lines import cleaned

EDGE_LINES = 6  # at the top and the bottom of a page that are looked at
NUMBERS = 3  # of one line that may be that of the page
REPEATS = 3  # of a block, in a text without pages
BLOCK_LINES = 12
_NUMBER = re.compile(r"\d{1,4}")
_OF_A_SENDER = re.compile(r"www\.|https?://|@|\btel|\bfax\b|\bpag", re.IGNORECASE)
_SHARE = 0.5


def edges(pages: Sequence[Sequence[str]], places: Sequence[Sequence[int]] = ()) -> list[set[int]]:
    """Which lines of each page are its head or foot: at one place, and the same on most pages.

    A number in them may count the pages, nothing else in them differs: a date in the last line of every page
    is a fact. `places` says how high each line stands; without, it is the how-many-th it is.
    """
    if len(pages) < 2:  # noqa: PLR2004
        return [set() for _ in pages]
    keys = [
        {
            key: at
            for at in _edge(len(page))
            for place in ([places[number][at]] if places else (at, at - len(page)))
            for key in _keys(cleaned(page[at]), number, place)
        }
        for number, page in enumerate(pages)
    ]
    counts = Counter(key for page in keys for key in page)
    least = max(2, int(len(pages) * _SHARE))
    same = [{at for key, at in page.items() if counts[key] >= least} for page in keys]
    return [_at_the_edge(page, places_of) for page, places_of in zip(pages, same, strict=True)]


def _at_the_edge(page: Sequence[str], same: set[int]) -> set[int]:
    """Of the lines that are the same elsewhere, those with none between them and the edge that is not."""
    other = [at for at, line in enumerate(page) if line.strip() and at not in same]
    first, last = (other[0], other[-1]) if other else (len(page), len(page))
    return {at for at in same if at < first or at > last}


def _edge(count: int) -> Iterator[int]:
    """The places of the first and last lines; where a page has few, those of each half."""
    few = min(EDGE_LINES, count)
    yield from range(few)
    yield from range(max(few, count - EDGE_LINES), count)


def _keys(text: str, page: int, place: int) -> Iterator[tuple[str, int]]:
    """What a line is the same by on another page: itself, or with one number that counts the pages."""
    if not text.strip():
        return
    yield text, place
    for number in list(_NUMBER.finditer(text))[:NUMBERS]:
        yield f"{text[: number.start()]}\0{int(number[0]) - page}\0{text[number.end() :]}", place


def repeated_blocks(lines: Sequence[str]) -> set[int]:
    """Which lines of a text without pages are its foot: a sender's block that comes again and again.

    It has several lines, one of them with an address or a telephone.
    """
    texts = [(at, cleaned(line).strip()) for at, line in enumerate(lines) if line.strip()]
    counts = Counter(text for _, text in texts)
    taken: set[int] = set()
    for first, (_, text) in enumerate(texts):
        if counts[text] >= REPEATS and _OF_A_SENDER.search(text):
            taken |= _block_round(texts, first, counts[text], counts)
    return taken


def _block_round(texts: list[tuple[int, str]], first: int, count: int, counts: Counter[str]) -> set[int]:
    """The lines round one that come as often as it; none where it stands alone."""
    begin = end = first
    while begin > 0 and first - begin < BLOCK_LINES and counts[texts[begin - 1][1]] == count:
        begin -= 1
    while end + 1 < len(texts) and end - first < BLOCK_LINES and counts[texts[end + 1][1]] == count:
        end += 1
    return {at for at, _ in texts[begin : end + 1]} if end > begin else set()
