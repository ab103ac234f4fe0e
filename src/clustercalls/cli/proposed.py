"""What may stand at the cursor of a line: commands, options and values, by the table of the declarations."""

from collections.abc import Mapping

from clustercalls.cli import table
from clustercalls.cli.arguments import awaited, rows_of, scanned, several
from clustercalls.cli.commands import HIDDEN
from clustercalls.cli.tell import export

SHELL = "[bash|zsh|fish]"
INSTALLS = "Install completion for this shell, or the one named."
SHOWS = "Show completion for this shell, or the one named."
HELP = (("--help", "-h"), "Show this message and exit.")
ROOT = (
    (("--version",), "Show the version."),
    (("--install-completion",), INSTALLS),
    (("--show-completion",), SHOWS),
    HELP,
)

Proposal = tuple[str, str]  # what may stand there, and what it is


def proposed(words: list[str], start: str) -> list[Proposal]:
    """What may stand behind these words and begins with this text."""
    if not words or words == ["export"]:
        return _named(words, start)
    if words[0] in {"--install-completion", "--show-completion"}:
        return _begun([(each, "") for each in SHELL[1:-1].split("|")] if len(words) == 1 else [], start)
    commands: Mapping[str, table.Command] = table.COMMANDS
    if words[0] == "export":
        words, commands = words[1:], table.EXPORT
    command = commands.get(words[0])
    return _inside(words[0], rows_of(command), words[1:], start) if command else []


def _named(words: list[str], start: str) -> list[Proposal]:
    """The commands and options of the whole, or of a group."""
    if words:
        found = [(name, row[2]) for name, row in table.EXPORT.items()]
    else:  # as in the help, groups last
        shown = ((name, row[2]) for name, row in table.COMMANDS.items() if name not in HIDDEN)
        found = [*shown, ("export", export.ABOUT)]
    options = (HELP,) if words else ROOT
    found += [(name, said) for names, said in options for name in names if start[:1] == "-"]
    return _begun(found, start)


def _inside(name: str, rows: list[table.Row], words: list[str], start: str) -> list[Proposal]:
    """What may stand in the line of one command."""
    wanting = awaited(rows, words)
    parted = scanned(rows, words[:-1] if wanting else words)
    given, loose = parted or ({}, [])
    if wanting and start[:1] != "-":
        return _values(name, wanting, given, loose, start)
    if start[:1] == "-":
        return _attached(name, rows, given, start) or _options(rows, given, start)
    if parted is None:  # out of the usual: who knows what is still wanted
        return []
    left = list(loose)
    for row in rows:
        if not row[2]:
            if several(row[1]) or not left:
                return _values(name, row, given, loose, start)
            left = left[1:]
    return []


def _options(rows: list[table.Row], given: Mapping[str, list[str]], start: str) -> list[Proposal]:
    """The options that can still be given."""
    left = [(row[2], row[5]) for row in rows if several(row[1]) or row[0] not in given]
    return _begun([(name, said) for names, said in (*left, HELP) for name in names], start)


def _attached(name: str, rows: list[table.Row], given: Mapping[str, list[str]], start: str) -> list[Proposal]:
    """Values that hang on the name of their option, as in `--format=json` and `-fjson`."""
    long = start[:2] == "--"
    option = start[: start.find("=") + 1] if long else start[:2]
    row = awaited(rows, [option.removesuffix("=")])
    if row is None or not option or option == start[: 2 + long] == start:
        return []
    return [(option + each, said) for each, said in _values(name, row, given, [], start[len(option) :])]


def _values(
    name: str, row: table.Row, given: Mapping[str, list[str]], loose: list[str], start: str
) -> list[Proposal]:
    """The values of an option or argument; none that would be taken for an option, or for more by zsh."""
    if not row[4]:
        return []
    if "|" in row[4]:
        found: list[Proposal] = [(each, "") for each in row[4].split("|")]
    else:
        from clustercalls.cli.complete import Asked, proposals

        config = given.get("config")
        asked = Asked(
            name, tuple(given.get("registry", ())), config[0] if config else "", tuple(loose), start,
            filtered="all_of_these" in given,
        )  # fmt: skip
        found = proposals(row[4], asked)
    return [each for each in _begun(found, start) if each[0][:1] not in {"-", "="}]


def _begun(found: list[Proposal], start: str) -> list[Proposal]:
    return [each for each in found if each[0].startswith(start)]
