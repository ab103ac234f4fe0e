"""Problems as values, and the catalogue of every message this tool can give about what it was given.

A code is stable and documented (`docs/errors.md` is generated from `CATALOGUE`); the words are English
here and translated where they are shown.
"""

import re
from collections.abc import Callable, Mapping, Sequence
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


FILE: dict[str, Kind] = {
    "broken-toml": Kind("this is not TOML: {reason}", "{advice}"),
    "not-utf8": Kind("byte {offset} is not UTF-8", "Save the file as UTF-8: editors offer it under Save as."),
    "too-large": Kind("{what} is over the limit of {limit}", "Split it, or shorten it."),
    "too-deep": Kind(
        "tables or lists are nested too deep", "Flatten them; no entry needs more than four levels."
    ),
    "bad-number": Kind("a number has too many digits", "Write the amount itself: budget = 18_500_000"),
    "unreadable": Kind("cannot be read: {reason}", "Check the path and its permissions."),
    "no-registry": Kind(
        "there is no such file or folder", "Check the path, or make one: clustercalls init {path}"
    ),
    "empty-folder": Kind(
        "this folder holds no .toml file", "Name a folder of registries, or make one: clustercalls init"
    ),
    "unknown-schema": Kind("schema {schema} is not known here", "Write schema = 1, or upgrade clustercalls."),
}

ENTRY: dict[str, Kind] = {
    "unknown-key": Kind("unknown key `{key}`", "{advice}"),
    "missing-key": Kind("`{key}` is missing", "Every {what} needs it: add {key} = {example}"),
    "bad-type": Kind("`{key}` should be {expected}, not {found}", "{advice}"),
    "bad-id": Kind(
        "`{value}` cannot be an id",
        'Write a-z, 0-9, - and _, a letter or digit first, 64 at most: id = "{near}"',
    ),
    "duplicate-id": Kind("the id `{id}` is taken, at {first}", "Give one of the two another id."),
    "duplicate-stage": Kind("this entry has two stages `{stage}`", "{advice}"),
    "bad-status": Kind("`{value}` cannot be the status of {what}", "{advice}"),
    "unknown-kind": Kind("`{value}` is no kind of stage", "{advice}"),
}

DATES: dict[str, Kind] = {
    "bad-date": Kind("`{value}` cannot be read as a date: {reason}", "{advice}"),
    "bad-time": Kind("`{value}` is no time of day", 'Write it from 00:00 to 23:59, as at = "17:00".'),
    "end-before-start": Kind("it ends ({until}) before it starts ({when})", "Swap the two, or mend one."),
    "until-without-when": Kind("it says until when it lasts, not from when", "{advice}"),
    "two-dates": Kind("`{first}` and `{second}` both say when", "Keep the one that the source says."),
    "two-hours": Kind("`at` says {at}, and the date has an hour of its own", "Keep one of the two."),
    "idle-time": Kind(
        "`at` has no date of this entry to belong to", "Put it into the stage it is meant for."
    ),
    "unknown-zone": Kind("`{value}` is no time zone", "{advice}"),
    "stray-days": Kind(
        "`days` is only for internal deadlines", 'Write after = { stage = "{stage}", days = {days} }'
    ),
    "days-without-deadline": Kind(
        "`days` counts from the deadline, and there is none here", "Add the deadline, or write `when`."
    ),
    "dangling-stage": Kind("`{key}` names the stage `{stage}`, which is not there", "{advice}"),
    "stage-circle": Kind("the stages {stages} wait for each other", "{advice}"),
    "date-out-of-range": Kind(
        "counted from another stage, it leaves the years 1900 to 2199", "Check the months and days."
    ),
}

MONEY: dict[str, Kind] = {
    "bad-money": Kind("`{key}` cannot be {value}", "Write it from 0 to 10_000_000_000_000: {example}"),
    "bad-rate": Kind("a rate of {value} % cannot be", "Write a percentage from 0 to 100: rate = 75"),
    "bad-address": Kind("`{value}` is no web address", "{advice}"),
    "bad-period": Kind("`{value}` is no period", "Write a number and d, w, m or y, such as 30d."),
}

