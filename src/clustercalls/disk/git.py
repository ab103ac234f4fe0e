"""What git keeps of files and folders."""

import os
from pathlib import Path

from clustercalls.disk.read import over_bytes
from clustercalls.errors import InputRefused, Place, UsageRefused, outside, problem
from clustercalls.limits import FILE_BYTES, GIT_SECONDS

COUNTED = 127  # that `git merge-file` counts; what is above is a failure


def at_revision(path: Path, revision: str) -> bytes:
    """The bytes of a file as git has them at a revision.

    Raises:
        UsageRefused: when git, the repository, the revision or the file in it is not there.
        InputRefused: when it is larger than a file may be.
    """
    real = Path(os.path.realpath(path))
    return _git(real.parent, revision, "show", f"./{real.name}")


def names_at_revision(folder: Path, revision: str) -> list[str]:
    """The names of what is in a folder as git has it at a revision, sorted.

    Raises:
        UsageRefused: when git, the repository, the revision or the folder in it is not there.
    """
    listed = _git(
        Path(os.path.realpath(folder)), revision, "ls-tree", "./", "-z", "--name-only", "--full-tree"
    )
    return sorted(os.fsdecode(each) for each in listed.split(b"\0") if each)


def joins_lines(path: Path) -> bool:
    """Whether git is told to keep the lines of both where two branches add to a file: `merge=union`."""
    return merged_how(path) == "union"


def merged_how(path: Path) -> str | None:
    """How git is told to merge a file, in its own words; None where it cannot be asked."""
    real = Path(os.path.realpath(path))
    if not any(os.path.lexists(folder / ".git") for folder in real.parents):
        return None
    from clustercalls.disk import programs

    words = ["git", "-C", str(real.parent), "check-attr", "-z", "merge", "--", f"./{real.name}"]
    try:
        ended = programs.run(words, GIT_SECONDS, most=FILE_BYTES)
    except programs.NotRun:
        return None
    said = ended.said.rpartition(b"\0merge\0")[2]
    return None if ended.status or not said.endswith(b"\0") else os.fsdecode(said[:-1])


def merged_by_lines(base: Path, ours: Path, theirs: Path) -> bytes:
    """What git makes of the lines of two sides, with its marks; nothing when it cannot be asked."""
    return _merge_file(base, ours, theirs, "-p")


def join_lines(base: Path, ours: Path, theirs: Path) -> None:
    """Has git join the lines of two sides in ours, whatever they hold; nothing where it cannot be asked."""
    _merge_file(base, ours, theirs)


def _merge_file(base: Path, ours: Path, theirs: Path, *options: str) -> bytes:
    from clustercalls.disk import programs

    names = [word for name in ("ours", "base", "theirs") for word in ("-L", name)]
    paths = [os.path.realpath(each) for each in (ours, base, theirs)]
    words = ["git", "merge-file", *options, *names, *paths]
    try:
        ended = programs.run(words, GIT_SECONDS, most=2 * FILE_BYTES)
    except programs.NotRun:
        return b""
    return ended.said if 0 <= ended.status <= COUNTED else b""


def _git(folder: Path, revision: str, command: str, inside: str, *options: str) -> bytes:
    from clustercalls.disk import programs

    words = ["git", "-C", str(folder), command, *options, "--end-of-options", f"{revision}:{inside}"]
    try:
        ended = programs.run(words, GIT_SECONDS, most=FILE_BYTES)
    except programs.NotRun as not_run:
        why = not_run.values
        if "words" in why:  # the system's: "no such file" would be read as that of the revision
            why = {"reason": "it cannot be started"}
        raise UsageRefused(problem("no-revision", Place(), value=revision, **why)) from None
    too_large = over_bytes(len(ended.said), Place(f"{revision}:{inside}"))
    if too_large:
        raise InputRefused(too_large)
    if ended.status:
        reason = ended.last_words or "git refuses"
        raise UsageRefused(problem("no-revision", Place(), value=revision, **outside(reason)))
    return ended.said
