"""The one boundary where errors become exit codes."""

import os

from clustercalls.cli import arguments, output
from clustercalls.cli.commands import VERSION

LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
AT_ONCE = (["upcoming"], ["remind"])
ENGLISH = frozenset({None, "", "C", "POSIX", "C.UTF-8", "en_US.UTF-8", "en_GB.UTF-8"})  # without a doubt


def main(typed: list[str]) -> int:
    """Runs the command line and returns its exit code; nothing is raised, nothing is printed twice."""
    try:
        return _answer(typed)
    except KeyboardInterrupt:
        return output.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the boundary: a bug is one line and exit 70
        from clustercalls.cli.failure import exit_code_of

        return exit_code_of(error, typed)


def _answer(typed: list[str]) -> int:
    """By the shortest way that knows what these arguments mean: typer knows all of them, and costs most."""
    if os.environ.get("_CLUSTERCALLS_COMPLETE"):
        from clustercalls.cli import shell

        said, code = shell.answer(os.environ, typed)
        output.write([said])
        return code
    if typed == ["--version"]:
        output.write([f"{VERSION}\n"])
        return 0
    if typed and typed[0].partition("=")[0] in {"--show-completion", "--install-completion"}:
        _import_leanly()
        from clustercalls.cli.house.completion import answer as completion

        return completion(typed)
    if typed[:1] == ["where"] and (listed := files(typed[1:])):
        output.write(listed)
        return 0
    if typed[:1] in AT_ONCE and (answered := _at_once(typed[0], typed[1:])) is not None:
        return answered
    command, words = arguments.command_of(typed)
    if command:
        _import_leanly()  # first: a value may be a path
    values = arguments.read(command, words) if command else None
    if command and values is not None:
        from clustercalls.cli import failure  # noqa: F401 - now: a disk that fails later may not give it

        return arguments.called(command, values)
    from clustercalls.cli.application import answer

    return answer(typed)


def _at_once(command: str, words: list[str]) -> int | None:
    if command == "remind":
        from clustercalls.cli.tell import quiet

        return quiet.remind(words)
    from clustercalls.cli.look import at_once

    return at_once.upcoming(words)


def _import_leanly() -> None:
    from clustercalls.cli import lean

    lean.import_msgspec()


def files(words: list[str]) -> list[str]:
    """What `where` says in English where no config file has a say; nothing where more is asked than that."""
    from clustercalls.cli import places, table
    from clustercalls.disk.folders import OWN_CONFIG, is_there, own_file

    given, loose = arguments.scanned(arguments.rows_of(table.COMMANDS["where"]), words) or ({}, words)
    usual = not loose and given.keys() <= {"registry"} and set(map(os.environ.get, LOCALE)) <= ENGLISH
    try:
        config = own_file(*OWN_CONFIG)
        if not usual or (config and is_there(config)):
            return []
        lines = places.lines(places.found_for(given.get("registry", ())), config, VERSION, str, str)
    except OSError:  # told by those who have the words
        return []
    return lines if "".join(lines).replace("\n", "").isprintable() else []
