"""The command line: options in, words and an exit code out."""

import sys

from clustercalls.cli.app import main


def run() -> None:
    """The console script: the process ends with the exit code of `main`."""
    import gc

    # A run lives for a fraction of a second and makes no cycles: collecting costs a tenth of it.
    gc.disable()
    sys.exit(main(sys.argv[1:]))
