"""Keeps what a dozen commands show on a terminal under docs/screens/, to be read at every landing.

    python docs/screens.py

Each command runs in a pseudo-terminal of 60, 80 and 140 columns, in English and Italian, on the bundled
registry, colours off; its screen is kept as text.
"""

import os
import pty
import re
import struct
import sys
import tempfile
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ

HERE = Path(__file__).parent
ROOT = HERE.parent
WIDTHS = (60, 80, 140)
LANGUAGES = ("en", "it")
CONFERENCE, WEEK_BEFORE, TODAY = "2016-12-02", "2017-03-28", "2026-11-22"

COMMANDS: dict[str, tuple[str, ...]] = {
    "upcoming": ("upcoming", "--as-of", CONFERENCE),
    "upcoming-due": ("upcoming", "30d", "--due", "--as-of", WEEK_BEFORE),
    "upcoming-past": ("upcoming", "--past", "--as-of", WEEK_BEFORE),
    "upcoming-nothing": ("upcoming", "--as-of", TODAY),
    "upcoming-unknown-programme": ("upcoming", "--programme", "H2O2O", "--as-of", CONFERENCE),
    "upcoming-bad-window": ("upcoming", "30x", "--as-of", CONFERENCE),
    "upcoming-timeline": ("upcoming", "--timeline", "--as-of", CONFERENCE),
    "list": ("list", "--as-of", CONFERENCE),
    "list-text": ("list", "ESCP4S3", "--as-of", CONFERENCE),
    "list-unconfirmed": ("list", "--unconfirmed", "--as-of", TODAY),
    "show-call": ("show", "innosup", "--as-of", WEEK_BEFORE),
    "show-event": ("show", "cluster-conference", "--as-of", CONFERENCE),
    "show-ambiguous": ("show", "escp", "--as-of", CONFERENCE),
    "check": ("check",),
    "help": ("--help",),
}


def record(arguments: tuple[str, ...], columns: int, language: str) -> str:
    """What a terminal of that many columns shows."""
    pid, terminal = pty.fork()
    if pid == 0:
        with tempfile.TemporaryDirectory() as home:
            ioctl(1, TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
            os.chdir(ROOT)
            environment = {
                "PATH": os.environ["PATH"],
                "HOME": home,
                "TERM": "xterm",
                "NO_COLOR": "1",
                "LANG": {"en": "en_GB.UTF-8", "it": "it_IT.UTF-8"}[language],
                "PYTHONUTF8": "1",
            }
            os.execve(sys.executable, [sys.executable, "-m", "clustercalls", *arguments], environment)
    shown = b""
    while True:
        try:
            piece = os.read(terminal, 4096)
        except OSError:  # Linux: the other side has closed
            break
        if not piece:
            break
        shown += piece
    os.waitpid(pid, 0)
    os.close(terminal)
    text = shown.decode().replace("\r\n", "\n")
    return "\n".join(line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m", "", text).split("\n"))


def main() -> None:
    """Writes every screen."""
    folder = HERE / "screens"
    folder.mkdir(exist_ok=True)
    for name, arguments in COMMANDS.items():
        for columns in WIDTHS:
            for language in LANGUAGES:
                words = " ".join(f"'{each}'" if " " in each else each for each in arguments)
                text = f"$ clustercalls {words}\n{record(arguments, columns, language)}"
                (folder / f"{name}-{columns}-{language}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
