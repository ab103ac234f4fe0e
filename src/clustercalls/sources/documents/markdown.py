"""A text of Markdown as its passages: headings, lists, tables, and the addresses behind its letters.

https://spec.commonmark.org/ with the tables of GitHub, as far as text goes; a number before an item stays.
"""

import re
from collections.abc import Sequence
from datetime import date

from clustercalls.passages import PassageKind, ReadDocument
from clustercalls.sources.documents.gathered import GatheredPassages
from clustercalls.sources.documents.inline import of_markdown
from clustercalls.sources.documents.letters import letters_of
from clustercalls.sources.documents.lines import address, line_of, row_of
from clustercalls.sources.documents.plain_text import LINE_END
from clustercalls.sources.documents.said_dates import day_of

_HEADING = re.compile(r"(#{1,6})(?:\s+(.*?))?(?:\s+#+)?\s*")
_ITEM = re.compile(r"(?P<bullet>[-*+]|(?P<number>\d{1,9})[.)])(?:\s+(?:\[[ xX]\]\s+)?|$)")
_RULE = re.compile(r"(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}")
_FENCE = re.compile(r"(`{3,}|~{3,})")
_UNDER = re.compile(r"(=+|-+)\s*")
_BETWEEN = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_CELL_END = re.compile(r"(?<!\\)\|")
_QUOTED = re.compile(r"(?:\s{0,3}> ?)+")
_REFERENCE = re.compile(r"\s{0,3}\[([^\[\]]{1,200})\]:\s+<?([^\s<>]{1,2000})>?(?:\s+[\"'(].{0,300})?\s*")
_FRONT = re.compile(r"(title|date|published|url|canonical|address)\s*:\s*(.*)", re.IGNORECASE)
_FRONT_LINES = 100  # of what a text says of itself before it begins
_MARKED = re.compile(r"(?:^|\n)#{1,4} \S|\]\(https?://")


def seems_markdown(text: str) -> bool:
    """Whether a text whose name does not tell has what nobody else writes: its headings, its links."""
    return bool(_MARKED.search(text))


def read_markdown(data: bytes, charset: str = "") -> ReadDocument:
    """A text of Markdown.

    Raises:
        InputRefused: when it has more than a document may have.
    """
    letters = letters_of(data, charset)
    lines = LINE_END.split(_without_comments(letters.text.replace("\f", "\n")))
    front, lines = _front(lines)
    page = _Text(address(front.get("url", "") or front.get("canonical", "") or front.get("address", "")))
    page.read(lines)
    return ReadDocument(
        tuple(page.gathered.passages),
        line_of(front.get("title", "")).text,
        _first_day(front),
        address=page.address,
        encoding=letters.guessed,
    )


def _first_day(said: dict[str, str]) -> date | None:
    return next(filter(None, (day_of(said.get(key, "")) for key in ("published", "date"))), None)


def _without_comments(text: str) -> str:
    """The text without what a page made of it would not show."""
    pieces, place = [], 0
    while (start := text.find("<!--", place)) >= 0 and (end := text.find("-->", start)) >= 0:
        pieces.append(text[place:start])
        place = end + 3
    return "".join([*pieces, text[place:]])


def _front(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    """What it says of itself between two lines of hyphens, and the rest."""
    if not lines or lines[0].rstrip() != "---":
        return {}, lines
    end = next((at for at, line in enumerate(lines[1:_FRONT_LINES], 1) if line.rstrip() in {"---", "..."}), 0)
    read = [_FRONT.fullmatch(line.strip()) for line in lines[1:end]]
    return {row[1].lower(): row[2].strip(" \"'") for row in read if row}, lines[end + 1 :] if end else lines


class _Text:
    """What has been read of one text."""

    def __init__(self, own: str) -> None:
        self.gathered, self.address = GatheredPassages(), own
        self._references: dict[str, str] = {}
        self._open: list[str] = []
        self._kind = PassageKind.TEXT
        self._fence = ""

    def read(self, lines: Sequence[str]) -> None:
        """All of it."""
        read = [_REFERENCE.fullmatch(line) for line in lines]
        self._references = {row[1].casefold(): row[2] for row in reversed(read) if row}
        is_table = False
        for at, (raw, reference) in enumerate(zip(lines, read, strict=True)):
            if reference and not self._fence:
                self._close()
                continue
            line = (
                raw if self._fence else _QUOTED.sub("", raw, count=1) if raw.lstrip().startswith(">") else raw
            )
            following = lines[at + 1] if at + 1 < len(lines) else ""
            if self._in_fence(line.strip()):
                continue
            is_table = "|" in line and (is_table or self._heads_table(line, following))
            if is_table:
                self._take_row(line.strip())
            else:
                self._take(line)
        self._close()

    def _heads_table(self, line: str, following: str) -> bool:
        following = _QUOTED.sub("", following, count=1) if following.lstrip().startswith(">") else following
        return "-" in following and bool(_BETWEEN.fullmatch(following.strip())) and "|" in line

    def _in_fence(self, text: str) -> bool:
        """Whether it is of what stands as it was typed."""
        fence = _FENCE.match(text)
        if self._fence:
            if fence and text.startswith(self._fence) and not text.strip(self._fence[0]):
                self._fence = ""
            else:
                self.gathered.add(line_of(text))
        elif fence:
            self._close()
            self._fence = fence[1]
        return bool(self._fence or fence)

    def _take_row(self, text: str) -> None:
        self._close()
        if not _BETWEEN.fullmatch(text) or "-" not in text:
            inner = text.removeprefix("|")
            inner = inner.removesuffix("|") if not inner.endswith("\\|") else inner
            cells = [
                of_markdown(cell.strip(), self._references, self.address) for cell in _CELL_END.split(inner)
            ]
            self.gathered.add(row_of(cells), PassageKind.ROW)

    def _take(self, line: str) -> None:
        """A line that is of no table and not as it was typed."""
        text = line.strip()
        under = _UNDER.fullmatch(text)
        if not text:
            self._close()
        elif under and self._open and self._kind is PassageKind.TEXT:
            self._kind = PassageKind.HEADING
            self._close(1 if text[0] == "=" else 2)
        elif _RULE.fullmatch(text):
            self._close()
        elif heading := _HEADING.fullmatch(text):
            self._close()
            self._open, self._kind = [heading[2] or ""], PassageKind.HEADING
            self._close(len(heading[1]))
        elif (item := _ITEM.match(text)) and self._may_begin(item):
            self._close()
            self._open, self._kind = [text if item["number"] else text[item.end() :]], PassageKind.ITEM
        else:
            self._open.append(text)
            if line.endswith(("  ", "\\")):
                self._close()

    def _may_begin(self, item: re.Match[str]) -> bool:
        """Whether an item may begin there: in the midst of a paragraph, of numbers only the first may."""
        return not self._open or self._kind is PassageKind.ITEM or item["number"] in {None, "1"}

    def _close(self, level: int = 0) -> None:
        """The passage that is open ends."""
        if self._open:
            text = "\n".join(self._open).removesuffix("\\")
            self.gathered.add(of_markdown(text, self._references, self.address), self._kind, level=level)
        self._open, self._kind = [], PassageKind.TEXT
