"""What somebody wrote above a page to send, read as passages: its blocks, as plain text and as Markdown.

The page in HTML takes the blocks as they are: its template escapes every text.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from clustercalls.passages import Passage, PassageKind
from clustercalls.render import markdown as md
from clustercalls.render.safe import safe_address
from clustercalls.render.wrapping import underlined, wrapped

_NUMBER = r"(\d{1,9})[.)]\s+"
_DEEPEST = 6  # of the headings of Markdown


class IntroPiece(Struct, frozen=True):
    """Words of a line, the address behind them, and whether they stand out."""

    text: str
    url: str = ""
    strong: bool = False


Line = tuple[IntroPiece, ...]


class IntroBlock(Struct, frozen=True):
    """A heading or a paragraph of one line, or a list; `first` is the number that its items begin with.

    `level` is that of a heading, 1 for the first; 0 for all else.
    """

    lines: tuple[Line, ...]
    level: int = 0
    listed: bool = False
    first: int = 0


def blocks_of(passages: Sequence[Passage]) -> tuple[IntroBlock, ...]:
    """The blocks of what was read, the items of a list in one."""
    blocks: list[IntroBlock] = []
    for passage in passages:
        if passage.kind is not PassageKind.ITEM:
            level = passage.level if passage.kind is PassageKind.HEADING else 0
            blocks.append(IntroBlock((_line(passage, 0),), level))
            continue
        number = re.match(_NUMBER, passage.text)
        line = _line(passage, number.end() if number else 0)
        last = blocks[-1] if blocks else None
        if last and last.listed and bool(last.first) == bool(number):
            blocks[-1] = IntroBlock((*last.lines, line), 0, listed=True, first=last.first)
        else:
            blocks.append(IntroBlock((line,), 0, listed=True, first=int(number[1]) if number else 0))
    return tuple(blocks)


def _line(passage: Passage, start: int) -> Line:
    """The pieces of a passage from this letter on, parted where a link or what stands out begins or ends."""
    ends = {start, len(passage.text)}
    for link in passage.links:
        ends |= {link.start, link.end}
    for strong in passage.strong:
        ends |= {strong.start, strong.end}
    cuts = sorted(end for end in ends if end >= start)
    return tuple(
        IntroPiece(
            passage.text[a:b],
            next((link.url for link in passage.links if link.start <= a < link.end), ""),
            any(place.start <= a < place.end for place in passage.strong),
        )
        for a, b in pairwise(cuts)
    )


def plain(blocks: Sequence[IntroBlock]) -> Iterator[str]:
    """Each block as lines of 78 columns, the address of a link behind its words."""
    for block in blocks:
        texts = ["".join(_plain_pieces(line)) for line in block.lines]
        if block.level:
            yield underlined(texts[0], "-")
        elif block.listed:
            yield "\n".join(_plain_item(text, number, block.first) for number, text in enumerate(texts))
        else:
            yield wrapped(texts[0], "")


def _plain_pieces(line: Line) -> Iterator[str]:
    for at, piece in enumerate(line):
        yield piece.text
        is_last = at + 1 == len(line) or line[at + 1].url != piece.url
        if piece.url and is_last and piece.url.removeprefix("mailto:") != piece.text:
            yield f" <{safe_address(piece.url)}>"


def _plain_item(text: str, at: int, first: int) -> str:
    mark = _mark(at, first)
    return wrapped(text, " " * len(mark), first=mark)


def _mark(at: int, first: int) -> str:
    return f"{first + at}. " if first else "- "


def markdown(blocks: Sequence[IntroBlock]) -> Iterator[str]:
    """Each block as GitHub's Markdown, its headings below that of the page."""
    for block in blocks:
        texts = ["".join(_markdown_pieces(line)) for line in block.lines]
        if block.level:
            yield f"{'#' * min(block.level + 1, _DEEPEST)} {texts[0]}"
        elif block.listed:
            yield "\n".join(f"{_mark(at, block.first)}{text}" for at, text in enumerate(texts))
        else:
            yield texts[0]


def _markdown_pieces(line: Line) -> Iterator[str]:
    for at, piece in enumerate(line):
        bare = piece.text.strip()
        before, _, after = piece.text.partition(bare) if bare else (piece.text, "", "")
        words = md.text(bare) if at else md.line(bare)
        words = f"**{words}**" if piece.strong and bare else words
        yield before + (md.link(words, piece.url) if piece.url and bare else words) + after
