"""Every way in which a registry's texts leave, run in this process, and who judges what came out."""

import io
import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest

import hostile
from clustercalls.cli.app import main
from clustercalls.registry.values import is_address
from commands import Taken, Terminal
from judges import JUDGES, Judged

DAY = ("--as-of", "2027-03-01")
SINCE = ("--since", "2027-02-01")


class Output(NamedTuple):
    """The arguments of a run on a registry, and the format it answers in; on a terminal or a pipe."""

    arguments: tuple[str, ...]
    form: str
    at_a_terminal: bool = False


FORMS = {"plain": "terminal", "md": "md", "csv": "csv", "tsv": "tsv", "json": "json"}
LETTERS = {"plain": "terminal", "md": "md", "html": "html"}
ROWS = {"upcoming": ("upcoming", *DAY), "list": ("list", "--all", *DAY)}

OUTPUTS: dict[str, Output] = {
    **{
        f"{name} {form}": Output((*typed, "-f", form), judge)
        for name, typed in ROWS.items()
        for form, judge in FORMS.items()
    },
    **{
        f"{name} {form} at a terminal": Output((*typed, "-f", form), judge, at_a_terminal=True)
        for name, typed in ROWS.items()
        for form, judge in {
            "csv": "csv",
            "tsv": "tsv",
            "json": "json at a terminal",
            "md": "md",
        }.items()
    },
    **{f"{name} xlsx": Output((*typed, "-f", "xlsx", "-o", "-"), "xlsx") for name, typed in ROWS.items()},
    "upcoming xlsx, fields": Output(
        (
            "upcoming",
            *DAY,
            "-f",
            "xlsx",
            "-o",
            "-",
            "--columns",
            "title,url,what,source_url,owner,place,tags",
        ),
        "xlsx",
    ),
    "table": Output(("upcoming", *DAY, "--color", "never"), "terminal", at_a_terminal=True),
    "narrow table": Output(
        ("list", "--all", *DAY, "--columns", "id,what,owner", "--color", "never"),
        "terminal",
        at_a_terminal=True,
    ),
    "template": Output(("upcoming", *DAY, "--template", "{title}{url}{owner}{tags}"), "lines"),
    "show": Output(("show", "e0", *DAY), "terminal"),
    "show at a terminal": Output(("show", "e1", *DAY, "--color", "never"), "terminal", at_a_terminal=True),
    "show json": Output(("show", "e0", "-f", "json", *DAY), "json"),
    "show json at a terminal": Output(
        ("show", "e0", "-f", "json", *DAY), "json at a terminal", at_a_terminal=True
    ),
    "changes": Output(("changes", *SINCE, *DAY), "lines"),
    "changes json": Output(("changes", *SINCE, *DAY, "-f", "json"), "json"),
    "changes of one": Output(("changes", "e0", *DAY), "terminal"),
    "changes against": Output(("changes", "--against", "other.toml", *DAY), "lines"),
    "changes against json": Output(("changes", "--against", "other.toml", *DAY, "-f", "json"), "json"),
    **{
        f"remind {form}": Output(("remind", "--all", *DAY, "-f", form), judge)
        for form, judge in (LETTERS | {"json": "json"}).items()
    },
    "remind at a terminal": Output(("remind", "--all", *DAY), "terminal", at_a_terminal=True),
    **{
        f"digest {form}": Output(("digest", *SINCE, *DAY, "-f", form), judge)
        for form, judge in LETTERS.items()
    },
    **{
        f"newsletter {form}": Output(("digest", "--pick", "e0,e1", *DAY, "-f", form), judge)
        for form, judge in LETTERS.items()
    },
    **{
        f"newsletter by tag {form}": Output(
            ("digest", "--pick", "e0,e1", *DAY, "--by", "tag", "-f", form), judge
        )
        for form, judge in LETTERS.items()
    },
    "ics": Output(("export", "ics", *DAY), "ics"),
    "ics with alarms": Output(("export", "ics", *DAY, "--alarms", "1d"), "ics"),
    "todo": Output(("export", "todo", *DAY), "ics"),
    "svg": Output(("export", "svg", *DAY), "svg"),
    "timeline at a terminal": Output(
        ("upcoming", "--timeline", *DAY, "--color", "never"), "terminal", at_a_terminal=True
    ),
    "vdir, what would be": Output(("export", "vdir", "calendar", *DAY, "--dry-run"), "tsv"),
    "set, what would be": Output(("set", "e0", "budget=5", "--dry-run"), "terminal"),
    "move, what would be": Output(("move", "e0/deadline", "2027-03-12", "--dry-run"), "terminal"),
    "remove, what would be": Output(("remove", "e0", "--yes", "--dry-run"), "terminal"),
    "confirm, what would be": Output(("confirm", "e1", "--dry-run"), "terminal", at_a_terminal=True),
    "check": Output(("check",), "terminal"),
}


class Ran(NamedTuple):
    """What a run left on the two streams, and its exit code."""

    code: int
    out: bytes
    err: bytes


def ran(*arguments: str, at_a_terminal: bool = False) -> Ran:
    """The command in this process."""
    out, err = Taken(), Taken()
    kind = Terminal if at_a_terminal else io.TextIOWrapper
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", kind(out, "utf-8"))
        patch.setattr(sys, "stderr", kind(err, "utf-8"))
        code = main(list(arguments))
        sys.stdout.flush()
        sys.stderr.flush()
        return Ran(code, out.getvalue(), err.getvalue())


def registry_of(texts: Iterable[str], *fields: str) -> str:
    """A registry whose entries hold a text each in these fields, or in all; else plain words."""

    def said(text: str, field: str) -> str:
        if fields and field not in fields:
            text = field.replace(".", "-")
        return hostile.address(text, legal=is_address) if field in hostile.ADDRESSES else text

    return hostile.good(partial(said, text) for text in texts)


def judged(output: Output, registry: Path) -> Judged:
    """What is wrong with what came out of a registry, or was told beside it, and its shape."""
    done = ran(*output.arguments, "-r", str(registry), at_a_terminal=output.at_a_terminal)
    found = JUDGES[output.form](done.out)
    harm = [*found.harm, *JUDGES["terminal"](done.err).harm]
    return Judged(harm + ([f"exit {done.code}: {done.err!r}"] if done.code else []), found.shape)
