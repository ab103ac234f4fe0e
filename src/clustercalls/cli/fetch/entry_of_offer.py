"""The table of an entry that an offer becomes: what is over left out, dates as a registry has them."""

from contextlib import suppress
from datetime import date, datetime
from typing import Any

from clustercalls import timeline
from clustercalls.candidate import Candidate
from clustercalls.catalogue.named import OnOffer
from clustercalls.catalogue.reading import CLOSED, KIND
from clustercalls.editing.document import Table
from clustercalls.editing.new_entry import proposed_id
from clustercalls.registry.build import Defaults
from clustercalls.registry.values import near_identifier
from clustercalls.zones import Moment

NOT_OURS = (KIND, CLOSED)  # keys of such a table that no registry has
CASCADE = "COMPETITIVE_CALL"  # of which all those of a project share one identifier


def id_for(candidate: Candidate, taken: set[str]) -> str:
    """The id that an entry of it gets: of its identifier, else of its title."""
    name = "" if CASCADE in candidate.key else near_identifier(candidate.ident)
    return name if name and name not in taken else proposed_id(name or candidate.title, "call", taken)


def table_for(held: OnOffer, name: str, day: date | None, defaults: Defaults, moment: Moment) -> Table:
    """The table of the entry; `day` is that on which its source was last read."""
    today = moment.today()
    table: Table = {"id": name, **held.candidate.entry}
    for key in NOT_OURS:
        table.pop(key, None)
    if table.get("currency") == defaults.currency:
        del table["currency"]
    ahead = {m.stage.id for m in timeline.milestones(held.entry) if not timeline.is_over(m, moment)}
    stages = [each for each in table.get("stage", ()) if each["id"] in ahead] or table.get("stage", ())
    table["stage"] = [_stage(each, {one["id"] for one in stages}, defaults.zone) for each in stages]
    if not table["stage"]:
        del table["stage"]
    source = table.get("source", {})
    own = source.get("date")  # the day on which it was published, where it says one
    table["source"] = {**source, "date": date.fromisoformat(own) if own else day or today}
    table["checked"] = day or today
    return table


def _stage(stage: dict[str, Any], there: set[str], zone: str) -> dict[str, Any]:
    """A stage with its date, or its date and hour, as TOML has them."""
    made = dict(stage)
    if made.get("follows") not in there:
        made.pop("follows", None)
    text, at = made.get("when"), made.pop("at", None)
    with suppress(ValueError):  # of what is no day, the text
        if text and at:
            made["when"] = datetime.fromisoformat(f"{text}T{at}")
        elif text:
            made["when"] = date.fromisoformat(text)
    with suppress(ValueError):
        if "until" in made:
            made["until"] = date.fromisoformat(made["until"])
    if made.get("zone") == zone:
        del made["zone"]
    return made
