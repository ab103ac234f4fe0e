"""The table of an entry that an offer becomes, dates as a registry has them; of a portal's, what is ahead."""

from datetime import date
from typing import Any

from clustercalls import timeline
from clustercalls.candidate import Candidate
from clustercalls.catalogue.named import OnOffer
from clustercalls.catalogue.reading import CLOSED, KIND
from clustercalls.editing.document import Table
from clustercalls.editing.new_entry import proposed_id
from clustercalls.editing.told_tables import told_stage, told_table
from clustercalls.registry.build import Defaults
from clustercalls.registry.values import near_identifier
from clustercalls.sources.eu.candidate import SOURCE
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
    every = table.get("stage", ())
    needed = _with_what_they_count_from(ahead, every)
    is_whole = held.candidate.source != SOURCE  # a portal's topic has years of cut-offs
    stages = (not is_whole and [each for each in every if each["id"] in needed]) or every
    table["stage"] = [_stage(each, {one["id"] for one in stages}, defaults.zone) for each in stages]
    if not table["stage"]:
        del table["stage"]
    if "history" in table:
        table["history"] = [told_table(each) for each in table["history"]]
    # The day on which it was published stays, where it says one.
    source = {"date": day or today, **told_table(table.get("source", {}))}
    if not (source.get("title") or source.get("url")):  # else it would be what `[defaults]` names
        source["title"] = held.candidate.source
    table["source"] = source
    table["checked"] = day or today
    return table


def _with_what_they_count_from(names: set[str], stages: list[dict[str, Any]]) -> set[str]:
    """These stages, and those from which their dates are counted, and so on."""
    targets = {each["id"]: each["after"]["stage"] for each in stages if "after" in each}
    needed, left = set(names), set(names)
    while left:
        left = {targets[name] for name in left if name in targets} - needed
        needed |= left
    return needed


def _stage(stage: dict[str, Any], there: set[str], zone: str) -> dict[str, Any]:
    """A stage that follows none but one of those that are there."""
    made = told_stage(stage, zone)
    if made.get("follows") not in there:
        made.pop("follows", None)
    return made
