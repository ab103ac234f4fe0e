"""`python -m clustercalls` is the command `clustercalls`."""

from clustercalls.cli import run

run()
