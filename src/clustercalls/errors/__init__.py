"""Problems as values: a code of the catalogue, a place, and what fills the words.

A code is stable and documented; the words are English in the catalogue and translated where they are shown.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from msgspec import Struct

from clustercalls.errors.catalogue import CATALOGUE  # at once: later no file may open any more
from clustercalls.errors.kinds import Kind, Severity
from clustercalls.limits import MIB

ADVICE = {
    "near": "Did you mean {near}?",
    "one of these": "Write one of these.",
    "elsewhere": "Write {near}",
    "every id": "clustercalls list --all shows every id.",
    "no stage here": "Here an entry is named, without its stage: {near}",
    "fields": "The fields: {known}.",
    "near word": "Did you mean {nearest}? Any new word: clustercalls set ID track=WORD",
    "every word": "The last word is one of these: {known}. A new word: clustercalls set ID track=WORD",
    "near field": "Did you mean {near}? Write FIELD=VALUE, with one of {known}.",
    "every field": "Write FIELD=VALUE, with one of {known}.",
    "columns": "The columns: {known}.",
    "near column": "Did you mean {near}? The columns: {known}.",
    "an id stays": "An id stays; clustercalls edit can change it.",
    "stages": "Its stages: {known}.",
    "no stages": "It has none.",
    "near place": "Did you mean {nearest}?",
    "every place": "Those that are: {known}.",
    "a date first": "Give it a date first: clustercalls set {id} deadline=DATE",
    "stages of it": "Name the stage, one of: {known}.",
    "a field": "Its date is a field of the entry: {stage}=DATE.",
    "title": "Write what it is called.",
    "one zone": "Write the hours in one zone, or give a stage of its own to each: --stage NAME=DATE.",
    "same clock": "Write {example}, which is the same on the clock of {clock}; "
    "or, if all are of {zone}, first: clustercalls set {name} zone={zone}",
    "zone of all": "If all are of {zone}, first: clustercalls set {name} zone={zone}",
    "holds": "It holds: {known}.",
    "empty": "It is empty.",
    "one value": "Write {key}=VALUE.",
    "nothing": "nothing",
    "needed": "an entry needs it",
    "not in the list": "it is not in the list",
    "holds one": "it holds one value",
    "not known": "The journal holds none.",
    "all back": "The journal begins at {at}, and all since then is taken back.",
    "sent again": "It is tried again at the next run.",
    "run again": "Nothing is remembered of it: run it again.",
    "take back": "Take back what was changed with: clustercalls undo",
    "undo again": "When the reason is gone, take back the rest with: clustercalls undo",
    "by variable": "{variable} names it.",
    "by key": "`{key}` in {config} names it.",
    "no TOML": "{side} is not TOML at line {line}",
    "no text": "{side} is not UTF-8",
    "no block": "in {side} an entry is not a block of its own",
    "not sure": "which block is which is not clear",
    "its kind": "Check the address, or name its kind.",
    "as": "Name what it is with --as.",
    "no home": "There is no home to keep a journal in.",
}

# Values that are words of ours: said in the reader's language, and their own `{names}` filled. What comes
# from outside goes into a value of another name, and the text around it names that: never said, never filled.
SAID = frozenset(
    {"reason", "advice", "expected", "found", "item", "what", "limit", "most", "nearest", "weekday"}
)
HUGE = "a number of very many digits"  # said wherever such a number would be quoted
EITHER = (
    "{near}",
    "{near} or {second}",
    "{near} or {second} or {third}",
    "{near} or {second} or {third} or {fourth}",
)
_NAME = r"\{(\w+)\}"  # compiled where a problem is told


class Place(Struct, frozen=True):
    """Where a problem is: as much as is known of file, line (from 1), entry and field."""

    file: str = ""
    line: int = 0
    entry: str = ""
    field: str = ""


class Problem(Struct, frozen=True):
    """Bad data as a value. `code` is a key of `CATALOGUE`; `values` fill its templates."""

    code: str
    place: Place
    values: tuple[tuple[str, str], ...] = ()

    @property
    def kind(self) -> Kind:
        """Its row of the catalogue."""
        return CATALOGUE[self.code]

    @property
    def severity(self) -> Severity:
        """Error or warning."""
        return self.kind.severity

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return self.worded(str)[0]

    @property
    def hint(self) -> str:
        """What to do next, in English."""
        return self.worded(str)[1]

    def named_by(self, namer: str, **values: str) -> "Problem":
        """The same, with what named the file: a text of `ADVICE` by its key, and the values of that."""
        return Problem(self.code, self.place, (*self.values, ("namer", ADVICE[namer]), *values.items()))

    def worded(self, say: Callable[[str], str]) -> tuple[str, str]:
        """What is wrong and what to do next, in the language into which `say` puts English words."""
        values = dict(self.values)
        told = [filled(each, values, say) for each in (self.kind.message, self.kind.hint)]
        if "namer" in values:
            told[1] = f"{filled(values['namer'], values, say)} {told[1]}"
        return told[0], told[1]


def filled(template: str, values: Mapping[str, str], say: Callable[[str], str]) -> str:
    """The template said, its names filled; a text of ours in it is said and filled the same way."""

    def value(match: re.Match[str]) -> str:
        name = match[1]
        text = values.get(name, match[0])
        if name in SAID and name in values:
            return filled(text, {key: each for key, each in values.items() if key != name}, say)
        return say(HUGE) if text == HUGE else text

    return re.sub(_NAME, value, say(template))


def either(words: Sequence[str]) -> dict[str, str]:
    """The values of a text with `{nearest}` in it: one to four words, "or" between them."""
    names = ("near", "second", "third", "fourth")
    return {"nearest": EITHER[min(len(words), len(EITHER)) - 1], **dict(zip(names, words, strict=False))}


def limit_of(most: int) -> dict[str, str]:
    """The values of a limit of bytes: whole MiB, or KiB where it is none."""
    if most % MIB:
        return {"limit": "{most} KiB", "most": str(most // 1024)}
    return {"limit": "{most} MiB", "most": str(most // MIB)}


def outside(told: object) -> dict[str, str]:
    """The values of a reason that others gave: said when it is known, else as it is.

    Of an error of the system it is what that says, without the number and the path.
    """
    text = str((told.strerror if isinstance(told, OSError) else None) or told)
    return {"reason": "{words}" if "{" in text else text, "words": text}


def problem(code: str, place: Place | None = None, **values: object) -> Problem:
    """The problem of this code; `values` are what its templates name."""
    return Problem(code, place or Place(), tuple((name, str(value)) for name, value in values.items()))


class ReaderLeft(Exception):
    """The reader of a pipe that a person named went away; not an error."""


class Refusal(Exception):
    """The command stops here: `problem` says why, `exit_code` is the process's."""

    exit_code: ClassVar[int]

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class UsageRefused(Refusal):
    """What was typed cannot be meant (exit 2)."""

    exit_code = 2


class InputRefused(Refusal):
    """Our own input is missing or unusable (exit 3)."""

    exit_code = 3


class WorldFailed(Refusal):
    """Output, disk, lock, source or delivery failed (exit 4)."""

    exit_code = 4
