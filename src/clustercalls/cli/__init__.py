"""The command line: options in, words and an exit code out."""

import sys


def run() -> None:
    """The console script: the process ends with the exit code of `main`."""
    import gc

    # A run lives for a fraction of a second and makes no cycles: collecting costs a tenth of it.
    gc.disable()
    try:
        from clustercalls.cli.app import main
        from clustercalls.cli.output import end

        code = main(sys.argv[1:])
    except KeyboardInterrupt:  # while the modules are loaded
        sys.exit(130)
    end(code)
