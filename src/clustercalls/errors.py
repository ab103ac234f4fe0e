"""Problems as values, and the catalogue of every message this tool can give about what it was given.

A code is stable and documented (`docs/errors.md` is generated from `CATALOGUE`); the words are English
here and translated where they are shown.
"""

from enum import Enum
from typing import ClassVar

from msgspec import Struct


class Severity(Enum):
    """Errors change exit codes; warnings are told by `check` only."""

    ERROR = "error"
    WARNING = "warning"


class Kind(Struct, frozen=True):
    """One row of the catalogue: templates filled with the values of a problem."""

    message: str
    hint: str
    severity: Severity = Severity.ERROR


def _warning(message: str, hint: str) -> Kind:
    return Kind(message, hint, Severity.WARNING)


CATALOGUE: dict[str, Kind] = {
    # The file as a whole
    "broken-toml": Kind("this is not TOML: {reason}", "Mend this line; nothing of this file could be read."),
    "not-utf8": Kind("byte {offset} is not UTF-8", "Save the file as UTF-8."),
    "too-large": Kind("{what} is over the limit of {limit}", "Split it, or shorten it."),
    "too-deep": Kind(
        "tables or lists are nested too deep", "Flatten them; no entry needs more than four levels."
    ),
    "bad-number": Kind("a number has too many digits", "Write the amount itself, in its currency."),
    "unreadable": Kind("cannot be read: {reason}", "Check the path and its permissions."),
    "no-registry": Kind(
        "there is no such file or folder", "Check the path, or make one: clustercalls init {path}"
    ),
    "empty-folder": Kind(
        "this folder holds no .toml file", "Name a folder of registries, or make one: clustercalls init"
    ),
    "newer-schema": Kind("schema {schema} is not known here", "Write schema = 1, or upgrade clustercalls."),
    # One entry
    "unknown-key": Kind("unknown key `{key}`", "{advice}"),
    "missing-key": Kind("`{key}` is missing", "Every {table} needs it: add {key} = {example}"),
    "bad-type": Kind("`{key}` should be {expected}, not {found}", "Write it as in: {example}"),
    "bad-id": Kind(
        "`{value}` cannot be an id", "Use a-z, 0-9, - and _, starting with a letter or digit, 64 at most."
    ),
    "duplicate-id": Kind("the id `{id}` is taken, at {first}", "Give one of the two another id."),
    "duplicate-stage": Kind("this entry has two stages `{stage}`", "Give one of the two another id."),
    "bad-status": Kind(
        "`{value}` cannot be stated as status",
        "Write one of cancelled, suspended, exhausted, open; the rest follows from the dates.",
    ),
    "unknown-kind": Kind("`{value}` is no kind of stage", "Did you mean {near}? The kinds: {known}."),
    # Dates and zones
    "bad-date": Kind("`{value}` cannot be read as a date: {reason}", "{advice}"),
    "bad-time": Kind("`{value}` is no time of day", 'Write it as at = "17:00".'),
    "end-before-start": Kind("it ends ({until}) before it starts ({when})", "Swap the two, or mend one."),
    "until-without-when": Kind("it says until when it lasts, not from when", "Add `when` (or `starts`)."),
    "two-dates": Kind("`when` and `after` both say when", "Keep the one that the source says."),
    "idle-time": Kind(
        "`at` has no date of this entry to belong to", "Put it into the stage it is meant for."
    ),
    "unknown-zone": Kind("`{value}` is no time zone", "{advice}"),
    "stray-days": Kind(
        "`days` is only for internal deadlines",
        'Write after = {{ stage = "first", days = 10 }} for another kind.',
    ),
    "dangling-stage": Kind(
        "`{key}` names the stage `{stage}`, which is not there", "The stages here: {known}."
    ),
    "stage-circle": Kind("the stages {stages} wait for each other", "Give one of them its own `when`."),
    "date-out-of-range": Kind("`after` leads out of the years 1900-2199", "Check the months and days."),
    # Money and addresses
    "bad-money": Kind("`{key}` cannot be {value}", "Write the amount as a number: budget = 18_500_000"),
    "bad-rate": Kind("a rate of {value} % cannot be", "Write a percentage from 0 to 100."),
    "bad-address": Kind("`{value}` is no web address", "Write it whole, with http:// or https://"),
    "bad-period": Kind("`{value}` is no period", "Write a number and d, w, m or y, such as 30d."),
    # Warnings, by `check`
    "doubled-hour": _warning(
        "{when} {at} comes twice in {zone}: the clocks go back",
        "The earlier one counts; write an offset to say which.",
    ),
    "skipped-hour": _warning(
        "{when} {at} does not exist in {zone}: the clocks go forward",
        "Ask the source; the earlier reading counts.",
    ),
    "zone-season": _warning(
        "{value} on {when}: Brussels is on {actual} then",
        "Write Europe/Brussels if that is meant; it is read so.",
    ),
    "weekend-deadline": _warning("the deadline {when} is a {weekday}", "Check it with the source."),
    "stage-order": _warning(
        "`{stage}` ({when}) comes before `{first}`, which it follows", "Check both dates."
    ),
    "unsourced": _warning(
        "neither a source nor a date of confirmation",
        "Add source = {{ title = ..., date = ... }}, or checked = a date.",
    ),
    "open-with-date": _warning(
        'status = "open" beside a dated deadline: the dates decide', "Take the status out."
    ),
    # What was typed
    "bad-usage": Kind("{reason}", "See clustercalls {command} --help"),
    "unknown-value": Kind("{option} {value}: no entry has it", "{advice}"),
    "unknown-choice": Kind("{option} {value}: not one of {known}", "Did you mean {near}?"),
    "bad-window": Kind(
        "`{value}` is no window: {reason}",
        "Write 30d, 2w, 3m, 1y, today, tomorrow, eow, eom, eoy, friday, 2017-04, 2017-04-04 or A..B.",
    ),
    "bad-moment": Kind("`{value}` is no moment", "Write 2017-04-04 or 2017-04-04T17:00."),
    "unknown-column": Kind("`{value}` is no column here", "The columns: {known}."),
    "two-shapes": Kind(
        "--template goes with neither --format nor --columns", "Name the columns in the template."
    ),
    "unknown-id": Kind("no entry `{id}`", "{advice}"),
    "ambiguous-id": Kind("`{id}` could be {matches}", "Write more of it."),
    "wants-registry": Kind(
        "there is no registry of yours", "Make one: clustercalls init, or name one: --registry FILE"
    ),
    "already-there": Kind("already there, and left as it is", "Choose another path, or edit this file."),
    # The world
    "cannot-write": Kind("cannot be written: {reason}", "Nothing was changed."),
    "output-failed": Kind("the output failed: {reason}", "What was shown may be cut off."),
    "bug": Kind("{reason}", "This is a bug of clustercalls: run again with --debug and report it."),
}


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
        return self.kind.message.format(**dict(self.values))

    @property
    def hint(self) -> str:
        """What to do next, in English."""
        return self.kind.hint.format(**dict(self.values))


def problem(code: str, place: Place | None = None, **values: object) -> Problem:
    """The problem of this code; `values` are what its templates name."""
    return Problem(code, place or Place(), tuple((name, str(value)) for name, value in values.items()))


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
