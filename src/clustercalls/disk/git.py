"""What git keeps of files and folders."""

import os
from pathlib import Path

from clustercalls.errors import UsageRefused, problem


def at_revision(path: Path, revision: str) -> bytes:
    """The bytes of a file as git has them at a revision.

    Raises:
        UsageRefused: when git, the repository, the revision or the file in it is not there.
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


def _git(folder: Path, revision: str, command: str, inside: str, *options: str) -> bytes:
    import subprocess

    words = ["git", "-C", str(folder), command, *options, "--end-of-options", f"{revision}:{inside}"]
    try:
        done = subprocess.run(words, capture_output=True, check=False, timeout=30, stdin=subprocess.DEVNULL)  # noqa: S603 - a list, and what is typed is behind --end-of-options
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise UsageRefused(problem("no-revision", value=revision, reason=type(error).__name__)) from None
    if done.returncode:
        reason = done.stderr.decode(errors="replace").strip().rsplit("\n", 1)[-1]
        raise UsageRefused(problem("no-revision", value=revision, reason=reason[:200] or "git refuses"))
    return done.stdout
