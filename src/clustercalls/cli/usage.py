"""What the parser of the command line found wrong, in words of the catalogue."""

import re

from clustercalls.errors import Problem, outside, problem

# How the parser says it: what it means.
MEANINGS = {
    r"No such option: (?P<option>.+?)( \(Possible options: (?P<near>.+)\))?": "there is no option {option}",
    r"No such command '(?P<name>.*?)'\.( Did you mean (?P<near>.+)\?)?": "there is no command {name}",
    r"Missing argument '(?P<name>.+)'\.": "{name} is missing",
    r"(Missing command\.)?": "a command is missing",
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


def misused(message: str, command: str) -> Problem:
    """The problem of a command line that cannot be read; `command` is whose help to look into."""
    for form, reason in MEANINGS.items():
        match = re.fullmatch(form, message, re.DOTALL)
        if match:
            said = {name: text for name, text in match.groupdict().items() if text is not None}
            advice = "Did you mean {near}? See {command} --help" if "near" in said else "See {command} --help"
            said["near"] = said.get("near", "").replace("'", "")
            return problem("bad-usage", None, reason=reason, advice=advice, command=command, **said)
    why = outside(message.rstrip("."))
    return problem("bad-usage", None, advice="See {command} --help", command=command, **why)
