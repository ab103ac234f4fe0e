"""What the file holds: every other line of a person's, and texts that break programs."""

import json
import re
import time
import unicodedata
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

from edits import edits
from harness import Bench, Figures

# How a person's file may be written: what every text is turned into before the edit.
HANDS: dict[str, Callable[[str], str]] = {
    "plain": lambda text: text,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "BOM": lambda text: "\ufeff" + text,
    "no last line end": lambda text: text.rstrip("\n"),
    "indented": lambda text: text.replace("\ndeadline =", "\n\t deadline   ="),
    "single quotes": lambda text: text.replace('"', "'"),
    "comments between": lambda text: text.replace("\ntitle", "\n# what they call it\n\ntitle"),
}


def other_lines_stay(folder: Path, hands: int) -> Figures:
    """Every line that is not meant stays to the byte, in its place, however the file is written."""
    bench = Bench(folder, 8)
    broken: list[str] = []
    tried = 0
    for hand, written in [*HANDS.items()][:hands]:
        for edit in edits(bench):
            if edit.name == "undo":
                continue  # what it gives back is compared below, for every command
            bench.reset(edit)
            old = written(edit.text).encode()
            bench.registry.write_bytes(old)
            done = bench.run(*edit.arguments)
            new = bench.registry.read_bytes()
            gone = _lines_gone(old, new)
            spare = 3 if edit.name == "remove" else hand == "no last line end"
            tried += 2
            if done.code or gone > edit.lines_gone + spare:
                broken.append(f"{edit.name}, {hand}: exit {done.code}, {gone} lines gone")
            if hand == "CRLF" and new.count(b"\n") != new.count(b"\r\n"):
                broken.append(f"{edit.name}, {hand}: two kinds of line ends")
            bench.run("undo")
            if bench.registry.read_bytes() != old:
                broken.append(f"undo of {edit.name}, {hand}: not the old file")
    return Figures("other lines stay", tried, broken)


def _lines_gone(old: bytes, new: bytes) -> int:
    """How many lines of the old file the new one does not have, in order."""
    one, other = old.splitlines(keepends=True), new.splitlines(keepends=True)
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return len(one) - sum(block.size for block in blocks)


def hostile_text(folder: Path, strings: list[str], seconds: float) -> Figures:
    """Every string through the command line into a field and back: the same, or refused."""
    bench = Bench(folder, 3)
    broken: list[str] = []
    tried, until = 0, time.monotonic() + seconds
    for number, text in enumerate(strings):
        for field in ("title", "note", "programme", "source-title", "tag"):
            if time.monotonic() > until or "\0" in text:
                break
            bench.reset()
            title = () if field == "title" else ("--title", "T")
            done = bench.run("add", "--id", "new", *title, f"--{field}={text}")
            tried += 1
            name = f"{field} {number} {ascii(text)[:40]}"
            if done.code not in {0, 2}:
                broken.append(f"{name}: exit {done.code} {done.err[-100:]!r}")
            elif done.code == 2 and bench.registry.read_text() != bench.text:
                broken.append(f"{name}: refused, and changed")
            elif done.code == 0 and _held(bench, field) != _meant(text, field):
                broken.append(f"{name}: silently changed")
            elif done.code == 0:
                broken += [f"{name}: {each}" for each in _shown_harm(bench)]
    return Figures("hostile text", tried, broken)


def _held(bench: Bench, field: str) -> object:
    entry = bench.entries()["new"]
    if field == "source-title":
        return entry.get("source", {}).get("title", "")
    if field == "tag":
        return entry.get("tags", [])
    return entry.get(field, "")


def _meant(text: str, field: str) -> object:
    """What a text says: of a list its items, which commas, semicolons and lines part."""
    if field != "tag":
        return text
    return [] if text == "[]" else [each.strip() for each in re.split(r"[,;\n]", text) if each.strip()]


def _shown_harm(bench: Bench) -> list[str]:
    """Controls that reached a terminal, in what the tool shows of the entry and of the edit."""
    found = []
    data = bench.registry.read_bytes().decode()
    if any(unicodedata.category(c) == "Cc" and c not in "\n\t" for c in data):
        found.append("a control character in the file")
    shown = (("list", "--all"), ("show", "new"), ("changes", "new"), ("list", "--all", "-f", "json"))
    for arguments in shown:
        done = bench.run(*arguments)
        text = done.out.decode()
        if done.code != 0:
            found.append(f"{arguments[0]}: exit {done.code}")
        if arguments[-1] == "json":
            json.loads(text)
        elif any(unicodedata.category(c) == "Cc" and c != "\n" for c in text):
            found.append(f"{arguments[0]}: a control character")
        elif any(c in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069" for c in text):
            found.append(f"{arguments[0]}: a bidirectional control")
    return found
