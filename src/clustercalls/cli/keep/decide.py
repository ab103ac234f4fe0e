"""What `move` and `set` do to a field that git left contested: they keep what one side has."""

from __future__ import annotations  # what is named is imported where there is a conflict

import time
from contextlib import ExitStack
from typing import TYPE_CHECKING

from clustercalls.cli import output
from clustercalls.disk import lock
from clustercalls.disk.exchange import Prepared
from clustercalls.disk.read import read
from clustercalls.errors import InputRefused, Place, Refusal, UsageRefused, WorldFailed, problem
from clustercalls.limits import LOCK_SECONDS
from clustercalls.registry.paths import decode
from clustercalls.render.safe import safe_lines

if TYPE_CHECKING:
    from pathlib import Path

    from clustercalls.cli.keep.desk import Desk
    from clustercalls.editing.deciding import Contest

MARK = "<<<<<<< "  # how git begins a conflict


def keeps(desk: Desk, name: str, value: str, key: str = "", reasons: tuple[str, str] = ("", "")) -> bool:
    """Keeps this value of a field in the first file where it is contested; False where it is not.

    `name` is ENTRY/STAGE of a date, or with a `key` ENTRY or ENTRY/STAGE.

    Raises:
        InputRefused: when neither side has this value.
        UsageRefused: when a reason was typed, for which a decision leaves no row of history.
        WorldFailed: when the file cannot be locked or written.
    """
    for path in desk.paths:
        for contest in _contests(path):
            if not _is_meant(contest, name, key):
                continue
            if value not in {contest.field.ours, contest.field.theirs}:
                raise InputRefused(contest.told(str(path)))
            if any(reasons):
                raise UsageRefused(problem("idle-why", id=name))
            _keep(desk, path, name, value, key)
            return True
    return False


def _contests(path: Path) -> list[Contest]:
    try:
        data = read(path)
        text = decode(data, path) if MARK.encode() in data else ""
    except Refusal:  # told by whoever needs the file
        return []
    if not text:
        return []
    from clustercalls.editing.deciding import contests

    return contests(text)


def _is_meant(contest: Contest, name: str, key: str) -> bool:
    field = contest.field
    whole = f"{field.entry}/{field.stage}" if field.stage else field.entry
    if key:
        return (whole.casefold(), field.key) == (name.casefold(), key)
    return field.is_date and name.casefold() == (whole if field.stage else f"{whole}/{field.key}").casefold()


def _keep(desk: Desk, path: Path, name: str, value: str, key: str) -> None:
    """Locks the file, decides it as it is now, and exchanges it."""
    from clustercalls.editing.deciding import contests, decided

    with ExitStack() as stack:
        alone = False
        if not desk.editing.dry_run:
            alone = stack.enter_context(lock.locked(path, until=time.monotonic() + LOCK_SECONDS))
        data = read(path)
        text = decode(data, path)
        there = [each for each in contests(text) if _is_meant(each, name, key)]
        contest = next((each for each in there if value in {each.field.ours, each.field.theirs}), None)
        if contest is None:  # somebody was faster
            raise WorldFailed(problem("changed-on-disk", Place(str(path))))
        new = decided(text, contest, value)
        mark = data[: len(data) - len(text.encode())]
        if desk.editing.dry_run:
            from clustercalls.editing.difference import difference

            output.write([safe_lines(difference(str(path), text, new))])
            return
        with Prepared(path, data, mark + new.encode(), alone=alone) as prepared:
            prepared.put()
    left = new.count(f"\n{MARK}") + new.startswith(MARK)
    t = desk.context.t
    desk.say(t("Kept: {name} {value}.", name="/".join(filter(None, (name, key))), value=value))
    if left:
        desk.say(t("Conflicts left in {path}: {count}", path=path, count=left))
