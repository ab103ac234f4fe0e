"""Tables as sources tell them, their dates texts, as a file of ours has them: dates and hours of TOML."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from clustercalls import edtf
from clustercalls.editing.document import Table
from clustercalls.editing.typed_dates import toml_date

_DATES = frozenset({"date", "was", "noticed"})  # of a source, and of a row of history


def told_stage(told: Mapping[str, Any], zone: str) -> Table:
    """A stage for a file of this zone, what says nothing left out; an exact day has its hour with it."""
    stage = {name: each for name, each in told.items() if each not in (None, "")}
    for key in ("when", "until"):
        if key in stage:
            stage[key] = told_date(stage[key])
    when = stage.get("when")
    if "at" in stage and type(when) is date and "until" not in stage:
        stage["when"] = toml_date(f"{when.isoformat()}T{stage.pop('at')}")
    if stage.get("zone") == zone:
        stage.pop("zone")
    return stage


def told_table(table: Mapping[str, Any]) -> Table:
    """A source or a row of history."""
    return {key: told_date(each) if key in _DATES else each for key, each in table.items()}


def told_date(text: str) -> date | datetime | str:
    """As `toml_date`; what is no EDTF stays as it is: a stretch with hours in a row of history."""
    try:
        return toml_date(text)
    except edtf.NotEdtf:
        return text
