"""Where `remind` and `digest` go: the options, and the targets they mean."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from clustercalls.cli import output
from clustercalls.cli.context import Context
from clustercalls.cli.declare import option
from clustercalls.cli.options import Options, Texts
from clustercalls.config import Config
from clustercalls.errors import ADVICE, InputRefused, Place, UsageRefused, problem

if TYPE_CHECKING:
    from clustercalls.deliver.target import Message, Target
    from clustercalls.reminders.memory import Memory

SENT = "Sent to"
FAILED = 4  # the exit code when something could not be delivered
_COMMAND = r"exec:[^/]*:[0-9a-f]{16}"
_ADDRESS = r"[^\s@<>,;:\"\\()\[\]\x00-\x1f\x7f]{1,64}@[^\s@<>,;\"\\()\x00-\x1f\x7f]{1,255}"


class Sending(Options, frozen=True):
    """The ways out; standard output when there is none."""

    mail_to: Annotated[
        Texts,
        option(
            "--mail-to", metavar="ADDRESS", panel=SENT, show_default=False,
            help="By mail, through the server that `smtp` in the config names; may be repeated.",
        ),
    ] = None  # fmt: skip
    notify: Annotated[
        Texts,
        option(
            "--notify", metavar="NAME|URL", panel=SENT, show_default=False,
            help="To a chat or push service: a name of `notify` in the config, or an apprise address.",
        ),
    ] = None  # fmt: skip
    exec: Annotated[
        Texts,
        option(
            "--exec", metavar="CMD", panel=SENT, show_default=False,
            help="To a program, as JSON on its standard input; no shell.",
        ),
    ] = None  # fmt: skip
    outbox: Annotated[
        list[Path] | None,
        option(
            "--outbox", metavar="DIR", panel=SENT, show_default=False,
            help="Into this folder, one JSON file each.",
        ),
    ] = None  # fmt: skip

    @property
    def needs_config(self) -> bool:
        """Whether a way out may be told in the config alone, so that it has to be read."""
        return bool(self.mail_to or self.notify)


def targets_of(sending: Sending, context: Context) -> "list[Target]":
    """The targets of these options, each once; none means standard output.

    Raises:
        UsageRefused: for an address, command, service or folder that cannot be.
        InputRefused: for mail without a server.
    """
    config = context.config
    found: list[Target] = []
    if sending.mail_to:
        found += _mails(sending.mail_to, config)
    if sending.notify:
        from clustercalls.deliver.chat import Notify

        found += [Notify(*_service(each, config)) for each in dict.fromkeys(sending.notify)]
    if sending.exec:
        from clustercalls.deliver.program import Command

        found += [Command(_split(each)) for each in dict.fromkeys(sending.exec)]
    if sending.outbox:
        found += _outboxes(sending.outbox, context)
    return found


def send(
    jobs: "list[tuple[Target, Message]]",
    arrived: Callable[[str, tuple[str, ...]], None],
    context: Context,
    advice: str = ADVICE["run again"],
) -> bool:
    """Delivers to all targets at once; one line for each that failed, and whether one did."""
    from clustercalls.deliver.together import deliver

    failures = deliver(jobs, arrived)
    for target, why in failures:
        output.tell(problem("not-delivered", None, target=target, advice=advice, **why), context.t)
    return bool(failures)


def rename_commands(memory: "Memory") -> bool:
    """Gives commands remembered by their whole line, which can hold a secret, the name they have now."""
    old = [each for each in memory.targets if each[:5] == "exec:" and not re.fullmatch(_COMMAND, each)]
    if old:
        from clustercalls.deliver.program import Command

        for line in old:
            name = Command(_split(line[5:])).name
            memory.targets[name] = memory.targets.pop(line)
            if line in memory.errors:
                memory.errors[name] = memory.errors.pop(line)
    return bool(old)


def _mails(addresses: list[str], config: Config) -> "list[Target]":
    from clustercalls.deliver.mail import Mail, MailServer

    smtp = config.smtp
    if smtp is None:
        raise InputRefused(problem("no-smtp", Place(str(config.path or ""))))
    for each in (*addresses, smtp.sender):
        if re.fullmatch(_ADDRESS, each) is None or not each.isascii():
            raise UsageRefused(problem("bad-recipient", value=each))
    server = MailServer(smtp.host, smtp.port, smtp.security, smtp.user, smtp.password, smtp.sender)
    return [Mail(each, server) for each in dict.fromkeys(addresses)]


def _outboxes(folders: list[Path], context: Context) -> "list[Target]":
    from clustercalls.cli.ours import ours_of
    from clustercalls.deliver.outbox import Outbox

    ours = ours_of(context)
    for each in folders:
        ours.sure(each)  # before anything is sent
    return [Outbox(each, ours) for each in dict.fromkeys(folders)]


def _service(text: str, config: Config) -> tuple[str, str]:
    if text in config.notify:
        return config.notify[text], text
    if "://" not in text:
        known = ", ".join(config.notify) or "there are none"
        raise UsageRefused(problem("unknown-service", value=text, known=known))
    if re.match(r"[^:]+://[^/@\s]*:[^/@\s]*@", text):
        raise UsageRefused(problem("secret-typed"))
    return text, ""


def _split(text: str) -> tuple[str, ...]:
    try:
        words = tuple(shlex.split(text))
    except ValueError:
        words = ()
    if not words:
        raise UsageRefused(problem("bad-command", value=text))
    return words
