"""What the parser of the command line found wrong, in words of the catalogue."""

import re

from clustercalls.cli import table
from clustercalls.cli.arguments import awaited, command_of, rows_of
from clustercalls.cli.commands import COMMANDS, GROUPS
from clustercalls.cli.proposed import ROOT
from clustercalls.errors import Problem, outside, problem
from clustercalls.query.alike import nearest

# How the parser says it: what it means. What it proposes instead is not taken: `nearest` does.
NO_OPTION = "there is no option {option}"
NO_COMMAND = "there is no command {name}"
MISSING = "a command is missing"
MEANINGS = {
    r"No such option: (?P<option>.+?)( \(Possible options: .+\))?": NO_OPTION,
    r"No such command '(?P<name>.*?)'\.( Did you mean .+\?)?": NO_COMMAND,
    r"Missing argument '(?P<name>.+)'\.": "{name} is missing",
    r"(Missing command\.)?": MISSING,
    r"Option '(?P<option>.+)' requires an argument\.": "{option} wants a value",
    # What `application._path` refuses.
    r"Invalid value for '(?P<option>.+?)'( / '.+')?: ": "{option} wants a value",
    r"Option '(?P<option>.+)' does not take a value\.": "{option} takes no value",
    r"Got unexpected extra argument\(s\) \((?P<words>.*)\)": "too many arguments: {words}",
    r"Invalid value for '(?P<option>.+?)'.*?: '(?P<value>.*)' is not a valid int(eger)?( range)?\.": (
        "{option} {value}: not a whole number"
    ),
    r"Invalid value for '(?P<option>.+?)'.*?: (?P<value>\S+) is not in the range x>=(?P<least>\d+)\.": (
        "{option} {value}: not {least} or more"
    ),
}
EARLY = "{option} stands before the command"
ADVICE = "See {command} --help"
NEAR = "Did you mean {near}? See {command} --help"
ONE_OF = "One of {known} follows. See {command} --help"
PUT = "Write it behind: {command} {option}"


def misused(message: str, arguments: list[str]) -> Problem:
    """The problem of a command line that cannot be read, as the parser says it of these arguments."""
    names, early = _called(arguments)
    values = {"advice": ADVICE, "command": " ".join(["clustercalls", *names])}
    for form, reason in MEANINGS.items():
        match = re.fullmatch(form, message, re.DOTALL)
        if match:
            values |= {name: text for name, text in match.groupdict().items() if text is not None}
            values = {"reason": reason} | values | _better(reason, values, names, early)
            return problem("bad-usage", None, **values)
    return problem("bad-usage", None, **values, **outside(message.rstrip(".")))


def _better(reason: str, values: dict[str, str], names: list[str], early: set[str]) -> dict[str, str]:
    """What the parser does not say: what may be meant, what there is, and where an option stands."""
    group = bool(names) and names[-1] in GROUPS
    if reason == NO_OPTION:
        options = _options(names)
        if values["option"] in early and values["option"] in options:
            return {"reason": EARLY, "advice": PUT}
        long = (each[2:] for each in options if each[:2] == "--")
        near = nearest(values["option"][2:], long) if values["option"][:2] == "--" else ()
        return {"advice": NEAR, "near": f"--{near[0]}"} if near else {}
    if reason == NO_COMMAND:
        known = tuple(table.EXPORT) if group else tuple(COMMANDS)
        near = nearest(values["name"], known)
        if near:
            return {"advice": NEAR, "near": near[0]}
        return {"advice": ONE_OF, "known": ", ".join(known)} if group else {}
    return {"advice": ONE_OF, "known": ", ".join(table.EXPORT)} if reason == MISSING and group else {}


def _called(arguments: list[str]) -> tuple[list[str], set[str]]:
    """The names of the command that is called, wherever they stand, and the options in front of the last."""
    names: list[str] = []
    options: set[str] = set()
    early: set[str] = set()
    commands = (*table.COMMANDS.values(), *table.EXPORT.values())
    every = [row for command in commands for row in rows_of(command)]
    words = iter(arguments)
    for word in words:
        if word[:1] == "-":
            option = word.partition("=")[0] if word[:2] == "--" else word[:2]
            options.add(option)
            if word == option and awaited(every, [word]):
                next(words, "")
        elif word in (table.EXPORT if names else COMMANDS):
            names.append(word)
            early |= options
            if word not in GROUPS:
                break
        else:
            break
    return names, early


def _options(names: list[str]) -> list[str]:
    """Every option of this command; of the whole, where none is named."""
    command, _ = command_of(names)
    if command is None:
        return [each for each_names, _ in ROOT for each in each_names]
    return [each for row in rows_of(command) for each in row[2]] + ["--help"]
