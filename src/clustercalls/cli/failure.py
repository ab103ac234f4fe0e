"""What a command failed of: said on one line, and the exit code it has."""

import os
from itertools import pairwise

from clustercalls import i18n
from clustercalls.cli import named_by, output
from clustercalls.errors import Place, Problem, ReaderLeft, Refusal, WorldFailed, outside, problem
from clustercalls.render import safe  # noqa: F401 - what `output.tell` imports, before the disk fails

BUG = 70


def exit_code_of(error: Exception, arguments: list[str]) -> int:
    """Says what went wrong, in the language these arguments ask for."""
    match error:
        case Refusal():
            output.tell(error.problem, _language(arguments))
            return error.exit_code
        case output.Abandoned():
            return output.INTERRUPTED
        case output.ReaderGone() | ReaderLeft():
            return output.READER_GONE
    if "--debug" in arguments:
        import traceback

        output.say("".join(traceback.format_exception(error)), as_is=True)
    if isinstance(error, OSError):
        output.tell(refused(error), _language(arguments))
        return WorldFailed.exit_code
    from clustercalls.cli.bug import bug

    output.tell(bug(error, arguments), _language(arguments))
    return BUG


def refused(error: OSError) -> Problem:
    """The problem of what the system refused and nobody expected: which file, as far as it says so, and why.

    It never speaks of the output: whatever writes that says so itself.
    """
    named = error.filename2 or error.filename
    if named is None and isinstance(error, FileNotFoundError):  # only where we are has no name
        return problem("system-refused", Place("."), reason="the current folder is gone")
    place = os.fsdecode(named) if isinstance(named, (str, bytes)) else ""
    return named_by.with_variable(problem("system-refused", Place(place), **outside(error)), named_by.EVERY)


def _language(arguments: list[str]) -> i18n.Language:
    """The language of an error before any option was read."""
    for code in i18n.LANGUAGES:
        spaced = any(pair == ("--lang", code) for pair in pairwise(arguments))
        if spaced or f"--lang={code}" in arguments:
            return i18n.language(code)
    return i18n.language(i18n.preferred(os.environ))
