"""The config file: a person's own settings, none of them needed.

`KEYS` documents every key; docs/configuration.md is made from it.
"""

import stat
from pathlib import Path
from typing import Any, Literal, NoReturn

from msgspec import Struct, ValidationError, convert, field

from clustercalls.disk.folders import user_folder
from clustercalls.disk.read import read
from clustercalls.errors import InputRefused, Place, either, outside, problem
from clustercalls.i18n import LANGUAGES
from clustercalls.model import EntryKind, StageKind
from clustercalls.phrase import periods
from clustercalls.zones import zone_of

LISTED = " or ".join(f"`{code}`" for code in LANGUAGES)
KEYS: dict[str, tuple[str, str]] = {
    "registry": (
        'registry = ["~/calls/calls.toml", "team.toml"]',
        "Registries to read when none is named: a file or folder, or a list; relative to this file's folder.",
    ),
    "zone": ('zone = "Europe/Rome"', "On whose clock exact times are shown; by default each deadline's own."),
    "lang": ('lang = "it"', f"Language of the output, {LISTED}; by default that of the locale."),
    "window": ('window = "90d"', "WINDOW of `upcoming` when none is given; by default everything ahead."),
    "forget_after": (
        'forget_after = "12m"',
        "How long what has no end date counts as ahead after it was last confirmed, in months or years.",
    ),
    "leads": (
        'leads = { deadline = ["60d", "14d", "2d"], event = ["21d"], tags = { smes = ["90d", "7d"] } }',
        "How long before `remind` tells, per kind of stage or entry, and per tag, which wins; `[]` mutes.",
    ),
    "remind": (
        'remind = { skip = ["innosup-1-2017", "escp-4i-2017/published", "matchmaking"] }',
        "What `remind` passes over for you alone: ids of entries, of stages (ENTRY/STAGE), or tags.",
    ),
    "smtp": (
        (
            'smtp = { host = "mail.example.org", port = 587, security = "starttls", user = "me", '
            'password = "…", from = "me@example.org" }'
        ),
        (
            "The mail server of `--mail-to`; `security` is starttls (the default), tls or none. "
            "A file with a password must be readable by you alone (chmod 600)."
        ),
    ),
    "notify": (
        'notify = { team = "slack://TokenA/TokenB/TokenC" }',
        "Names for `--notify`, and the apprise addresses they stand for; they hold credentials: chmod 600.",
    ),
}
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
FORGET_MONTHS = 12
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

    skip: tuple[str, ...] = ()


LeadLists = dict[str, tuple[str, ...]]


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
    folder = user_folder("XDG_CONFIG_HOME", ".config")
    return folder / "config.toml" if folder else None


MEND = "Mend this line; nothing of this file could be read."


def load(named: Path | None) -> Config:
    """The config file named, or the user's own if there is one.

    Raises:
        InputRefused: when the one named is missing, or a key or value in it cannot be.
    """
    path = named or default_path()
    if path is None or (named is None and not path.is_file()):
        return Config()
    return _checked(_table(path), path)


def _table(path: Path) -> dict[str, Any]:
    import tomli

    try:
        return tomli.loads(read(path).decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        found = problem("not-utf8", Place(str(path)), offset=error.start)
    except tomli.TOMLDecodeError as error:
        found = problem("broken-toml", Place(str(path), error.lineno), advice=MEND, **outside(error.msg))
    except (RecursionError, ValueError):
        found = problem("broken-toml", Place(str(path)), reason="it cannot be read", advice=MEND)
    raise InputRefused(found)


def _checked(table: dict[str, Any], path: Path) -> Config:
    for key in table:
        if key not in KEYS:
            known = ", ".join(KEYS)
            advice = "The keys: {known}."
            raise InputRefused(problem("unknown-key", _place(path, key), key=key, advice=advice, known=known))
    named = table.get("registry", [])
    named = [named] if isinstance(named, str) else named
    if not isinstance(named, list) or not all(isinstance(each, str) for each in named):
        _refuse(path, "registry", "a path or a list of paths", named)
    texts = {key: table.get(key, "") for key in ("zone", "lang", "window", "forget_after")}
    for key, value in texts.items():
        if not isinstance(value, str):
            _refuse(path, key, "a text", value)
    if texts["lang"] and texts["lang"] not in LANGUAGES:
        _refuse(path, "lang", "{nearest}", texts["lang"], **either(LANGUAGES))
    if texts["zone"] and not _is_zone(texts["zone"]):
        _refuse(path, "zone", "a time zone such as Europe/Rome", texts["zone"])
    return Config(
        path,
        tuple(path.parent / Path(each).expanduser() for each in named),
        texts["zone"],
        texts["lang"],
        texts["window"],
        _months(texts["forget_after"], path) if texts["forget_after"] else FORGET_MONTHS,
        **_reminding(table, path),
    )


def _reminding(table: dict[str, Any], path: Path) -> dict[str, Any]:
    """What concerns reminders and their delivery."""
    if table.keys().isdisjoint({"leads", "remind", "smtp", "notify"}):
        return {}
    leads = table.get("leads", {})
    tags = leads.get("tags", {}) if isinstance(leads, dict) else {}
    found = {
        "leads": {key: value for key, value in leads.items() if key != "tags"}
        if isinstance(leads, dict)
        else leads,
        "tag_leads": tags,
    } | {key: table[key] for key in ("remind", "smtp", "notify") if key in table}
    try:
        read = convert(found, _Reminding)
    except ValidationError as error:
        # The message of msgspec names the key and the type it wants; of values it knows only those of a list.
        message = str(error).split(" - at")[0]
        key = next((key for key in found if f"$.{key}" in str(error)), "remind").replace("tag_leads", "leads")
        place, reason = _place(path, key), message[:1].lower() + message[1:]
        raise InputRefused(
            problem("bad-config", place, key=key, reason=reason, example=KEYS[key][0])
        ) from None
    for period in (each for lists in (read.leads, read.tag_leads) for its in lists.values() for each in its):
        try:
            periods.read(period)
        except periods.NotAPeriod:
            _refuse(path, "leads", "periods such as 30d, 2w, 3m", period)
    unknown = [key for key in read.leads if key not in KINDS]
    if unknown:
        _refuse(path, "leads", "kinds of stages or entries, or tags", unknown[0])
    if read.notify or (read.smtp and read.smtp.password):
        _check_private(path)
    tag_leads = {tag.casefold(): periods for tag, periods in read.tag_leads.items()}
    return {key: getattr(read, key) for key in read.__struct_fields__} | {"tag_leads": tag_leads}


class _Reminding(Struct, frozen=True):
    leads: LeadLists
    tag_leads: LeadLists
    remind: Remind = Remind()
    smtp: Smtp | None = None
    notify: dict[str, str] = {}


def _check_private(path: Path) -> None:
    if path.stat().st_mode & _OTHERS:
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


def _place(path: Path, key: str) -> Place:
    return Place(str(path), 0, "", key)


def _refuse(path: Path, key: str, expected: str, found: object, **words: str) -> NoReturn:
    raise InputRefused(
        problem(
            "bad-type",
            _place(path, key),
            key=key,
            expected=expected,
            found="{said}",
            said=str(found)[:60],
            advice="Write it as in: {example}",
            example=KEYS[key][0],
            **words,
        )
    )
