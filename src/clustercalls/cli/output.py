"""The one writer to the two streams: data out whole or an honest exit code, problems on one line each.

A closed stream, a full disk, a reader that went away, an encoding that cannot show a dash: all met here.
"""

import atexit
import os
import sys

TYPE_CHECKING = False  # of typing, whose import alone costs as much as starting Python
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from typing import NoReturn, TextIO

    from clustercalls.cli.context import Context
    from clustercalls.errors import Problem, WorldFailed
    from clustercalls.i18n import Language
    from clustercalls.model import Registry

# What a stream that is not Unicode gets instead.
PLAINER = str.maketrans(
    {"–": "-", "—": "-", "€": "EUR", "×": "x", "·": "-", "…": "...", "→": "->", "°": ".", "’": "'"}
)
BATCH = 1 << 16
STANDARD_OUTPUT = {
    "-",
    "/dev/stdout",
    "/dev/fd/1",
    "/proc/self/fd/1",
}  # a redirected file is not to be replaced
INTERRUPTED, READER_GONE = 130, 141


class ReaderGone(Exception):
    """Nobody reads standard output any more; not an error."""


class Abandoned(Exception):
    """The person who was asked does not want to go on."""


def write_to(target: "Path | None", chunks: "Iterable[str | bytes]", context: "Context") -> None:
    """Everything to a path that a person named, unless it is standard output or one of ours; else as `write`.

    Bytes are for machines: where a person looks at them, what would do something to a terminal is escaped.

    Raises:
        UsageRefused: when it would take the place of what is read or kept.
        WorldFailed: when it cannot all be written.
    """
    if target is None or is_standard(target):
        write(chunks, paged=context.pages and target is None)
    else:
        from clustercalls.cli.ours import ours_of
        from clustercalls.disk import outputs

        data = (each if isinstance(each, bytes) else each.encode() for each in chunks)
        outputs.write(target, data, ours_of(context), waits(context))


def waits(context: "Context") -> "Callable[[Path], None]":
    """Says at a terminal, and nowhere else, that a pipe is waited for which nobody reads yet."""

    def said(path: "Path") -> None:
        if context.errors_to_terminal:
            from clustercalls.limits import READER_SECONDS as SECONDS
            from clustercalls.render.safe import safe_text

            text = context.t("Waiting {seconds} seconds for a reader of {path}", path=path, seconds=SECONDS)
            say(safe_text(text))

    return said


def is_standard(target: "Path") -> bool:
    """Whether a path stands for standard output."""
    return str(target) in STANDARD_OUTPUT


def write(chunks: "Iterable[str | bytes]", *, paged: bool = False) -> None:
    """Everything to standard output; bytes as they are, text as the stream can show.

    A person who wants a pager is shown it there, if `paged`.

    Raises:
        WorldFailed: when it cannot all be written.
        ReaderGone: when the reader of the pipe went away.
    """
    stream = sys.stdout
    if stream is None:
        if any(chunks):
            sure_stream()
        return
    encoding = stream.encoding or "utf-8"
    as_bytes = _seen if stream.isatty() else bytes
    pieces: Iterable[bytes] = (
        as_bytes(each) if isinstance(each, bytes) else _encoded(each, encoding) for each in chunks
    )
    if paged and stream.isatty():
        from clustercalls.cli import pager

        pieces = pager.shown(pieces)
    try:
        batch = bytearray()
        for each in pieces:
            batch += each
            if len(batch) >= BATCH:
                stream.buffer.write(batch)
                batch.clear()
        stream.buffer.write(batch)
        stream.buffer.flush()
    except BrokenPipeError:
        _silence(stream)
        raise ReaderGone from None
    except OSError as error:
        raise _failed(error) from None


def sure_stream() -> None:
    """Makes sure that there is a standard output.

    Raises:
        WorldFailed: when there is none: Python has no stream when it was started with `>&-`.
    """
    if sys.stdout is None:
        from clustercalls.errors import WorldFailed, problem

        raise WorldFailed(problem("output-failed", reason="standard output is closed"))


