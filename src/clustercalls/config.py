"""The config file: a person's own settings, none of them needed.

`config_keys.py` documents every key.
"""

import os
import stat
from collections.abc import Callable
from datetime import datetime, time
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from msgspec import Struct, ValidationError, convert

from clustercalls import config_copy
from clustercalls.audiences import Audiences
from clustercalls.config_keys import INNER, KEYS, NEEDED
from clustercalls.config_tables import Remind, Smtp, SourceSettings, Watch
from clustercalls.disk.folders import OWN_CONFIG, expanded, is_there, own_file
from clustercalls.disk.read import UNREADABLE, read, unreadable
from clustercalls.entry_tables import Texts
from clustercalls.errors import InputRefused, Place, Problem, either, outside, problem
from clustercalls.i18n import LANGUAGES
from clustercalls.model import EntryKind, StageKind
from clustercalls.phrase import periods
from clustercalls.planning.templates import Templates
from clustercalls.zones import FORGET_MONTHS, zone_of

T = TypeVar("T")


KINDS = tuple(dict.fromkeys(kind.value for kind in (*StageKind, *EntryKind)))


LeadLists = dict[str, Texts]
_AS_WRITTEN = (
    "zone", "lang", "window", "pager", "remind", "smtp", "notify", "template", "audience", "sources", "watch",
)  # fmt: skip


class File(Struct, frozen=True, forbid_unknown_fields=True):
    """The file; each key has its row in `KEYS`."""

    registry: str | Texts = ()
    zone: str = ""
    lang: str = ""
    window: str = ""
    forget_after: str = ""
    alarm_at: str = ""
    pager: bool = False
    leads: dict[str, Texts | LeadLists] = {}
    remind: Remind = Remind()
    smtp: Smtp | None = None
    notify: dict[str, str] = {}
    template: Templates = {}
    audience: Audiences = {}
    sources: dict[str, SourceSettings] = {}
    watch: dict[str, Watch] = {}


class Config(Struct, frozen=True):
    """What the file says, paths made whole; `path` is None when there is no file.

    `trouble` is why it could not be read: then nothing of it is known, and all else is as without one. `key`
    tells it from any other file.
    """

    path: Path | None = None
    registry: tuple[Path, ...] = ()
    zone: str = ""
    lang: str = ""
    window: str = ""
    forget_months: int = FORGET_MONTHS
    alarm_at: time | None = None
    pager: bool = False
    leads: LeadLists = {}
    tag_leads: LeadLists = {}
    remind: Remind = Remind()
    smtp: Smtp | None = None
    notify: dict[str, str] = {}
    template: Templates = {}
    audience: Audiences = {}
    sources: dict[str, SourceSettings] = {}
    watch: dict[str, Watch] = {}
    trouble: Problem | None = None
    key: bytes = b""


def default_path() -> Path | None:
    """Where the config file is looked for: `$XDG_CONFIG_HOME/clustercalls/config.toml`."""
    file = own_file(*OWN_CONFIG)
    return Path(file) if file else None


MEND = "Mend this line; nothing of this file could be read."


def load(named: Path | None, *, piped: bool = True) -> Config:
    """The config file named, which may be a pipe with `piped`, or the user's own; why it cannot be read.

    Raises:
        InputRefused: when the one named is missing, or a key or value in it cannot be.
    """
    path = named or default_path()
    try:
        if path is None or (named is None and not is_there(str(path))):
            return Config()
        data = read(path, piped=piped and named is not None)
    except OSError as error:
        return Config(path, trouble=_named(unreadable(str(path), error), own=named is None))
    except InputRefused as refused:
        if refused.problem.code != UNREADABLE:
            raise
        return Config(path, trouble=_named(refused.problem, own=named is None))
    return _checked(_table(data, path), path, _key(data, path))


def _named(trouble: Problem, *, own: bool) -> Problem:
    """The problem with the variable that named the folder, where one did."""
    variable = OWN_CONFIG[0]
    return trouble.named_by("by variable", variable=variable) if own and variable in os.environ else trouble


def _key(data: bytes, path: Path) -> bytes:
    try:
        return config_copy.key_of(data, str(path)) if path.is_file() else b""  # a pipe is another each time
    except OSError:
        return b""


