"""`clustercalls set`: change fields."""

from functools import partial
from typing import Annotated, NamedTuple

from clustercalls.cli.declare import argument, option
from clustercalls.cli.keep.act import PlannedEdit, done_to
from clustercalls.cli.keep.chosen import Several, agreed, by_filters, by_name, refuse_unclear
from clustercalls.cli.keep.decide import keeps
from clustercalls.cli.keep.desk import (
    Desk,
    Editing,
    open_desk,
    reason,
    sure_text,
)
from clustercalls.cli.keep.tracked import meaning_in
from clustercalls.cli.keep.typed_rate import asked_rate
from clustercalls.cli.keep.understood import day_said, listening, notes, stages_said, undated
from clustercalls.cli.options import AsOf, Common, Filters
from clustercalls.editing.currency import default_currency
from clustercalls.editing.document import Address, Document, Table
from clustercalls.editing.edits import not_in_place
from clustercalls.editing.fields import DATED
from clustercalls.editing.moves import leaves_a_row, noted
from clustercalls.editing.ops import NotInPlace, Op
from clustercalls.editing.settings import edits, with_currency
from clustercalls.editing.typed_dates import ReadDate
from clustercalls.editing.typed_values import Setting, setting
from clustercalls.errors import UsageRefused, problem
from clustercalls.i18n import Language
from clustercalls.model import Entry, Track
from clustercalls.phrase.said import Said
from clustercalls.query import select
from clustercalls.registry.stages import hour_home_in
from clustercalls.registry.track_words import KEY
from clustercalls.render.amounts import money_set
from clustercalls.render.track import sentence
from clustercalls.render.words import field_name

BOTH = ("starts", "ends")  # the keys of the stage `dates`
FIELDS = "FIELD=VALUE…"


def set_fields(
    filters: Filters,
    as_of: AsOf,
    editing: Editing,
    several: Several,
    common: Common,
    words: Annotated[
        list[str],
        argument(
            metavar=f"[ID]… {FIELDS}",
            help="IDs, or ID/STAGE, then what is to be set: also FIELD+=VALUE, FIELD-=VALUE; FIELD= takes it "
            "out.",
            completes="settings",
        ),
    ],
    why: Annotated[str, option("--why", metavar="TEXT", help="Why a date, status or track changed.")] = "",
    source: Annotated[str, option("--source", metavar="URL", help="Where it says so.")] = "",
) -> int:
    """Change fields of entries, or of stages (ENTRY/STAGE).

    With filters and --all-of-these, of every entry that they select, over or not.

    Example: clustercalls set innosup track=go owner=anna note+="Anna rang the agency."
    """
    desk = open_desk("set", common, as_of.as_of, editing)
    ids, fields = _parted(words)
    refuse_unclear(ids, filters, several)
    reasons = reason("--why", why), reason("--source", source)
    if len(ids) == len(fields) == 1:  # of a field that git left contested any key and value are taken
        key, _, value = fields[0].partition("=")
        if keeps(desk, ids[0], value, key, reasons):
            return desk.context.code()
    wanted = [_sure(setting(sure_text("FIELD=VALUE", each)), desk) for each in fields]
    if ids:
        targets, code = by_name(desk, ids)
    else:
        every = partial(select.entries, everything=True)
        targets, code = by_filters(desk, common, filters, every)
        if not agreed(desk, filters, several, targets):
            return desk.context.code(code)
    done_to(desk, targets, SetFields(desk, wanted, reasons).step)
    return desk.context.code(code)


def _parted(words: list[str]) -> tuple[list[str], list[str]]:
    """The IDs, and what is to be set: that has a `=` in it.

    Raises:
        UsageRefused: when nothing is to be set.
    """
    ids, fields = ([each for each in words if ("=" in each) is sets] for sets in (False, True))
    if not fields and len(ids) > 1:  # the last one was to be it
        raise UsageRefused(problem("bad-setting", value=ids[-1]))
    if not fields:
        from clustercalls.cli.usage import misused

        raise UsageRefused(misused(f"Missing argument '{FIELDS}'.", ["set"]))
    return ids, fields


