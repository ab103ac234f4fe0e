"""What accepting a proposal does to an entry: what `move` or `set` would, or a stage of its own."""

from datetime import date, datetime, time

from clustercalls.editing.document import Document, Table
from clustercalls.editing.moves import move
from clustercalls.editing.ops import Op, applied
from clustercalls.editing.settings import edits
from clustercalls.editing.typed_dates import ReadDate
from clustercalls.editing.typed_values import Setting
from clustercalls.edtf import FuzzyDate
from clustercalls.errors import InputRefused, problem
from clustercalls.history.rows import milestone, stage_of
from clustercalls.model import Entry, Milestone, Status
from clustercalls.phrase.said import Said
from clustercalls.reconcile.proposal import Act, Proposal
from clustercalls.reconcile.same import grants_to_set


def accepted(
    document: Document, entry: Entry, table: Table, proposal: Proposal, theirs: Entry, read_date: ReadDate
) -> list[Op]:
    """The edits that make an entry say what its source says there, and none where it does by now.

    Raises:
        Refusal: when it cannot be edited so.
    """
    if proposal.act is Act.MOVE and proposal.milestone:
        return _moved(entry, table, proposal.stage, proposal.milestone)
    if proposal.act is Act.NEW_STAGE and proposal.milestone:
        if stage_of(entry, proposal.stage):
            return []
        return [Op(("stage",), _table(proposal, entry, document.zone), more=True)]
    return edits(entry, table, "", _settings(proposal, entry, theirs), read_date, document.zone)


def checked(table: Table, ops: list[Op], day: date) -> list[Op]:
    """That somebody confirmed it on this day, unless a later one is noted."""
    for op in ops:
        table = applied(table, op)
    known = table.get("checked")
    return [] if isinstance(known, date) and known >= day else [Op(("checked",), day)]


def _moved(entry: Entry, table: Table, name: str, theirs: Milestone) -> list[Op]:
    stage = stage_of(entry, name)
    if stage is None:
        raise InputRefused(problem("unknown-stage", id=entry.id, stage=name, advice="", known=""))
    when = _when(theirs)
    text = when.isoformat() if when else theirs.when.text if theirs.when else ""
    zone = theirs.zone if isinstance(when, datetime) else ""
    return move(entry, table, milestone(entry, stage), Said(text, zone=zone), text)


def _table(proposal: Proposal, entry: Entry, zone: str) -> Table:
    """The table of a stage that the source has and the entry has not."""
    theirs = proposal.milestone
    if theirs is None:
        return {}
    when, until = _when(theirs), _until(theirs)
    follows = theirs.stage.follows if stage_of(entry, theirs.stage.follows) else ""
    table = {
        "id": proposal.stage,
        "kind": theirs.stage.kind.value,
        "when": when or (theirs.when.text if theirs.when else ""),
        "until": until or (theirs.until.text if theirs.until else ""),
        "zone": theirs.zone if isinstance(when, datetime) and theirs.zone != zone else "",
        "follows": follows,
        "note": theirs.stage.note,
    }
    return {key: value for key, value in table.items() if value}


def _when(theirs: Milestone) -> date | datetime | None:
    """Its day, with its hour to the minute; None for a doubtful one."""
    return _on(theirs.when, theirs.stage.at)


def _until(theirs: Milestone) -> date | datetime | None:
    """The day to which it lasts, as `_when`."""
    return _on(theirs.until, theirs.stage.until_at)


def _on(day: FuzzyDate | None, at: time | None) -> date | datetime | None:
    if day is None or not day.is_sure or day.earliest is None:
        return None
    return datetime.combine(day.earliest, at.replace(second=0, microsecond=0)) if at else day.earliest


def _settings(proposal: Proposal, entry: Entry, theirs: Entry) -> list[Setting]:
    if proposal.act is Act.STATUS:
        return [Setting("status", "", Status.CANCELLED.value)]
    currency = (
        [Setting("currency", "", theirs.currency)] if theirs.currency not in {"", entry.currency} else []
    )
    if proposal.field == "budget":
        return [Setting("budget", "", f"{theirs.budget}"), *currency]
    wanted = grants_to_set(entry, theirs)
    return [
        Setting(f"grants.{key}", "", "" if value is None else f"{value}") for key, value in wanted.items()
    ] + currency
