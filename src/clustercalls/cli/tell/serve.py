"""`publish --serve`: what is published, shown on this machine, and published anew when one saves."""

import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, NoReturn

from clustercalls.cli import output
from clustercalls.cli.context import Context
from clustercalls.errors import Refusal, UsageRefused, problem
from clustercalls.limits import SAVED_SECONDS

if TYPE_CHECKING:
    from clustercalls.disk.stamps import Stamp

LAST_PORT = 65_535


def with_port(folder: Path, words: tuple[str, ...]) -> tuple[Path, tuple[str, ...], int]:
    """The folder, the audiences and the port of what was typed: the number behind `--serve`; 0 for none.

    It stands first or last among the words, as `--serve` does.

    Raises:
        UsageRefused: for a number that is no port.
    """
    if words and _is_number(words[-1]):
        *rest, typed = words
    elif words and _is_number(str(folder)):
        typed, (first, *rest) = str(folder), words
        folder = Path(first)
    else:
        return folder, words, 0
    if len(typed) > len(str(LAST_PORT)) or not 0 < int(typed) <= LAST_PORT:
        raise UsageRefused(problem("bad-port", value=typed, last=LAST_PORT))
    return folder, tuple(rest), int(typed)


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdigit()


def show(
    run: Callable[[], tuple[str, ...]],
    stamps: Callable[[], "tuple[Stamp, ...]"],
    folder: Path,
    port: int,
    context: Context,
) -> NoReturn:
    """Publishes by `run`, which yields the audiences to show, and again whenever `stamps` differ.

    It lasts until the person ends it.

    Raises:
        Refusal: when the first run is refused, or the port cannot be had; a later refusal is told.
    """
    from clustercalls.site.preview import Preview
    from clustercalls.site.previewed import Shown

    seen = stamps()
    with Preview(Shown(folder, run()), port) as preview:
        _tell(preview.shown.names, preview.address, context)
        while True:
            time.sleep(SAVED_SECONDS)
            now = stamps()
            if now != seen:
                seen = now
                try:
                    preview.shown = Shown(folder, run())
                except Refusal as refused:
                    output.tell(refused.problem, context.t)


def _tell(names: tuple[str, ...], address: Callable[[str], str], context: Context) -> None:
    """Where it is shown, and for whom, wherever that is read; at a terminal in the browser too."""
    output.write(f"{address(name)}\n" for name in names)
    output.say(
        context.t(
            "For this machine alone, not for the world. What you save is published anew; Ctrl-C ends it."
        )
    )
    if context.terminal:  # waited for by nobody: some browsers stay
        Thread(target=_open, args=(address(names[0]), context), daemon=True).start()


def _open(address: str, context: Context) -> None:
    from clustercalls.cli.look.browser import opened

    try:
        opened(address)
    except Refusal as refused:
        output.tell(refused.problem, context.t)
