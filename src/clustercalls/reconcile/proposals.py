"""What a source says otherwise than an entry of ours, for a person to decide: the table of docs/sources.md.

Titles, texts, links and tags are never proposed: they are ours to word.
"""

from collections.abc import Iterator
from datetime import date, datetime

from clustercalls import timeline
from clustercalls.history import rows
from clustercalls.history.compare import IN_ZONE, STAGE, facts
from clustercalls.history.text import UNDATED, dated
from clustercalls.model import OFF, Entry, Milestone, Status
from clustercalls.reconcile.pairs import Pair, paired
from clustercalls.reconcile.proposal import Act, Proposal, SaidBySource, SourceComparison, slot
from clustercalls.reconcile.same import grants_to_set, holds, says_the_same
from clustercalls.zones import Moment, zone_of

STANDS = frozenset({Status.OPEN, Status.CLOSING, Status.FORECAST})
GONE = "gone"  # of a call that its source has no more
AMOUNTS = {"budget", "grants"}


def compared(entry: Entry, source: SaidBySource, moment: Moment) -> SourceComparison:
    """What of an entry its source says otherwise; nothing of one that is put away or called off."""
    if entry.is_put_away:
        return SourceComparison()
    differences = _Differences(entry, source, moment)
    if entry.status in OFF or entry.is_called_off:
        return SourceComparison(tuple(differences.taken_back()))
    found = (*differences.dates(), *differences.amounts(), *differences.status())
    return SourceComparison(found, differences.says, frozenset(differences.agreed))


