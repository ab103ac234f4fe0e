"""The config file: a person's own settings, none of them needed.

`KEYS` documents every key; docs/configuration.md is made from it.
"""

import stat
from pathlib import Path
from typing import Any, Literal, NoReturn

from msgspec import Struct, ValidationError, convert, field

from clustercalls.disk.folders import OWN_CONFIG, is_there, own_file
from clustercalls.disk.read import read
from clustercalls.errors import InputRefused, Place, Problem, either, outside, problem
from clustercalls.i18n import LANGUAGES
from clustercalls.model import EntryKind, StageKind, Texts
from clustercalls.phrase import periods
from clustercalls.zones import FORGET_MONTHS, zone_of


class Key(Struct, frozen=True):
    """What a key should be, an example, and what it means."""

    expected: str
    example: str
    meaning: str


LISTED = " or ".join(f"`{code}`" for code in LANGUAGES)
KEYS = {
    "registry": Key(
        "a path or a list of paths",
        'registry = ["~/calls/calls.toml", "team.toml"]',
        "Registries to read when none is named: a file or folder, or a list; relative to this file's folder.",
    ),
    "zone": Key(
        "a text",
        'zone = "Europe/Rome"',
        "On whose clock exact times are shown; by default each deadline's own.",
    ),
    "lang": Key("a text", 'lang = "it"', f"Language of the output, {LISTED}; by default that of the locale."),
    "window": Key(
        "a text", 'window = "90d"', "WINDOW of `upcoming` when none is given; by default everything ahead."
    ),
    "forget_after": Key(
        "a text",
        'forget_after = "12m"',
        "How long what has no end date counts as ahead after it was last confirmed, in months or years.",
    ),
    "leads": Key(
        "a table of lists of periods",
        'leads = { deadline = ["60d", "14d", "2d"], event = ["21d"], tags = { smes = ["90d", "7d"] } }',
        "How long before `remind` tells, per kind of stage or entry, and per tag, which wins; `[]` mutes.",
    ),
    "remind": Key(
        "a table",
        'remind = { skip = ["innosup-1-2017", "escp-4i-2017/published", "matchmaking"] }',
        "What `remind` passes over for you alone: ids of entries, of stages (ENTRY/STAGE), or tags.",
    ),
    "smtp": Key(
        "a table",
        (
            'smtp = { host = "mail.example.org", port = 587, security = "starttls", user = "me", '
            'password = "…", from = "me@example.org" }'
        ),
        (
            "The mail server of `--mail-to`; `security` is starttls (the default), tls or none. "
            "A file with a password must be readable by you alone (chmod 600)."
        ),
    ),
    "notify": Key(
        "a table of texts",
        'notify = { team = "slack://TokenA/TokenB/TokenC" }',
        "Names for `--notify`, and the apprise addresses they stand for; they hold credentials: chmod 600.",
    ),
}
KINDS = tuple(dict.fromkeys(kind.value for kind in (*StageKind, *EntryKind)))


class Smtp(Struct, frozen=True, forbid_unknown_fields=True):
    """The mail server, and who writes; without a port, the usual one of its security."""

    host: str
    sender: str = field(name="from")
    port: int = 0
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: str = ""
    password: str = ""

    def __repr__(self) -> str:
        """Without the password."""
        return f"Smtp({self.host})"


class Remind(Struct, frozen=True, forbid_unknown_fields=True):
    """What concerns reminders alone."""

    skip: Texts = ()


LeadLists = dict[str, Texts]


class File(Struct, frozen=True, forbid_unknown_fields=True):
    """The file; each key has its row in `KEYS`."""

    registry: str | Texts = ()
    zone: str = ""
    lang: str = ""
    window: str = ""
    forget_after: str = ""
    leads: dict[str, Texts | LeadLists] = {}
    remind: Remind = Remind()
    smtp: Smtp | None = None
    notify: dict[str, str] = {}


class Config(Struct, frozen=True):
    """What the file says, paths made whole; `path` is None when there is no file."""

    path: Path | None = None
    registry: tuple[Path, ...] = ()
    zone: str = ""
    lang: str = ""
    window: str = ""
    forget_months: int = FORGET_MONTHS
    leads: LeadLists = {}
    tag_leads: LeadLists = {}
    remind: Remind = Remind()
    smtp: Smtp | None = None
    notify: dict[str, str] = {}


def default_path() -> Path | None:
    """Where the config file is looked for: `$XDG_CONFIG_HOME/clustercalls/config.toml`."""
    file = own_file(*OWN_CONFIG)
    return Path(file) if file else None


MEND = "Mend this line; nothing of this file could be read."