def _failed(error: OSError) -> "WorldFailed":
    from clustercalls.errors import WorldFailed

    return WorldFailed(lost(error))


def lost(error: OSError) -> "Problem":
    """The problem of an output that failed; nothing more is tried."""
    from clustercalls.errors import outside, problem

    if sys.stdout is not None:
        _silence(sys.stdout)
    return problem("output-failed", None, **outside(error))


def say(text: str, start: str = "", *, as_is: bool = False) -> None:
    """A message to standard error, on a terminal wrapped unless `as_is`; its loss is forgiven.

    `start`, which it begins with, is not broken.
    """
    stream = sys.stderr
    if stream is None:
        return
    from clustercalls.cli.terminal import columns, is_terminal

    if not as_is and is_terminal(stream):
        from clustercalls.render.message import wrapped

        text = wrapped(text, columns(stream), start)
    try:
        stream.buffer.write(_encoded(text + "\n", stream.encoding or "utf-8"))
        stream.buffer.flush()
    except OSError:
        _silence(stream)
        # The interpreter would flush it once more at exit, and answer with a code of its own.
        sys.stderr = None


def tell(found: "Problem", t: "Language") -> None:
    """Says a problem on one line: `file:line: code: what is wrong. What to do`."""
    say(line_of(found, t), where(found))


def tell_errors(registry: "Registry", t: "Language") -> None:
    """Says what could not be read of a registry, each on its line."""
    for each in registry.errors:
        tell(each, t)


def where(found: "Problem") -> str:
    """The file and line of a problem, as far as they are known."""
    return ":".join(str(part) for part in (found.place.file, found.place.line) if part)


def line_of(trouble: "Problem", t: "Language") -> str:
    """The line of a problem in the reader's language."""
    from clustercalls.cli.named_by import with_variable
    from clustercalls.render.safe import safe_text

    message, hint = with_variable(trouble).worded(t)
    place = trouble.place
    subject = place.entry + (f": {place.field}" if place.field and place.entry else "")
    parts = [where(trouble), trouble.code, subject]
    line = ": ".join(part for part in parts if part)
    return safe_text(f"{line}: {message}. {hint}".rstrip())


def end(code: int) -> "NoReturn":
    """Ends the process with this code, or an honest one when what was written cannot be delivered.

    What was registered for the end is done, then nothing is taken down: of a short run that is a tenth.
    Where other threads still work, the interpreter waits for them as ever.
    """
    threading = sys.modules.get("threading")
    if threading is not None and threading.active_count() > 1:
        sys.exit(code)
    atexit._run_exitfuncs()  # noqa: SLF001 - as multiprocessing ends a child
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        code = READER_GONE
    except OSError as error:
        from clustercalls import i18n
        from clustercalls.errors import WorldFailed

        tell(lost(error), i18n.language(i18n.preferred(os.environ)))
        code = WorldFailed.exit_code
    try:
        if sys.stderr is not None:
            sys.stderr.flush()
    except OSError:
        pass
    os._exit(code)


def shell_word(text: str) -> str:
    """A text as one word of a shell's command line."""
    import shlex

    return shlex.quote(text)


def _seen(data: bytes) -> bytes:
    from clustercalls.render.safe import safe_lines

    return safe_lines(data.decode(errors="backslashreplace")).encode()


def _encoded(text: str, encoding: str) -> bytes:
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(PLAINER).encode(encoding, "backslashreplace")
    except LookupError:
        return text.encode()


def _silence(stream: "TextIO") -> None:
    """Points the stream at nothing, so that the interpreter's own flush at exit says nothing either.

    https://docs.python.org/3/library/signal.html#note-on-sigpipe
    """
    try:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, stream.fileno())
        os.close(null)
    except (OSError, ValueError):
        pass
