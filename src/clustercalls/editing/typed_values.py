"""One `field=value` of `set`, and what it makes of a value."""

import re
from typing import Any, NamedTuple

from clustercalls.editing.fields import Field, read_value
from clustercalls.errors import ADVICE, Problem, UsageRefused, problem


class Setting(NamedTuple):
    """One `field=value`: the sign is empty, + or -."""

    name: str
    sign: str
    text: str


def setting(text: str) -> Setting:
    """What one argument says.

    Raises:
        UsageRefused: when it is not of the form field=value.
    """
    match = re.fullmatch(r"([A-Za-z_][A-Za-z_.]*)([+-]?)=(.*)", text, re.DOTALL)
    if match is None:
        raise UsageRefused(problem("bad-setting", value=text))
    return Setting(match[1], match[2], match[3])


def new_value(
    typed: Setting,
    field: Field,
    old: Any,  # noqa: ANN401 - a TOML value
    needed: str,
) -> Any:  # noqa: ANN401 - a TOML value
    """What a setting makes of a value; `needed` is the field that cannot be taken out."""
    if not typed.text and not typed.sign:
        if typed.name == needed:
            raise UsageRefused(_misfit(typed, ADVICE["nothing"], "needed", "title"))
        return None
    value = read_value(typed.name, field, typed.text)
    if not typed.sign:
        return value
    if typed.sign == "+" and (field.is_list or field.is_prose):
        return _longer(old, value) if typed.text.strip() else old
    if field.is_list:
        items = list(old or [])
        for element in value:
            if element not in items:
                then = "holds" if items else "empty"
                known = ", ".join(map(str, items))
                raise UsageRefused(_misfit(typed, f"`{element}`", "not in the list", then, known))
            items.remove(element)
        return items or None
    raise UsageRefused(_misfit(typed, f"{typed.name}{typed.sign}=", "holds one", "one value"))


def _longer(old: Any, more: Any) -> Any:  # noqa: ANN401 - two lists or two texts
    """A list or a text with more at its end; a text on lines of its own gets one more line."""
    if isinstance(more, list):
        items = list(old or [])
        return items + [each for each in more if each not in items]
    if old and old.endswith("\n"):
        return f"{old}{more}\n"
    return f"{old} {more}" if old else more


def _misfit(typed: Setting, found: str, cause: str, then: str, known: str = "") -> Problem:
    return problem(
        "bad-value", key=typed.name, found=found, reason=ADVICE[cause], advice=ADVICE[then], known=known
    )
