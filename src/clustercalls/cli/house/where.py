"""`clustercalls where`: the files in use, and why those."""

from clustercalls import config
from clustercalls.cli import output, places
from clustercalls.cli.begin import context_of
from clustercalls.cli.commands import VERSION
from clustercalls.cli.context import registry_found
from clustercalls.cli.options import Common
from clustercalls.render.safe import safe_text


def where(common: Common) -> int:
    """The files in use, and why those.

    Example: clustercalls where
    """
    context = context_of(common)
    found = registry_found(common, context.config)
    own = context.config.path or config.default_path()
    output.write(places.lines(found, str(own or ""), VERSION, context.t, safe_text))
    return context.code()
