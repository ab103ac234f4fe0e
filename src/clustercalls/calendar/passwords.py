"""Passwords: from the environment, a command, the keyring of the desktop; never from an argument."""

import os
import shlex
import unicodedata

from clustercalls.disk import programs
from clustercalls.errors import InputRefused, Place, UsageRefused, problem
from clustercalls.fetch.bounded import too_large
from clustercalls.limits import HEAD_BYTES, PASSWORD_SECONDS

VARIABLE = "CLUSTERCALLS_CALDAV_PASSWORD"


def password(command: str, host: str, user: str) -> str:
    """The password of a user at a host.

    Raises:
        UsageRefused: when the user is none that can be sent.
        InputRefused: when no password is to be had, or none that can be sent.
    """
    if why := _unfit(user):
        raise UsageRefused(problem("bad-login", Place(), what="the user", **why))
    secret = os.environ.get(VARIABLE, "") or (
        _from_command(command) if command else _from_keyring(host, user)
    )
    if not secret:
        raise InputRefused(problem("no-password", Place(), user=user, host=host, variable=VARIABLE))
    if why := _unfit(secret):
        raise InputRefused(problem("bad-login", Place(), what="the password", **why))
    return secret


def _unfit(text: str) -> dict[str, object]:
    """Why a user or a password cannot be sent: https://www.rfc-editor.org/rfc/rfc7617#section-2."""
    try:
        size = len(text.encode())
    except UnicodeEncodeError:  # bytes of the environment, or that a command printed
        return {"reason": "it is no UTF-8"}
    if any(unicodedata.category(each) == "Cc" for each in text):
        return {"reason": "it holds a control character"}
    return {"reason": "it is longer than {size} KiB", "size": HEAD_BYTES // 1024} if size > HEAD_BYTES else {}


def _from_command(command: str) -> str:
    """The first line of what it prints; it may ask a person, at our terminal."""
    try:
        ended = programs.run(shlex.split(command), PASSWORD_SECONDS, most=HEAD_BYTES, complains_to_us=False)
        why = too_large(HEAD_BYTES).values if len(ended.said) > HEAD_BYTES else ended.failure
        text = "" if why else ended.said.decode(errors="surrogateescape")
    except programs.NotRun as not_run:
        why = not_run.values
    except ValueError:
        why = {"reason": "a quote in it is not closed"}
    if why:
        raise InputRefused(problem("password-command", Place(), **why))
    return text.split("\n")[0].rstrip("\r")


def _from_keyring(host: str, user: str) -> str:
    try:
        import keyring

        return keyring.get_password(host, user) or ""
    except Exception:  # noqa: BLE001 - no keyring, a locked one, one without a desktop: all the same here
        return ""
