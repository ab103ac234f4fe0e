"""What a shell asks on TAB, answered by the table, word for word as typer's scripts expect it.

Only a line of the usual form is answered: commands, options and values behind what the table can read.
"""

import os
from collections.abc import Callable, Mapping

from clustercalls.cli import table
from clustercalls.cli.arguments import awaited, rows_of, scanned, several
from clustercalls.cli.tell import export

VARIABLE = "_CLUSTERCALLS_COMPLETE"
HELP = (("--help", "-h"), "Show this message and exit.")
ROOT = (
    (("--version",), "Show the version."),
    (("--install-completion",), "Install completion for the current shell."),
    (
        ("--show-completion",),
        "Show completion for the current shell, to copy it or customize the installation.",
    ),
    HELP,
)
QUOTING = frozenset("'\"\\")

Proposal = tuple[str, str]  # what may stand there, and what it is


def answer(environment: Mapping[str, str]) -> tuple[str, int] | None:
    """What to print and the exit code; None for a question that is left to typer."""
    read, write = SHELLS.get(environment.get(VARIABLE, ""), (None, None))
    text = environment.get("COMP_WORDS", "") + environment.get("_TYPER_COMPLETE_ARGS", "")
    if read is None or write is None or not QUOTING.isdisjoint(text):
        return None
    line = read(environment)
    proposals = proposed(*line) if line else None
    return None if proposals is None else write(proposals, environment)


def proposed(words: list[str], start: str) -> list[Proposal] | None:
    """What may stand behind these words and begins with this text; None when typer is to say it."""
    if "=" in start:
        return None
    if not words or words == ["export"]:
        return _named(words, start)
    commands: Mapping[str, table.Command] = table.COMMANDS
    if words[0] == "export":
        words, commands = words[1:], table.EXPORT
    command = commands.get(words[0])
    return _inside(rows_of(command), words[1:], start) if command else None


def _named(words: list[str], start: str) -> list[Proposal]:
    """The commands and options of the whole, or of a group."""
    if words:
        found = [(name, row[2]) for name, row in table.EXPORT.items()]
    else:  # typer names groups last
        found = [*((name, row[2]) for name, row in table.COMMANDS.items()), ("export", export.ABOUT)]
    options = (HELP,) if words else ROOT
    found += [(name, said) for names, said in options for name in names if start[:1] == "-"]
    return [each for each in found if each[0].startswith(start)]


def _inside(rows: list[table.Row], words: list[str], start: str) -> list[Proposal] | None:
    """What may stand in the line of one command."""
    wanting = awaited(rows, words)
    found = scanned(rows, words[:-1] if wanting else words)
    if found is None:
        return None
    given, loose = found
    if start[:1] == "-":
        return _options(rows, given, start)
    if wanting:
        return _values(wanting, given, start)
    for row in rows:
        if not row[2]:
            if several(row[1]) or not loose:
                return _values(row, given, start)
            loose = loose[1:]
    return []


def _options(rows: list[table.Row], given: Mapping[str, list[str]], start: str) -> list[Proposal]:
    """The options that can still be given."""
    left = [(row[2], row[5]) for row in rows if several(row[1]) or row[0] not in given]
    return [(name, said) for names, said in (*left, HELP) for name in names if name.startswith(start)]


def _values(row: table.Row, given: Mapping[str, list[str]], start: str) -> list[Proposal]:
    if not row[4]:
        return []
    from clustercalls.cli.complete import proposals

    config = given.get("config")
    options = {"registry": given.get("registry"), "config": config[0] if config else None}
    pairs = [(each, "") if isinstance(each, str) else each for each in proposals(row[4], options)]
    return [each for each in pairs if each[0].startswith(start)]


def _bash_line(environment: Mapping[str, str]) -> tuple[list[str], str] | None:
    words, place = _split(environment.get("COMP_WORDS", "")), environment.get("COMP_CWORD", "")
    if not place.isdecimal():
        return None
    at = int(place)
    return words[1:at], words[at] if at < len(words) else ""


def _line(environment: Mapping[str, str]) -> tuple[list[str], str]:
    text = environment.get("_TYPER_COMPLETE_ARGS", "")
    words = _split(text)[1:]
    return (words, "") if not words or text.endswith(" ") else (words[:-1], words[-1])


def _split(text: str) -> list[str]:
    for each in "\t\r\n":
        text = text.replace(each, " ")
    return [each for each in text.split(" ") if each]


def _bash(proposals: list[Proposal], _: Mapping[str, str]) -> tuple[str, int]:
    return "\n".join(name for name, _ in proposals) + "\n", 0


def _zsh(proposals: list[Proposal], environment: Mapping[str, str]) -> tuple[str, int]:
    if not proposals:
        return "_files\n", 0
    lines = [
        f'"{_escaped(name)}"' + (f':"{_plain(_escaped(said), environment)}"' if said else "")
        for name, said in proposals
    ]
    return "_arguments '*: :((" + "\n".join(lines) + "))'\n", 0


def _fish(proposals: list[Proposal], environment: Mapping[str, str]) -> tuple[str, int]:
    action = environment.get("_TYPER_COMPLETE_FISH_ACTION", "")
    if action == "is-args":
        return "", 0 if proposals else NOTHING
    if action != "get-args":
        return "\n", 0
    lines = [
        name + (f"\t{_plain(''.join(' ' if c.isspace() else c for c in said), environment)}" if said else "")
        for name, said in proposals
    ]
    return "\n".join(lines) + "\n", 0


NOTHING = 141  # what a run of typer that exits 1 is taken for

Line = Callable[[Mapping[str, str]], tuple[list[str], str] | None]
SHELLS: dict[str, tuple[Line, Callable[[list[Proposal], Mapping[str, str]], tuple[str, int]]]] = {
    "complete_bash": (_bash_line, _bash),
    "complete_zsh": (_line, _zsh),
    "complete_fish": (_line, _fish),
}


def _escaped(text: str) -> str:
    text = text.replace('"', '""').replace("'", "''").replace("$", "\\$").replace("`", "\\`")
    return text.replace(":", r"\\:")


def _plain(text: str, environment: Mapping[str, str]) -> str:
    """The text as typer's rendering leaves it: one without markup that fits on a line as it is."""
    usual = text.isprintable() and max(text) < "\u0300" and "[" not in text and text.count(":") < 2  # noqa: PLR2004 - an emoji has two
    if usual and len(text) <= _columns(environment):
        return text
    from typer.rich_utils import rich_render_text

    return rich_render_text(text)


def _columns(environment: Mapping[str, str]) -> int:
    """How many columns a line has there at least."""
    if environment.get("TERM", "") in {"dumb", "unknown"}:
        return 0
    for name in ("TERMINAL_WIDTH", "COLUMNS"):
        if environment.get(name):
            return int(environment[name]) if environment[name].isdecimal() else 0
    for descriptor in (0, 1, 2):
        try:
            return os.get_terminal_size(descriptor).columns or 80
        except OSError:
            continue
    return 80
