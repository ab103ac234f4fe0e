"""A person's own browser on an address, started without a shell."""

import os
import shlex
import subprocess

from clustercalls.errors import Place, WorldFailed, problem

HERE = "%s"  # where the address goes in a command of $BROWSER, else behind it


def opened(address: str) -> bool:
    """Whether a command of `$BROWSER` took the address; False where none is named.

    It is waited for, since it may be one of this terminal. Several are parted by `:`, and the next is tried
    when one fails: http://www.catb.org/~esr/BROWSER/

    Raises:
        WorldFailed: when each of them fails.
    """
    commands = [each.strip() for each in os.environ.get("BROWSER", "").split(os.pathsep) if each.strip()]
    for number, command in enumerate(commands, 1):
        failure = _failure(command, address)
        if not failure:
            return True
        if number == len(commands):
            raise WorldFailed(problem("no-browser", Place("$BROWSER"), browser=command, **failure))
    return False


def _failure(command: str, address: str) -> dict[str, object]:
    """Why the command did not take the address, as a problem says it; empty when it did."""
    try:
        words = shlex.split(command)
        placed = [each.replace(HERE, address) for each in words]
        arguments = placed if placed != words else [*words, address]
        code = subprocess.run(arguments, check=False).returncode  # noqa: S603 - as named, a list, no shell
    except (OSError, ValueError) as error:
        return {"reason": getattr(error, "strerror", None) or error}
    return {"reason": "it ended with {status}", "status": code} if code else {}
