"""The audiences that a registry has: its tables `[audience.NAME]`."""

from typing import Any

from msgspec import Struct, ValidationError, convert

from clustercalls.audiences import Audiences
from clustercalls.errors import Problem
from clustercalls.i18n import LANGUAGES
from clustercalls.registry.text import Text
from clustercalls.tables.audiences import EXPECTED, wrong_with
from clustercalls.tables.findings import Finding

KEY = "audience"


class _OfFile(Struct, forbid_unknown_fields=True):
    """What of a file holds them."""

    audience: Audiences = {}


def stated(
    raw: Any,  # noqa: ANN401 - whatever the file holds
    text: Text,
    problems: list[Problem],
) -> Audiences:
    """Those that a file states; one that is wrong is told, and is not among them."""
    every = raw if isinstance(raw, dict) else {"": raw}
    audiences: Audiences = {}
    for name, table in every.items():
        one = {KEY: {name: table} if isinstance(raw, dict) else raw}
        try:
            made = convert(one, _OfFile).audience
        except ValidationError:
            problems += map(text.top, _misshapen(name, table, one))
            continue
        wrong = [each for name, audience in made.items() for each in wrong_with(name, audience, LANGUAGES)]
        problems += (text.top(Finding(each.code, (KEY, *each.path), each.values)) for each in wrong)
        audiences |= {} if wrong else made
    return audiences


def _misshapen(name: str, table: Any, one: dict[str, Any]) -> list[Finding]:  # noqa: ANN401 - as above
    from msgspec.structs import replace

    from clustercalls.audiences import Audience
    from clustercalls.registry.wording import words_of
    from clustercalls.tables.diagnose import diagnose

    words = words_of(KEY)
    if not isinstance(table, dict):
        return diagnose(one, _OfFile, words, KEY)
    return diagnose(table, Audience, replace(words, keys=EXPECTED), KEY, (KEY, name))