def load(named: Path | None, *, piped: bool = True) -> Config:
    """The config file named, which may be a pipe with `piped`, or the user's own if there is one.

    Raises:
        InputRefused: when the one named is missing, one is no file, or a key or value in it cannot be.
    """
    path = named or default_path()
    if path is None or (named is None and not is_there(str(path))):
        return Config()
    return _checked(_table(path, piped=piped and named is not None), path)


def _table(path: Path, *, piped: bool) -> dict[str, Any]:
    import tomli

    try:
        return tomli.loads(read(path, piped=piped).decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        found = problem("not-utf8", Place(str(path)), offset=error.start)
    except tomli.TOMLDecodeError as error:
        found = problem("broken-toml", Place(str(path), error.lineno), advice=MEND, **outside(error.msg))
    except (RecursionError, ValueError):
        found = problem("broken-toml", Place(str(path)), reason="it cannot be read", advice=MEND)
    raise InputRefused(found)


def _checked(table: dict[str, Any], path: Path) -> Config:
    try:
        file = convert(table, File)
    except (ValidationError, OverflowError):
        raise InputRefused(_unshaped(table, path)) from None
    named = (file.registry,) if isinstance(file.registry, str) else file.registry
    if file.lang and file.lang not in LANGUAGES:
        _refuse(path, "lang", "{nearest}", file.lang, **either(LANGUAGES))
    if file.zone and not _is_zone(file.zone):
        _refuse(path, "zone", "a time zone such as Europe/Rome", file.zone)
    months = _months(file.forget_after, path) if file.forget_after else FORGET_MONTHS
    leads, tag_leads = _leads(file, path)
    if file.notify or (file.smtp and file.smtp.password):
        _check_private(path)
    registry = tuple(path.parent / _at_home(each) for each in named)
    rest = {name: getattr(file, name) for name in ("zone", "lang", "window", "remind", "smtp", "notify")}
    return Config(path, registry, forget_months=months, leads=leads, tag_leads=tag_leads, **rest)


def _unshaped(table: dict[str, Any], path: Path) -> Problem:
    """The first thing that keeps a table from being the file."""
    from clustercalls.tables.diagnose import Key, Words, diagnose

    inner = {
        "port": Key("a whole number", "port = 587"),
        "security": Key("starttls, tls or none", 'security = "starttls"'),
        "password": Key("a text", 'password = "…"'),
        "skip": Key("a list of texts", 'skip = ["innosup-1-2017"]'),
    }
    words = Words(
        keys=inner | {name: Key(each.expected, each.example) for name, each in KEYS.items()},
        needed={"host": "mail.example.org", "from": "me@example.org"},
        unknown=lambda key, known, *_: {"advice": "The keys: {known}.", "known": ", ".join(known)},
        what={"smtp": "`smtp`"},
        secret=frozenset({"smtp", "password", "notify"}),
    )
    return diagnose(table, File, words, "config")[0].at(Place(str(path)))


def _leads(file: File, path: Path) -> tuple[LeadLists, LeadLists]:
    """The leads by kind, and by tag in lower case."""
    kinds = {key: its for key, its in file.leads.items() if isinstance(its, tuple)}
    tags = next((its for its in file.leads.values() if isinstance(its, dict)), {})
    for period in (each for lists in (kinds, tags) for its in lists.values() for each in its):
        try:
            periods.read(period)
        except periods.NotAPeriod:
            _refuse(path, "leads", "periods such as 30d, 2w, 3m", period)
    for key, its in file.leads.items():
        if key not in KINDS if isinstance(its, tuple) else key != "tags":
            _refuse(path, "leads", "kinds of stages or entries, or tags", key)
    return kinds, {tag.casefold(): its for tag, its in tags.items()}


def _at_home(text: str) -> Path:
    """The path a text names; where `~` is nobody's home it stays, and is looked for like any other name."""
    try:
        return Path(text).expanduser()
    except RuntimeError:
        return Path(text)


def _check_private(path: Path) -> None:
    if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise InputRefused(problem("open-secret", Place(str(path)), path=path))


def _months(text: str, path: Path) -> int:
    try:
        return periods.read(text, units="my", digits=3).months
    except periods.NotAPeriod:
        _refuse(path, "forget_after", "a number of months or years such as 12m", text)


def _is_zone(name: str) -> bool:
    try:
        zone_of(name)
    except ValueError:
        return False
    return True


def _refuse(path: Path, key: str, expected: str, found: str, **words: str) -> NoReturn:
    filling = {"said": found[:60], "advice": "Write it as in: {example}", "example": KEYS[key].example}
    place = Place(str(path), 0, "", key)
    raise InputRefused(
        problem("bad-type", place, key=key, expected=expected, found="{said}", **filling, **words)
    )
