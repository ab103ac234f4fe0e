"""Where it does not run: one line and exit 3, before anything that wants a POSIX system is loaded."""

import os
import sys


def refuse() -> int:
    """Says that this system is none of ours; the exit code."""
    from clustercalls import i18n
    from clustercalls.cli import output
    from clustercalls.errors import InputRefused, problem

    language = i18n.language(i18n.preferred(os.environ))
    output.tell(problem("unsupported", None, system=sys.platform), language)
    return InputRefused.exit_code
