"""Passwords: from the environment, a command, the keyring of the desktop; never from an argument."""

import os
import shlex

from clustercalls.disk import programs
from clustercalls.errors import InputRefused, Place, problem
from clustercalls.fetch.bounded import too_large
from clustercalls.limits import HEAD_BYTES, PASSWORD_SECONDS

VARIABLE = "CLUSTERCALLS_CALDAV_PASSWORD"


def password(command: str, host: str, user: str) -> str:
    """The password of a user at a host.

    Raises:
        InputRefused: when none is to be had.
    """
    found = os.environ.get(VARIABLE, "") or (_from_command(command) if command else _from_keyring(host, user))
    if not found:
        raise InputRefused(problem("no-password", Place(), user=user, host=host, variable=VARIABLE))
    return found


def _from_command(command: str) -> str:
    """The first line of what it prints; it may ask a person, at our terminal."""
    try:
        ended = programs.run(shlex.split(command), PASSWORD_SECONDS, most=HEAD_BYTES, complains_to_us=False)
        why = too_large(HEAD_BYTES).values if len(ended.said) > HEAD_BYTES else ended.failure
        text = "" if why else ended.said.decode()
    except programs.NotRun as not_run:
        why = not_run.values
    except ValueError as error:  # a quote that is open, or bytes that are no text
        why = {"reason": type(error).__name__}
    if why:
        raise InputRefused(problem("password-command", Place(), **why))
    return text.split("\n")[0].rstrip("\r")


def _from_keyring(host: str, user: str) -> str:
    try:
        import keyring

        return keyring.get_password(host, user) or ""
    except Exception:  # noqa: BLE001 - no keyring, a locked one, one without a desktop: all the same here
        return ""
