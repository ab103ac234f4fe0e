"""Proposals in words: what a source says otherwise than an entry of ours."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from clustercalls.history.compare import at_stage
from clustercalls.history.rows import days_moved, stage_of
from clustercalls.i18n import Language
from clustercalls.model import Stage, StageKind, Status
from clustercalls.reconcile.proposal import Act, Proposal
from clustercalls.render import words
from clustercalls.render.changes import money_text
from clustercalls.render.dates import say, say_milestone, say_plain
from clustercalls.render.safe import safe_text
from clustercalls.render.width import width

WIDEST = 44  # columns of a name before the next column is not aligned any more


class ProposalRow(Struct, frozen=True, kw_only=True):
    """A proposal for machines; `act` is what accepting it does, `nothing` where a person has to look.

    `was` and `now` are as `changes` tells them; null for none. Fields are only ever added, at the end.
    """

    id: str
    key: str
    title: str
    act: Act
    field: str
    stage: str | None
    was: str | None
    now: str | None
    days: int | None
    is_exact_now: bool
    quote: str | None
    url: str | None


def row(proposal: Proposal, url: str) -> ProposalRow:
    """What machines read of a proposal; `url` is where the source says so."""
    return ProposalRow(
        id=proposal.entry.id,
        key=proposal.entry.source.key if proposal.entry.source else "",
        title=proposal.entry.title,
        act=proposal.act,
        field=proposal.field,
        stage=proposal.stage or None,
        was=proposal.was or None,
        now=proposal.now or None,
        days=_days(proposal),
        is_exact_now=proposal.is_exact_now,
        quote=proposal.quote or None,
        url=url or None,
    )


def name(proposal: Proposal) -> str:
    """What it is about: `innosup/first`, or the entry alone."""
    return "/".join(filter(None, (proposal.entry.id, proposal.stage)))


def text(proposal: Proposal, t: Language) -> str:
    """What the source says: `4 Apr → 6 Apr 2017 (+2 days)`."""
    if proposal.act is Act.MOVE:
        return _moved(proposal, t)
    if proposal.act is Act.NEW_STAGE and proposal.milestone:
        return t("new: {text}", text=say_milestone(proposal.milestone, t))
    if proposal.act is Act.DONE:
        return t("ticked done in a calendar, {date}", date=say(proposal.now, t.code))
    if proposal.act is Act.STATUS:
        told = t("cancelled")
        return t("{label}: “{text}”", label=told, text=proposal.quote) if proposal.quote else told
    if proposal.field in {"budget", "grants"}:
        was, now = (_amount(each, proposal.field, t) for each in (proposal.was, proposal.now))
        said = t("{label}: {text}", label=t(proposal.field), text=f"{was} → {now}")
        return said if proposal.act is Act.SET else t("{text}, in another currency", text=said)
    if proposal.stage:
        ours = say_plain(at_stage(proposal.was, _stage(proposal)), t)
        if not proposal.now:
            return t("{date}: the source has no such date any more", date=ours)
        theirs = say_plain(at_stage(proposal.now, Stage(proposal.stage, StageKind.DEADLINE, "")), t)
        return t("{date}: the source says {other}", date=ours, other=theirs)
    if proposal.now == Status.OPEN.value:
        return t("the source does not say any more that it is cancelled")
    is_closed = proposal.now == Status.CLOSED.value
    return t("closed, says the source") if is_closed else t("the source does not have it any more")


def lines(proposals: Iterable[Proposal], t: Language) -> Iterator[str]:
    """A line each, their names aligned."""
    every = [(safe_text(name(each)), safe_text(text(each, t))) for each in proposals]
    room = max((width(each) for each, _ in every if width(each) <= WIDEST), default=0)
    for known, said in every:
        yield f"  {known}{' ' * max(room - width(known), 0)}   {said}\n"


def _moved(proposal: Proposal, t: Language) -> str:
    stage = _stage(proposal)
    old, new = (at_stage(each, stage) for each in (proposal.was, proposal.now))
    said = words.moved(old, new, t)
    return t("{text}, now exact", text=said) if proposal.is_exact_now else said


def _days(proposal: Proposal) -> int | None:
    if proposal.act is not Act.MOVE:
        return None
    stage = _stage(proposal)
    return days_moved(at_stage(proposal.was, stage), at_stage(proposal.now, stage))


def _stage(proposal: Proposal) -> Stage:
    its = stage_of(proposal.entry, proposal.stage)
    return its or Stage(proposal.stage, StageKind.DEADLINE, "")


def _amount(told: str, field: str, t: Language) -> str:
    """An amount as two looks compare it, with its currency behind."""
    value, _, currency = told.rpartition(" ")
    return money_text(value, field, currency, t) if value else t("none")
