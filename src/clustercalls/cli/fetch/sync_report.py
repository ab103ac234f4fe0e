"""What a sync is said to have for_us: for people, and for machines."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import json, to_builtins

from clustercalls.catalogue.outcome import Outcome
from clustercalls.catalogue.sources import SourceState
from clustercalls.cli.fetch.news import NewForUs, News
from clustercalls.i18n import Language
from clustercalls.reconcile.proposal import Act, Proposal
from clustercalls.render import proposals
from clustercalls.render.amounts import number
from clustercalls.render.dates import say_milestone
from clustercalls.render.offer_page import said
from clustercalls.render.safe import safe_text
from clustercalls.render.width import width

Outcomes = Sequence[tuple[str, Outcome]]
NEVER = "-"
REVIEW, COMMAND_AT = "clustercalls review", 60  # the column where it stands

Heading = tuple[str, int]  # a command beside it, and the columns of a terminal, 0 where there is none


def as_text(news: News, outcomes: Outcomes, t: Language, columns: int = 0) -> Iterator[str]:
    """What nobody was told of yet, then every change of these outcomes; nothing for nothing.

    `columns` are those of a terminal, 0 where there is none.
    """
    how = REVIEW, columns
    yield from differing_lines([each.proposal for each in news.untold], t, how)
    yield from new_lines(news.new, t, how)
    for name, outcome in outcomes:
        for key in outcome.new:
            yield safe_text(t("new: {name}", name=f"{name}:{key}")) + "\n"
        for altered in outcome.changed:
            yield safe_text(f"{name}:{altered.key}  {altered.title}") + "\n"
            for each in altered.changes:
                yield safe_text(f"  {said(each.field, each.was, each.now, t)}") + "\n"
        for altered in outcome.gone:
            named = f"{name}:{altered.key}  {altered.title}"
            yield safe_text(t("gone: {name}", name=named)) + "\n"


def differing_lines(differing: Sequence[Proposal], t: Language, how: Heading = ("", 0)) -> Iterator[str]:
    """What moved at the source, what else it tells otherwise, what was ticked; `how` one decides, beside."""
    moved = [each for each in differing if each.act is Act.MOVE]
    ticked = [each for each in differing if each.act is Act.DONE]
    others = [each for each in differing if each.act not in {Act.MOVE, Act.DONE}]
    if moved:
        yield _heading(t("Moved at the source ({count})", count=len(moved)), how)
        yield from proposals.lines(moved, t)
    if others:
        yield _heading(t("Differs at the source ({count})", count=len(others)), how)
        yield from proposals.lines(others, t)
    if ticked:
        yield _heading(t("Done elsewhere ({count})", count=len(ticked)), how)
        yield from proposals.lines(ticked, t)


def new_lines(new: Sequence[NewForUs], t: Language, how: Heading = ("", 0)) -> Iterator[str]:
    """What is new for us, a line each."""
    if new:
        yield _heading(t("New for us ({count})", count=len(new)), how)
    for one in new:
        yield safe_text(f"  {one.name}  {about(one, t)}") + "\n"


def _heading(text: str, how: Heading) -> str:
    """What is listed below, and at the right the command that decides on it."""
    command, columns = how
    room = min(COMMAND_AT, columns - len(command) if columns else COMMAND_AT)
    return f"{text}{' ' * max(room - width(text), 2)}{command}".rstrip() + "\n"


def about(for_us: NewForUs, t: Language) -> str:
    """What a new one is, by when, of which programme, and which watches found it."""
    row = for_us.hit.row
    following = row.deadline or row.next
    when = say_milestone(following.milestone, t) if following else ""
    watches = t("watch: {names}", names=", ".join(for_us.watches))
    return " · ".join(filter(None, (row.entry.title, when, row.entry.programme, watches)))


def as_json(news: News, outcomes: Outcomes) -> bytes:
    """The same for machines: one object."""
    changes = {
        name: {
            "new": outcome.new,
            "changed": to_builtins(outcome.changed),
            "gone": [altered.key for altered in outcome.gone],
        }
        for name, outcome in outcomes
    }
    told = {
        "new_for_us": [*map(new_facts, news.new)],
        "proposals": [proposals.row(each.proposal, each.url) for each in news.untold],
        "changes": changes or None,
    }
    return json.encode(told) + b"\n"


def new_facts(new: NewForUs) -> dict[str, object]:
    """A new one for machines."""
    entry = new.hit.row.entry
    about = {"title": entry.title, "programme": entry.programme or None, "url": entry.url or None}
    return {"key": new.name, "ident": new.hit.ident, **about, "watches": new.watches}


def states_shown(states: Sequence[SourceState], path: Path, form: str, t: Language) -> Iterator[str | bytes]:
    """How the last syncs went, a source a line; for machines, an object of it all."""
    if form == "json":
        yield json.encode({"catalogue": str(path), "sources": to_builtins(states)}) + b"\n"
        return
    for state in states:
        about = f"{state.name}  {state.kind or state.name}  {state.url}"
        tried, good = (text[:16].replace("T", " ") if text else NEVER for text in (state.tried, state.good))
        if not state.tried:
            yield safe_text(f"{about}  {t('never fetched')}") + "\n"
            continue
        words = {"ok": t("all came"), "incomplete": t("not all came")}
        how = words.get(state.outcome, t("failed: {reason}", reason=state.outcome))
        told = t("tried {tried}, last good {good} (UTC): {how}", tried=tried, good=good, how=how)
        if not state.good:
            told = t("tried {tried} (UTC), never whole: {how}", tried=tried, how=how)
        count = t("{count} calls", count=number(state.records, t.code)) if state.records != 1 else t("1 call")
        yield safe_text(f"{about}  {told}, {count}") + "\n"
