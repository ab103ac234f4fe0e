"""Writes the pages of docs/ that are made from the code, the man page, and the table of the command line.

python docs/generate.py            all of them
python docs/generate.py errors     one of them
python docs/generate.py --check    writes nothing; exits 1 when a page would change

A new page is a function that returns its text, and a row in `PAGES`.
"""

import argparse
import re
import sys
from collections.abc import Callable
from pathlib import Path

import command_table
import manual
import reference

from clustercalls.cli.output import line_of
from clustercalls.errors import Place, problem
from clustercalls.errors.catalogue import SECTIONS
from clustercalls.errors.kinds import Kind
from clustercalls.i18n import ENGLISH
from clustercalls.registry.meanings import MEANINGS

DOCS = Path(__file__).parent
BAD = DOCS.parent / "tests" / "registry" / "bad"
NOTICE = "<!-- Written by docs/generate.py: change it there, or in the code, and run `make docs`. -->"

# What a message can look like where no file of tests/registry/bad provokes it: its line, and its values.
SAMPLES: dict[str, tuple[int, dict[str, str]]] = {
    "not-utf8": (12, {"offset": "1024"}),
    "too-large": (0, {"what": "the file", "limit": "32 MiB"}),
    "too-deep": (12, {}),
    "bad-number": (12, {}),
    "unreadable": (0, {"reason": "Permission denied"}),
    "no-registry": (0, {"path": "calls.toml"}),
    "empty-folder": (0, {}),
    "second-name": (2, {"first": "a.toml:2"}),
}


def errors() -> str:
    """The catalogue of every message: what is wrong, what to do, and an example of it."""
    intro = (
        "Every problem is told on one line of standard error, "
        "`file:line: code: entry: field: what is wrong. What to do`. "
        "Errors are told by every command, which shows what is good and exits 3; "
        "warnings by `clustercalls check` only. Tables of a list are counted from 1: "
        "`stage.2.when` is the date of the second `[[call.stage]]`. "
        "A linked code leads to files that provoke the message in all its forms."
    )
    parts = ["# Messages", NOTICE, intro]
    for title, kinds in SECTIONS.items():
        rows = [_row(code, kind) for code, kind in kinds.items()]
        head = "| code | | what is wrong | what to do | example |\n|---|---|---|---|---|\n"
        parts += [f"## {title}", head + "\n".join(rows)]
    return "\n\n".join(parts) + "\n"


def _row(code: str, kind: Kind) -> str:
    name = f"[`{code}`](../tests/registry/bad/{code})" if (BAD / code).is_dir() else f"`{code}`"
    advice = "as the case is" if kind.hint == "{advice}" else kind.hint
    example = _example(code)
    cells = [name, kind.severity.value, kind.message, advice, f"`` {example} ``" if example else ""]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _example(code: str) -> str:
    path = BAD / code / "calls.expected"
    if path.is_file():
        lines = path.read_text(encoding="utf-8").splitlines()
        return "calls.toml:" + next(line for line in lines if f"{code}: " in line)
    if code in SAMPLES:
        line, values = SAMPLES[code]
        return line_of(problem(code, Place("calls.toml", line), **values), ENGLISH)
    return ""


TABLES = {
    "SourceTable": "source",
    "AfterTable": "after",
    "Grants": "grants",
    "Funding": "funding",
    "Contact": "contact",
    "Link": "links",
}  # as they are called in an entry


def registry() -> str:
    """The page of the registry, its tables of keys written anew; the rest is written by hand."""
    page = _path("registry").read_text(encoding="utf-8")
    return re.sub(
        r"(<!-- keys: (.+?) -->\n).*?(?=<!-- end -->)",
        lambda found: found[1] + _keys(found[2].split()),
        page,
        flags=re.DOTALL,
    )


def _keys(tables: list[str]) -> str:
    rows = [
        f"| `{f'{TABLES[table]}.' if table in TABLES else ''}{key}` | {meaning} |"
        for table in tables
        for key, meaning in MEANINGS[table].items()
    ]
    own = ["| `x-…` | your own keys; `show` lists those of the entry |"] if "EntryTable" in tables else []
    return "\n".join(["| key | meaning |", "|---|---|", *rows, *own]) + "\n"


PAGES: dict[str, Callable[[], str]] = {
    "commands": reference.commands,
    "configuration": reference.configuration,
    "errors": errors,
    "manual": manual.manual,
    "registry": registry,
    "table": command_table.command_table,
}
ELSEWHERE = {
    "manual": DOCS / "clustercalls.1",
    "table": DOCS.parent / "src" / "clustercalls" / "cli" / "table.py",
}


def stale(names: list[str]) -> list[str]:
    """Those of these pages that are not what the code says."""
    return [
        name for name in names if not _path(name).is_file() or _path(name).read_text("utf-8") != PAGES[name]()
    ]


def _path(name: str) -> Path:
    return ELSEWHERE.get(name, DOCS / f"{name}.md")


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description="Write the pages of docs/ that are made from the code.")
    parser.add_argument("pages", nargs="*", metavar="PAGE", help=", ".join(PAGES))
    parser.add_argument("--check", action="store_true", help="write nothing, exit 1 when a page would change")
    given = parser.parse_args()
    unknown = set(given.pages) - set(PAGES)
    if unknown:
        parser.error(f"no such page: {', '.join(sorted(unknown))}; the pages: {', '.join(PAGES)}")
    names = stale(given.pages or list(PAGES))
    for name in names:
        if given.check:
            sys.stderr.write(f"{_path(name)} is out of date: run make docs\n")
        else:
            _path(name).write_text(PAGES[name](), encoding="utf-8")
    return 1 if names and given.check else 0


if __name__ == "__main__":
    sys.exit(main())
