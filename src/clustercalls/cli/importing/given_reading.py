"""How a document that is imported is read: as which form, by which settings."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from clustercalls.config_tables import SourceSettings
from clustercalls.errors import Problem, UsageRefused, problem


class GivenReading(NamedTuple):
    """The form, empty where it is what it looks like; its day as ISO text; the name before its keys.

    `tell` is told of what alone cannot be read. `settings` are those of a source.
    """

    form: str
    dated: str
    tell: Callable[[Problem], None]
    settings: SourceSettings = SourceSettings()
    name: str = ""


def settings_for(
    place: str, form: str, sources: Mapping[str, SourceSettings], typed: SourceSettings
) -> tuple[str, str, SourceSettings]:
    """The form, the name and the settings of what stands at an address: those of the source that it is.

    What was typed wins.
    """
    for name, source in sources.items():
        if source.kind and source.url == place and form in {"", source.kind}:
            columns = {**source.columns, **typed.columns}
            dayfirst = source.dayfirst if typed.dayfirst is None else typed.dayfirst
            return source.kind, name, replace(source, columns=columns, dayfirst=dayfirst)
    return form, "", typed


def typed_settings(columns: Sequence[str], *, dayfirst: bool, monthfirst: bool) -> SourceSettings:
    """What was typed of a table: `deadline=Data_chiusura` a column, and what 01/02/2027 is.

    Raises:
        UsageRefused: for a column that is not typed so, or both orders of a date.
    """
    if dayfirst and monthfirst:
        raise UsageRefused(problem("not-together", one="--dayfirst", other="--monthfirst"))
    named = {}
    for each in columns:
        field, sign, heading = each.partition("=")
        if not (sign and field.strip() and heading.strip()):
            raise UsageRefused(problem("no-column", value=each))
        named[field.strip()] = heading.strip()
    return SourceSettings(columns=named, dayfirst=True if dayfirst else False if monthfirst else None)