def _table(data: bytes, path: Path) -> dict[str, Any]:
    import tomli

    try:
        return tomli.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        trouble = problem("not-utf8", Place(str(path)), offset=error.start)
    except tomli.TOMLDecodeError as error:
        trouble = problem("broken-toml", Place(str(path), error.lineno), advice=MEND, **outside(error.msg))
    except (RecursionError, ValueError):
        trouble = problem("broken-toml", Place(str(path)), reason="it cannot be read", advice=MEND)
    raise InputRefused(trouble)


def _checked(table: dict[str, Any], path: Path, key: bytes) -> Config:
    try:
        file = convert(table, File)
    except (ValidationError, OverflowError):
        raise InputRefused(_unshaped(table, path)) from None
    named = (file.registry,) if isinstance(file.registry, str) else file.registry
    if file.lang and file.lang not in LANGUAGES:
        _refuse(path, "lang", "{nearest}", file.lang, **either(LANGUAGES))
    _told(file, path, "zone", "a time zone such as Europe/Rome", zone_of)
    months = _told(file, path, "forget_after", "a number of months or years such as 12m", _months)
    alarm_at = _told(file, path, "alarm_at", "a time of day such as 09:00", _hour)
    leads, tag_leads = _leads(file, path)
    if file.audience:
        from clustercalls.tables.audiences import sure

        sure(file.audience, str(path), LANGUAGES)
    secret = file.notify or (file.smtp and file.smtp.password)
    if secret and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise InputRefused(problem("open-secret", Place(str(path)), path=path))
    registry = tuple(path.parent / expanded(each) for each in named)
    rest = {name: getattr(file, name) for name in _AS_WRITTEN}
    config = Config(
        path,
        registry,
        forget_months=FORGET_MONTHS if months is None else months,
        alarm_at=alarm_at,
        leads=leads,
        tag_leads=tag_leads,
        key=key,
        **rest,
    )
    _keep(config, named)
    return config


def _keep(config: Config, named: Texts) -> None:
    """Keeps what a usual run must know of it."""
    if config.key:
        registry = tuple(map(str, config.registry))
        settings = config_copy.Settings(
            registry, config.zone, config.lang, config.window, config.forget_months, config.key, config.pager
        )
        config_copy.keep(str(config.path), named, settings)


def _unshaped(table: dict[str, Any], path: Path) -> Problem:
    """The first thing that keeps a table from being the file."""
    from clustercalls.tables.diagnose import ExpectedKey, Words, diagnose

    words = Words(
        keys={name: ExpectedKey(each.expected, each.example) for name, each in (KEYS | INNER).items()},
        needed=NEEDED,
        unknown=_known,
        what={"smtp": "`smtp`"},
        secret=frozenset({"smtp", "password", "notify"}),
    )
    return diagnose(table, File, words, "config")[0].at(Place(str(path)))


def _known(key: str, known: tuple[str, ...], *_: object) -> dict[str, str]:
    """Advice to write one of these keys, the one that may be meant first."""
    from clustercalls.query.alike import nearest

    near = "".join(nearest(key, known))
    advice = "Did you mean {near}? There are: {known}." if near else "The keys: {known}."
    return {"advice": advice, "near": near, "known": ", ".join(known)}


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


def _told(file: File, path: Path, key: str, expected: str, read_as: Callable[[str], T]) -> T | None:
    """What the text of a key is read as; None where there is none."""
    text = getattr(file, key)
    try:
        return read_as(text) if text else None
    except ValueError:
        _refuse(path, key, expected, text)


def _months(text: str) -> int:
    return periods.read(text, units="my", digits=3).months


def _hour(text: str) -> time:
    return datetime.strptime(text, "%H:%M").time()  # noqa: DTZ007 - a wall time


def _refuse(path: Path, key: str, expected: str, found: str, **words: str) -> NoReturn:
    filling = {"said": found[:60], "advice": "Write it as in: {example}", "example": KEYS[key].example}
    place = Place(str(path), 0, "", key)
    raise InputRefused(
        problem("bad-type", place, key=key, expected=expected, found="{said}", **filling, **words)
    )
