"""The command line: options in, words and an exit code out."""

import sys

SUPPORTED = ("linux", "darwin")  # WSL is Linux


def run() -> None:
    """The console script: the process ends with the exit code of `main`."""
    if sys.platform not in SUPPORTED:
        from clustercalls.cli.elsewhere import refuse

        sys.exit(refuse())
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
