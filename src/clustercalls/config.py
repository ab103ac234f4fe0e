"""The config file: a person's own settings, none of them needed.

`KEYS` documents every key; docs/configuration.md is made from it.
"""

from pathlib import Path
from typing import Any, NoReturn

from msgspec import Struct

from clustercalls import files
from clustercalls.errors import InputRefused, Place, outside, problem
from clustercalls.i18n import LANGUAGES
from clustercalls.model import zone_of

KEYS: dict[str, tuple[str, str]] = {
    "registry": (
        'registry = ["~/calls/calls.toml", "team.toml"]',
        "Registries to read when none is named: a file or folder, or a list; relative to this file's folder.",
    ),
    "zone": ('zone = "Europe/Rome"', "On whose clock exact times are shown; by default each deadline's own."),
    "lang": ('lang = "it"', "Language of the output, `en` or `it`; by default that of the locale."),
    "window": ('window = "90d"', "WINDOW of `upcoming` when none is given; by default everything ahead."),
    "forget_after": (
        'forget_after = "12m"',
        "How long what has no end date counts as ahead after it was last confirmed, in months or years.",
    ),
}
FORGET_MONTHS = 12


class Config(Struct, frozen=True):
    """What the file says, paths made whole; `path` is None when there is no file."""

    path: Path | None = None
    registry: tuple[Path, ...] = ()
    zone: str = ""
    lang: str = ""
    window: str = ""
    forget_months: int = FORGET_MONTHS


def default_path() -> Path | None:
    """Where the config file is looked for: `$XDG_CONFIG_HOME/clustercalls/config.toml`."""
    folder = files.user_folder("XDG_CONFIG_HOME", ".config")
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
        return tomli.loads(files.read(path).decode("utf-8-sig"))
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
        _refuse(path, "lang", "en or it", texts["lang"])
    if texts["zone"] and not _is_zone(texts["zone"]):
        _refuse(path, "zone", "a time zone such as Europe/Rome", texts["zone"])
    return Config(
        path,
        tuple(path.parent / Path(each).expanduser() for each in named),
        texts["zone"],
        texts["lang"],
        texts["window"],
        _months(texts["forget_after"], path) if texts["forget_after"] else FORGET_MONTHS,
    )


def _months(text: str, path: Path) -> int:
    count, unit = text[:-1], text[-1:]
    if not (count.isascii() and count.isdigit() and len(count) <= 3 and unit in {"m", "y"}):  # noqa: PLR2004
        _refuse(path, "forget_after", "a number of months or years such as 12m", text)
    return int(count) * (12 if unit == "y" else 1)


def _is_zone(name: str) -> bool:
    try:
        zone_of(name)
    except ValueError:
        return False
    return True


def _place(path: Path, key: str) -> Place:
    return Place(str(path), 0, "", key)


def _refuse(path: Path, key: str, expected: str, found: object) -> NoReturn:
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
        )
    )