class _Differences:
    """An entry beside what its source says of it; `says` and `agreed` are filled on the way."""

    def __init__(self, entry: Entry, said: SaidBySource, moment: Moment) -> None:
        self._entry, self._said, self._moment = entry, said, moment
        self._stands = timeline.status_of(entry, timeline.milestones(entry), moment)
        self._are_dates_other = False
        self.says: dict[str, str] = {}
        self.agreed: set[str] = set()

    def _say(self, field: str, value: str, *, agreed: bool) -> None:
        name = slot(self._entry, field)
        self.says[name] = value
        if agreed:
            self.agreed.add(name)

    def dates(self) -> Iterator[Proposal]:
        """Dates that moved, came or went."""
        theirs = self._said.entry
        if theirs is None:
            return
        taken = {each.id for each in self._entry.stages}
        for pair in paired(self._entry, theirs, self._moment):
            made = self._of_pair(pair, taken)
            if made is not None:
                taken.add(made.stage)
                self._are_dates_other = True
                yield made

    def _of_pair(self, pair: Pair, taken: set[str]) -> Proposal | None:
        ours, theirs = pair
        if ours is None:
            return self._new(theirs, taken) if theirs else None
        if theirs is None or theirs.when is None:
            return self._dropped(ours, theirs)
        field, now = STAGE + ours.stage.id, _told(theirs)
        is_same = says_the_same(ours, theirs)
        self._say(field, now, agreed=is_same)
        over = timeline.is_over(ours, self._moment) and timeline.is_over(theirs, self._moment)
        if over or is_same:
            return None
        return Proposal(
            self._entry,
            Act.MOVE if ours.until is None else Act.NOTHING,  # which of its ends is meant, a person knows
            field,
            _told(ours),
            now,
            theirs,
            is_exact_now=ours.until is None and holds(ours, theirs),
            was_edited=self._was_edited(rows.last_noticed(self._entry, ours.stage.id), now),
        )

    def _new(self, theirs: Milestone, taken: set[str]) -> Proposal | None:
        if theirs.when is None or not timeline.is_ahead(theirs, self._moment):
            return None
        if any(each.cancelled and each.id == theirs.stage.id for each in self._entry.stages):
            return None  # we know that one, and called it off
        field = STAGE + _free(theirs.stage.id, taken)
        return Proposal(self._entry, Act.NEW_STAGE, field, now=_told(theirs), milestone=theirs)

    def _dropped(self, ours: Milestone, theirs: Milestone | None) -> Proposal | None:
        """A date of ours, still to come, that the source does not have."""
        if ours.when is None or not timeline.is_ahead(ours, self._moment):
            return None
        was = _told(ours)
        day, name = was.partition("T")[0], theirs.stage.id if theirs else ours.stage.id
        dates = [change for change in self._said.changes if change.field.startswith(STAGE) and change.was]
        had = any(
            (change.was or "").startswith(day) or (change.field == STAGE + name and change.was != UNDATED)
            for change in dates
        )
        edited = self._was_edited(rows.last_noticed(self._entry, ours.stage.id), "")
        return Proposal(
            self._entry, Act.NOTHING, STAGE + ours.stage.id, was, was_edited=edited, never_had=not had
        )

    def amounts(self) -> Iterator[Proposal]:
        """The budget and the grants, where the source names any."""
        theirs, ours = self._said.entry, self._entry
        if theirs is None:
            return
        if theirs.budget is not None:
            is_same = theirs.budget == ours.budget and theirs.currency in {"", ours.currency}
            self._say("budget", _amount_of("budget", theirs), agreed=is_same)
            if not is_same:
                yield self._amount("budget", theirs)
        if theirs.grants is not None:
            is_same = not grants_to_set(ours, theirs)
            self._say("grants", _amount_of("grants", theirs), agreed=is_same)
            if not is_same:
                yield self._amount("grants", theirs)

    def _amount(self, field: str, theirs: Entry) -> Proposal:
        was, now = (_amount_of(field, each) for each in (self._entry, theirs))
        currencies = {self._entry.currency, theirs.currency}
        is_ours = "" in currencies or len(currencies) == 1 or not facts(self._entry).keys() & AMOUNTS
        return Proposal(self._entry, Act.SET if is_ours else Act.NOTHING, field, was, now)

    def status(self) -> Iterator[Proposal]:
        """That it is called off; that it is closed, or gone, though by our dates it is not."""
        theirs = self._said.entry
        if theirs is not None and theirs.status is Status.CANCELLED and self._stands is not Status.CLOSED:
            was = self._entry.status.value if self._entry.status else ""
            quote = theirs.source.quote if theirs.source else ""
            noticed = (row.noticed for row in self._entry.history if row.was_status and row.noticed)
            now = Status.CANCELLED.value
            edited = self._was_edited(max(noticed, default=None), now)
            yield Proposal(
                self._entry, Act.STATUS, "status", was, now, quote=quote, was_edited=edited
            )  # fmt: skip
        elif self._stands in STANDS and (ended := self._ended()):
            was = self._stands.value if self._stands else ""
            yield Proposal(self._entry, Act.NOTHING, "status", was, ended)

    def taken_back(self) -> Iterator[Proposal]:
        """That the source does not call it off any more, as it did."""
        theirs = self._said.entry
        off = Status.CANCELLED.value
        did = any(each.field == "status" and each.was == off for each in self._said.changes)
        if did and self._entry.status is Status.CANCELLED and theirs and theirs.status is None:
            yield Proposal(self._entry, Act.NOTHING, "status", off, Status.OPEN.value)

    def _ended(self) -> str:
        """`closed`, or `gone` and since when; empty where the dates that the source tells say as much."""
        theirs = self._said.entry
        if self._said.gone or theirs is None:
            return f"{GONE} {self._said.gone or ''}".rstrip()
        stands = timeline.status_of(theirs, timeline.milestones(theirs), self._moment)
        is_over = self._said.is_closed or (stands is Status.CLOSED and not self._are_dates_other)
        return Status.CLOSED.value if is_over else ""

    def _was_edited(self, edited: date | None, now: str) -> bool:
        """Whether ours was edited on a later day than that on which the source first said this."""
        if edited is None:
            return False
        first = self._first_said(now)
        return edited > first

    def _first_said(self, now: str) -> date:
        """The day on which the source began to say this of any date or field, the last time it did."""
        told: dict[datetime, tuple[set[str], set[str]]] = {}
        for change in self._said.changes:
            was, then = told.setdefault(change.noticed, (set(), set()))
            was.add(change.was or "")
            then.add(change.now or "")
        moments = [noticed for noticed, (was, then) in told.items() if now in then - was]
        first = max(moments, default=self._said.first_seen)
        return first.astimezone(zone_of(self._moment.zone)).date()


def was_of(entry: Entry, proposal: Proposal) -> str:
    """What an entry says now of what a proposal is about, as that has it."""
    if proposal.act is Act.NEW_STAGE:
        return ""
    if proposal.stage:
        stage = rows.stage_of(entry, proposal.stage)
        if proposal.act is Act.DONE:
            return stage.done.isoformat() if stage and stage.done else ""
        return _told(rows.milestone(entry, stage)) if stage else ""
    if proposal.field in AMOUNTS:
        return _amount_of(proposal.field, entry)
    return entry.status.value if entry.status else ""


def _amount_of(field: str, entry: Entry) -> str:
    """An amount as two looks compare it, with its currency."""
    text = facts(entry).get(field, "")
    return f"{text} {entry.currency}" if text else ""


def _told(milestone: Milestone) -> str:
    """A date as two looks compare it."""
    zone = f"{IN_ZONE}{milestone.zone}" if milestone.instant or milestone.end else ""
    return dated(milestone) + zone


def _free(name: str, taken: set[str]) -> str:
    """The id that a new stage gets: that of the source, else the next number."""
    if name not in taken:
        return name
    stem, _, number = name.rpartition("-")
    stem, start = (stem, int(number)) if stem and number.isdecimal() else (name, 1)
    return next(new for n in range(start + 1, start + len(taken) + 2) if (new := f"{stem}-{n}") not in taken)
