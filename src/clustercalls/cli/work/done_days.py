"""That stages are done, as edits of their entries."""

from typing import NamedTuple

from clustercalls.cli.keep.act import PlannedEdit
from clustercalls.cli.keep.desk import Desk
from clustercalls.cli.keep.set import ops_of
from clustercalls.editing.document import Address, Document
from clustercalls.editing.moves import noted
from clustercalls.editing.typed_dates import ReadDate
from clustercalls.editing.typed_values import Setting
from clustercalls.errors import UsageRefused, problem
from clustercalls.phrase.field_roles import Role
from clustercalls.phrase.said import Said, Turn
from clustercalls.registry.track_words import KEY, meaning_of
from clustercalls.render import words
from clustercalls.render.dates import say_day
from clustercalls.render.track import sentence

DONE = "done"


def _as_it_is(text: str, role: Role, turn: Turn | None = None, /) -> Said:  # noqa: ARG001 - a reader's
    return Said(text)


class DoneDays(NamedTuple):
    """What is done: by entry and stage the day as typed, empty where it is not done."""

    desk: Desk
    days: dict[tuple[str, str], str]
    sure: frozenset[str]  # those of them that are days as files have them
    track: str = ""  # what the track of the entry becomes with it

    def step(self, document: Document, where: Address, stage: str, read: ReadDate) -> PlannedEdit | None:
        """The edit of one stage, or of the track of its entry; None when it says so already."""
        t, moment = self.desk.context.t, self.desk.moment(document)
        day = self.days.get((where.id, stage), "")
        if day in self.sure:  # the words of dates are not asked of what nobody typed
            read = _as_it_is
        wanted = Setting(DONE, "", day) if stage else Setting(KEY, "", self.track)
        ops = ops_of(document, where, stage, [wanted], read)
        if not ops:
            return None
        edit = noted(document, where, ops, moment, ("", ""))
        if not stage:
            return PlannedEdit(
                edit, (f"{where.id}: {sentence(meaning_of(self.track, document.defaults.words), t)}",)
            )
        after = document.read(where.kind, edit.touched[0].after or {}).entry
        on = next((each.done for each in after.stages if each.id == stage), None) if after else None
        if on and on > moment.today():
            raise UsageRefused(problem("done-ahead", id=f"{where.id}/{stage}", value=on.isoformat()))
        name = words.stage_name(after, stage, t) if after else stage
        said = t("done, {date}", date=say_day(on, t.code)) if on else t("not done")
        return PlannedEdit(edit, (f"{where.id}: {name}: {said}.",))