WARNINGS: dict[str, Kind] = {
    "doubled-hour": _warning(
        "{when} {at} comes twice in {zone}: the clocks go back",
        "The earlier one counts; to say which, write the offset: {when}T{at}:00{offset}",
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
    "stage-order": _warning("`{stage}` ({when}) comes before `{first}` ({start})", "Check both dates."),
    "lost-history": _warning("the history tells of a stage `{stage}`, which is not there", "{advice}"),
    "unsourced": _warning(
        "neither a source nor a date of confirmation",
        'Add source = { title = "…", date = 2017-01-31 }, or checked = 2017-01-31',
    ),
    "undated-source": _warning(
        "its source has no date and nobody confirmed it: without a date of its own it stays ahead for ever",
        "Add the date of the source, or checked = 2017-01-31",
    ),
    "open-with-date": _warning(
        'status = "open" beside a dated deadline: the dates decide', "Take the status out."
    ),
}

TYPED: dict[str, Kind] = {
    "bad-usage": Kind("{reason}", "{advice}"),
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
    "broken-entry": Kind(
        "`{id}` has errors, so it is not shown", "Mend what is told above; clustercalls check."
    ),
    "ambiguous-id": Kind("`{id}` could be {matches}", "Write more of it."),
    "wants-registry": Kind(
        "there is no registry of yours", "Make one: clustercalls init, or name one: --registry FILE"
    ),
    "output-is-input": Kind("this is a file that was read", "Name another one: nothing was written."),
    "already-there": Kind("already there, and left as it is", "Choose another path, or edit this file."),
}

WORLD: dict[str, Kind] = {
    "cannot-write": Kind("cannot be written: {reason}", "Nothing was changed."),
    "output-failed": Kind("the output failed: {reason}", "What was shown may be cut off."),
    "bug": Kind("{reason}", "This is a bug of clustercalls: run again with --debug and report it."),
    # Calendars
    "unfit-event": Kind("no valid event can be made of it: {reason}", "Mend it; the rest was exported."),
    "foreign-calendar": Kind("not a calendar that this command wrote", "Name another path, or add --force."),
    "broken-calendar": Kind(
        "a calendar of ours, but it cannot be read back: {reason}",
        "Restore it, or start it anew with --force.",
    ),
    "bad-server": Kind(
        "the address of a server begins with https://, and holds no user or password",
        "Write it as https://dav.example.org/, and the user as --user.",
    ),
    "no-password": Kind(
        "no password of {user} at {host}",
        "Put it into {variable}, name a command with --password-command, or keep it in the keyring.",
    ),
    "password-command": Kind("the command for the password failed: {reason}", "Try it by itself."),
    "caldav-failed": Kind("{reason}", "What was done stays; a repeat does the rest."),
}

REMINDERS: dict[str, Kind] = {
    "no-state-folder": Kind(
        "no home is known, so nothing can be remembered",
        "Set HOME or XDG_STATE_HOME, or look with --dry-run.",
    ),
    "lost-memory": Kind(
        "what was told cannot be read: {reason}",
        "It is kept as {aside}; what was due before today counts as told.",
    ),
    "cannot-remember": Kind(
        "what was told cannot be remembered: {reason}", "Mend that, or it is told again at the next run."
    ),
    "other-run": Kind("another run is telling these reminders", "Nothing to do: it tells what is due."),
    "not-delivered": Kind("{target}: not delivered: {reason}", "It is tried again at the next run."),
    "no-smtp": Kind(
        "no mail server is known",
        'Add to the config: smtp = { host = "mail.example.org", from = "me@example.org" }',
    ),
    "bad-recipient": Kind("`{value}` is no mail address", "Write it alone, as in me@example.org"),
    "bad-command": Kind("`{value}` is no command", "Write it as you would type it, in quotes."),
    "unknown-service": Kind(
        "`{value}` is neither an address nor a name of `notify` in the config", "The names: {known}."
    ),
    "secret-typed": Kind(
        "a password on the command line can be read by everybody on this machine",
        'Put the address into the config, notify = { team = "…" }, and write --notify team',
    ),
    "bad-since": Kind("`{value}` is no day that has come", "Write --since 7d, 2w, monday or 2017-04-04."),
    "no-revision": Kind("git has no such file at `{value}`: {reason}", "Write it as --against git:HEAD~1"),
    "bad-daily": Kind("`{value}` is no time of day", "Write it as --daily 07:30"),
    "bad-config": Kind("`{key}` cannot be read: {reason}", "Write it as in: {example}"),
    "open-secret": Kind(
        "this config holds a password or an address of --notify, and others can read it",
        "Make it yours alone: chmod 600 {path}",
    ),
}

# Editing
EDITING: dict[str, Kind] = {
    "locked": Kind(
        "somebody else has been writing for {seconds} seconds", "Nothing was changed; try again later."
    ),
    "changed-on-disk": Kind(
        "it was changed on disk meanwhile; nothing was written", "Run the command again."
    ),
    "not-durable": Kind(
        "written, but the disk would not confirm it: {reason}", "Check the disk; the new text is in place."
    ),
    "no-journal": Kind(
        "the journal of edits cannot be written: {reason}",
        "Nothing was changed. Set XDG_STATE_HOME to a folder of yours.",
    ),
    "not-in-place": Kind(
        "`{id}` cannot be edited in place: its text is not a block of its own",
        "Edit the file by hand, then: clustercalls check",
    ),
    "bad-value": Kind("`{key}` was read as {found}: {reason}", "{advice}"),
    "unknown-field": Kind("there is no field `{key}` to set", "{advice}"),
    "bad-setting": Kind("`{value}` sets nothing", "Write field=value, field+=value or field-=value."),
    "unknown-stage": Kind("`{id}` has no stage `{stage}`", "{advice}"),
    "which-stage": Kind("`{id}` has several dates that could move", "Say which: {known}."),
    "stage-there": Kind(
        "`{key}` would be one more beside {known}", "Move that one: clustercalls move {first} DATE"
    ),
    "no-stage": Kind("`{id}` has no date to move", "Give it one: clustercalls set {id} deadline=DATE"),
    "ambiguous-date": Kind("`{value}` could be {readings}", "Write it as {example}."),
    "not-understood": Kind(
        "`{value}` is no date: {reason}", "Write 2017-04-06, 6 Apr 2017, or 2017-02/2017-03."
    ),
    "reserved-id": Kind("the id `{id}` is the name of a device on some systems", "Choose another."),
    "taken-id": Kind("the id `{id}` is taken", "Choose another, such as {free}."),
    "not-text": Kind("`{key}` holds bytes that are no text", "Write it as UTF-8."),
    "no-title": Kind(
        "an entry needs a title", "Give --title, write it with --edit, or answer at a terminal."
    ),
    "wants-yes": Kind("remove asks first, and there is nobody to ask", "Add --yes."),
    "nothing-to-undo": Kind("no command's edit of this registry is left to take back", "{advice}"),
    "changed-since": Kind(
        "changed since `{command}` ({at}); nothing was taken back",
        "Look at it with: clustercalls changes {id}",
    ),
    "no-source": Kind("there is no entry with a source to repeat", "Give --source-title or --source-url."),
    "no-editor": Kind("the editor {editor} cannot be started: {reason}", "Set VISUAL or EDITOR."),
    "editor-failed": Kind(
        "the editor ended with {status}", "Nothing was written; the text is kept in {kept}."
    ),
    "not-one-entry": Kind("{count} entries came back instead of one", "The text is kept in {kept}."),
    "text-kept": Kind("the text was not written", "It is kept in {kept}."),
    "two-ways": Kind("--edit goes with no other field", "Write the fields in the editor."),
}
ADVICE = {
    "near": "Did you mean {near}?",
    "every id": "clustercalls list --all shows every id.",
    "fields": "The fields: {known}.",
    "an id stays": "An id stays; clustercalls edit can change it.",
    "stages": "Its stages: {known}.",
    "no stages": "It has none.",
    "a field": "Its date is a field of the entry: {stage}=DATE.",
    "title": "Write what it is called.",
    "holds": "It holds: {known}.",
    "empty": "It is empty.",
    "one value": "Write {key}=VALUE.",
    "needed": "an entry needs it",
    "not in the list": "it is not in the list",
    "holds one": "it holds one value",
    "not known": "The journal knows of none.",
    "no home": "There is no home to keep a journal in.",
}

# The sections of docs/errors.md; those of `READING` are about what a registry file holds.
SECTIONS: dict[str, dict[str, Kind]] = {
    "The file as a whole": FILE,
    "One entry": ENTRY,
    "Dates and zones": DATES,
    "Money and addresses": MONEY,
    "Warnings, by `check`": WARNINGS,
    "What was typed": TYPED,
    "The world": WORLD,
    "Reminders": REMINDERS,
    "Editing": EDITING,
}
READING = FILE | ENTRY | DATES | MONEY | WARNINGS
CATALOGUE = {code: kind for section in SECTIONS.values() for code, kind in section.items()}


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
_NAME = re.compile(r"\{(\w+)\}")


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

    def worded(self, say: Callable[[str], str]) -> tuple[str, str]:
        """What is wrong and what to do next, in the language into which `say` puts English words."""
        values = dict(self.values)
        return filled(self.kind.message, values, say), filled(self.kind.hint, values, say)


def filled(template: str, values: Mapping[str, str], say: Callable[[str], str]) -> str:
    """The template said, its names filled; a text of ours in it is said and filled the same way."""

    def value(match: re.Match[str]) -> str:
        name = match[1]
        found = values.get(name, match[0])
        if name in SAID and name in values:
            return filled(found, {key: each for key, each in values.items() if key != name}, say)
        return say(HUGE) if found == HUGE else found

    return _NAME.sub(value, say(template))


def either(words: Sequence[str]) -> dict[str, str]:
    """The values of a text with `{nearest}` in it: one to four words, "or" between them."""
    names = ("near", "second", "third", "fourth")
    return {"nearest": EITHER[min(len(words), len(EITHER)) - 1], **dict(zip(names, words, strict=False))}


def outside(told: object) -> dict[str, str]:
    """The values of a reason that others gave, such as the system: said when it is known, else as it is."""
    text = str(told)
    return {"reason": "{words}" if "{" in text else text, "words": text}


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
