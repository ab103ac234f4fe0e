"""Passwords: from the environment, a command, the keyring of the desktop; never from an argument."""

import os
import shlex
import subprocess

from clustercalls.errors import InputRefused, Place, problem

VARIABLE = "CLUSTERCALLS_CALDAV_PASSWORD"
SECONDS = 60  # a command may ask a person


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
    """The first line of what it prints."""
    try:
        done = subprocess.run(  # noqa: S603 - the user's own command, without a shell
            shlex.split(command),
            stdout=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            check=True,
            timeout=SECONDS,
        )
        return done.stdout.decode().split("\n")[0].rstrip("\r")
    except (OSError, ValueError, IndexError, subprocess.SubprocessError) as error:
        raise InputRefused(problem("password-command", reason=type(error).__name__)) from None


def _from_keyring(host: str, user: str) -> str:
    try:
        import keyring

        return keyring.get_password(host, user) or ""
    except Exception:  # noqa: BLE001 - no keyring, a locked one, one without a desktop: all the same here
        return ""
