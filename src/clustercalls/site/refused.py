"""A template of one's own that cannot be used, told with its place."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import walk_tb

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from clustercalls.errors import InputRefused, Place, problem

# What an expression can do wrong, and a file that is no text.
FAILURES = (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError, OSError)


@contextmanager
def refused(templates: Path | None) -> Iterator[None]:
    """Makes of a failure in a template of this folder one that says where; without one, failures are ours.

    Raises:
        InputRefused: with the file and the line, as far as they are known.
    """
    try:
        yield
    except FAILURES as failure:
        if templates is None:
            raise
        place = _place(failure, templates)
        raise InputRefused(problem("bad-template", place, reason=_reason(failure))) from None


def _reason(failure: Exception) -> str:
    if isinstance(failure, TemplateNotFound):
        return os.strerror(errno.ENOENT)
    return " ".join(str(failure).split()) or type(failure).__name__


def _place(failure: Exception, templates: Path) -> Place:
    if isinstance(failure, TemplateSyntaxError):
        return Place(failure.filename or str(templates), failure.lineno)
    if isinstance(failure, TemplateNotFound):
        return Place(str(templates / (failure.name or "")))
    frames = [(frame.f_code.co_filename, line) for frame, line in walk_tb(failure.__traceback__)]
    of_theirs = [each for each in frames if Path(each[0]).is_relative_to(templates)]
    return Place(*(of_theirs[-1] if of_theirs else (str(templates), 0)))
