"""What a sync is said to have for_us: for people, and for machines."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import json, to_builtins

from clustercalls.catalogue.outcome import Altered, Outcome
from clustercalls.catalogue.sources import SourceState
from clustercalls.cli.fetch.new_for_us import NewForUs
from clustercalls.i18n import Language
from clustercalls.render.dates import say_milestone
from clustercalls.render.safe import safe_text

Outcomes = Sequence[tuple[str, Outcome]]
NEVER = "-"


def as_text(for_us: Sequence[NewForUs], outcomes: Outcomes, t: Language) -> Iterator[str]:
    """What is new for us, then every change of these outcomes; nothing for nothing."""
    if for_us:
        yield t("New for us ({count})", count=len(for_us)) + "\n"
    for one in for_us:
        yield safe_text(f"  {one.name}  {_about(one, t)}") + "\n"
    for name, outcome in outcomes:
        for key in outcome.new:
            yield safe_text(t("new: {name}", name=f"{name}:{key}")) + "\n"
        for altered in outcome.changed:
            yield safe_text(f"{name}:{altered.key}  {altered.title}") + "\n"
            yield from (f"  {line}\n" for line in _changes(altered))
        for altered in outcome.gone:
            named = f"{name}:{altered.key}  {altered.title}"
            yield safe_text(t("gone: {name}", name=named)) + "\n"


def _about(for_us: NewForUs, t: Language) -> str:
    row = for_us.hit.row
    following = row.deadline or row.next
    when = say_milestone(following.milestone, t) if following else ""
    watches = t("watch: {names}", names=", ".join(for_us.watches))
    return " · ".join(filter(None, (row.entry.title, when, row.entry.programme, watches)))


def _changes(altered: Altered) -> Iterator[str]:
    for each in altered.changes:
        yield safe_text(f"{each.field}: {each.was or NEVER} → {each.now or NEVER}")


def as_json(for_us: Sequence[NewForUs], outcomes: Outcomes) -> bytes:
    """The same for machines: one object."""
    changes = {
        name: {
            "new": outcome.new,
            "changed": to_builtins(outcome.changed),
            "gone": [altered.key for altered in outcome.gone],
        }
        for name, outcome in outcomes
    }
    return json.encode({"new_for_us": [*map(_facts, for_us)], "changes": changes or None}) + b"\n"


def _facts(new: NewForUs) -> dict[str, object]:
    entry = new.hit.row.entry
    about = {"title": entry.title, "programme": entry.programme or None, "url": entry.url or None}
    return {"key": new.name, "ident": new.hit.ident, **about, "watches": new.watches}


def states_shown(states: Sequence[SourceState], path: Path, form: str, t: Language) -> Iterator[str | bytes]:
    """How the last syncs went, a source a line; for machines, an object of it all."""
    if form == "json":
        yield json.encode({"catalogue": str(path), "sources": to_builtins(states)}) + b"\n"
        return
    for state in states:
        tried, good = (text[:16].replace("T", " ") if text else NEVER for text in (state.tried, state.good))
        if not state.tried:
            yield safe_text(f"{state.name}  {state.url}  {t('never fetched')}") + "\n"
            continue
        told = t("tried {tried}, last good {good} (UTC): {how}", tried=tried, good=good, how=state.outcome)
        count = t("{count} calls", count=state.records)
        yield safe_text(f"{state.name}  {state.url}  {told}, {count}") + "\n"