class SetFields(NamedTuple):
    """What was typed of a set."""

    desk: Desk
    wanted: list[Setting]
    reasons: tuple[str, str]

    def step(self, document: Document, where: Address, stage: str, read: ReadDate) -> PlannedEdit | None:
        """The edit of one entry; None when it says so already."""
        heard: list[Said] = []
        ops = ops_of(document, where, stage, self.wanted, listening(read, heard))
        if not ops and any(self.reasons) and self._tracks(stage):
            value = document.table(where).get(KEY, "")
            raise UsageRefused(problem("same-track", id=where.id, value=value or Track.WATCH))
        if not ops:
            return None
        edit = noted(document, where, ops, self.desk.moment(document), self.reasons)
        if any(self.reasons) and not leaves_a_row(edit):
            return self._noting_why(document, where, stage, read)
        names = [each.name for each in self.wanted] + ["currency"] * any(
            op.path == ("currency",) for op in ops
        )
        t = self.desk.context.t
        shown = ", ".join(dict.fromkeys(field_name(each, t) for each in names))
        line = t("{id}: changed {fields}.", id="/".join(filter(None, (where.id, stage))), fields=shown)
        table = edit.touched[0].after or {}
        keys = [hour_home_in(table) if each == "at" else each for each in names]
        stages = [stage] if stage else ["dates" if each in BOTH else each for each in keys]
        after = document.read(where.kind, table).entry
        line += _understood(after, stages, names, heard, t) + self._follows(document, stage, table)
        return PlannedEdit(edit, (line,), self._remark(heard))

    def _follows(self, document: Document, stage: str, table: Table) -> str:
        """What follows from the `track` that was set."""
        if not self._tracks(stage):
            return ""
        meaning = meaning_in(self.desk.documents(document), str(table.get(KEY, "")))
        return f" {sentence(meaning, self.desk.context.t)}"

    def _tracks(self, stage: str) -> bool:
        return not stage and any(each.name == KEY for each in self.wanted)

    def _noting_why(
        self, document: Document, where: Address, stage: str, read: ReadDate
    ) -> PlannedEdit | None:
        """The same with the reason in the note of a stage called off: no row of history tells of that.

        Raises:
            UsageRefused: when nothing is called off, or taken back.
        """
        if not stage or all(each.name != "cancelled" for each in self.wanted):
            raise UsageRefused(problem("idle-why", id=where.id))
        reason = " ".join(filter(None, self.reasons))
        wanted = [*self.wanted, Setting("note", "+", reason)]
        return self._replace(wanted=wanted, reasons=("", "")).step(document, where, stage, read)

    def _remark(self, heard: list[Said]) -> str:
        stages = any(each.name in {*DATED, "when"} for each in self.wanted)
        return undated(heard, self.desk.context.t) if stages else ""


def _understood(
    entry: Entry | None, stages: list[str], names: list[str], heard: list[Said], t: Language
) -> str:
    """The dates of these stages and the amounts of these fields as they were understood."""
    if entry is None:
        return ""
    days = {"checked": entry.checked, "source.date": entry.source.date if entry.source else None}
    lines = stages_said(entry, t, stages) if heard or "at" in names else []
    for name, day in days.items():
        if heard and name in stages and day:
            lines.append(f"{field_name(name, t)} {day_said(str(day), t)}")
    lines += money_set(entry, t, names)
    shown = "; ".join((*lines, *notes(heard, t)))
    return f" {shown}." if shown else ""


def _sure(said: Setting, desk: Desk) -> Setting:
    return said._replace(text=asked_rate(said.text, desk)) if said.name == "rate" else said


def ops_of(
    document: Document, where: Address, stage: str, wanted: list[Setting], read_date: ReadDate
) -> list[Op]:
    """What these settings do to an entry, or to a stage of it.

    Raises:
        UsageRefused: for a field, a stage or a value that cannot be, and where it cannot be edited in place.
    """
    table = document.table(where)
    if not stage:
        wanted = with_currency(wanted, table, default_currency(document))
    try:
        entry = document.read(where.kind, table).entry
        return edits(entry, table, stage, wanted, read_date, document.zone)
    except NotInPlace:
        raise not_in_place(document, where) from None
