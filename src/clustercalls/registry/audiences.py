"""The audiences that a registry has: its tables `[audience.NAME]`."""

from typing import Any

from msgspec import ValidationError, convert
from msgspec.structs import replace

from clustercalls.audiences import Audience, Audiences
from clustercalls.errors import Problem
from clustercalls.i18n import LANGUAGES
from clustercalls.registry import notation
from clustercalls.registry.text import Text
from clustercalls.tables.audiences import EXPECTED, wrong_with
from clustercalls.tables.findings import Finding

KEY = "audience"


def stated(
    raw: Any,  # noqa: ANN401 - whatever the file holds
    text: Text,
    problems: list[Problem],
) -> Audiences:
    """Those that a file states; one that is wrong is told, and is not among them."""
    audiences: Audiences = {}
    for name, table in raw.items() if isinstance(raw, dict) else ():
        try:
            audience = convert(table, Audience)
        except ValidationError:
            problems += (_of(name, text.top(each)) for each in _misshapen(name, table))
            continue
        wrong = list(wrong_with(name, audience, LANGUAGES))
        problems += (
            _of(name, text.top(Finding(each.code, (KEY, *each.path), each.values))) for each in wrong
        )
        audiences |= {} if wrong else {name: audience}
    return audiences


def place_of(name: str) -> str:
    """What a problem of an audience names as its place, where one of an entry has its id."""
    return f"[{KEY}.{notation.key(name)}]"


def _of(name: str, told: Problem) -> Problem:
    field = told.place.field.removeprefix(f"{KEY}.{name}").lstrip(".")
    return replace(told, place=replace(told.place, entry=place_of(name), field=field))


def _misshapen(name: str, table: Any) -> list[Finding]:  # noqa: ANN401 - as above
    from clustercalls.registry import suggest
    from clustercalls.tables.diagnose import Words, diagnose, mistyped

    words = Words(EXPECTED, {}, lambda key, known, *_: suggest.one_of(key, known), what={})
    if not isinstance(table, dict):
        return [mistyped(name, table, words, (KEY, name), "a table", f"[{KEY}.{name}]")]
    return diagnose(table, Audience, words, KEY, (KEY, name))
