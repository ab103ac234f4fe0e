"""How a document that is imported is read: as which form, by which settings."""

from collections.abc import Callable, Mapping
from typing import Annotated, NamedTuple

from msgspec.structs import replace

from clustercalls.cli.declare import option
from clustercalls.cli.fetch.source_kinds import is_of_our_form
from clustercalls.cli.options import WHICH, Options, Texts
from clustercalls.config_tables import SourceSettings
from clustercalls.errors import InputRefused, Problem, UsageRefused, problem
from clustercalls.sources.tables.headings import sure_fields


class TableOptions(Options, frozen=True):
    """How a table is read."""

    columns: Annotated[
        Texts,
        option(
            "--column",
            metavar="FIELD=HEADING",
            panel=WHICH,
            help="Of a table: which heading is this field.",
        ),
    ] = None
    dayfirst: Annotated[
        bool, option("--dayfirst", panel=WHICH, help="Of a table: 01/02/2027 is in February.")
    ] = False
    monthfirst: Annotated[
        bool, option("--monthfirst", panel=WHICH, help="Of a table: 01/02/2027 is in January.")
    ] = False

    def settings(self) -> SourceSettings:
        """The same as a source has it.

        Raises:
            UsageRefused: for a column that is not typed so, or both orders of a date.
        """
        if self.dayfirst and self.monthfirst:
            raise UsageRefused(problem("not-together", one="--dayfirst", other="--monthfirst"))
        named = {}
        for column in self.columns or ():
            field, sign, heading = column.partition("=")
            if not (sign and field.strip() and heading.strip()):
                raise UsageRefused(problem("no-column", value=column))
            named[field.strip()] = heading.strip()
        try:
            sure_fields(named, "")
        except InputRefused as refused:  # it was typed
            raise UsageRefused(refused.problem) from None
        return SourceSettings(columns=named, dayfirst=self.dayfirst or (False if self.monthfirst else None))


class GivenReading(NamedTuple):
    """The form, empty where it is what it looks like; its day as ISO text; the name before its keys.

    `tell` is told of what alone cannot be read. `settings` are those of a source.
    """

    form: str
    dated: str
    tell: Callable[[Problem], None]
    settings: SourceSettings = SourceSettings()
    name: str = ""
    is_ours: Callable[[str], bool] = is_of_our_form


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
