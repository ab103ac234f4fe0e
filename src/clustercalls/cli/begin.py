"""How a run begins: its context, and what is said of a config that cannot be read."""

import os
import sys

from clustercalls import config, i18n
from clustercalls.cli import output
from clustercalls.cli.choices import one_of
from clustercalls.cli.context import COLORS, Context, refuse_unread
from clustercalls.cli.options import Common
from clustercalls.cli.terminal import is_terminal, wants_color
from clustercalls.errors import InputRefused, Problem


def context_of(common: Common, *, registry: bool = True, settings: bool = False) -> Context:
    """The context of this process under these options.

    A config that cannot be read is told, and the defaults stand in for it, where the answer does not need it:
    that of `settings` does, and that of a `registry` which may be named there.

    Raises:
        UsageRefused: for a language or colour that is none.
        InputRefused: for a config file that is wrong, or that is needed and cannot be read.
    """
    lang = one_of("--lang", common.lang, i18n.LANGUAGES) if common.lang else ""
    configured = config.load(common.config)
    t = i18n.language(lang or configured.lang or i18n.preferred(os.environ))
    if configured.trouble:
        if settings:
            raise InputRefused(configured.trouble)
        if registry:
            refuse_unread(common, configured)
        output.tell(Problem("config-ignored", configured.trouble.place, configured.trouble.values), t)
    terminal = is_terminal(sys.stdout)
    return Context(
        t,
        configured,
        wants_color(one_of("--color", common.color, COLORS), os.environ, terminal=terminal),
        terminal,
        is_terminal(sys.stderr),
        tuple(common.registry or ()),
    )
