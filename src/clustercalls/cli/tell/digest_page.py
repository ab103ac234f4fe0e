"""The page of a digest: what lies in a window, or a few calls picked by hand."""

from datetime import date

from msgspec import Struct

from clustercalls.cli.choices import one_entry
from clustercalls.cli.tell.addressed import Addressed
from clustercalls.errors import UsageRefused, problem
from clustercalls.model import Registry
from clustercalls.query import select
from clustercalls.query.outward import outward
from clustercalls.query.wanted import Query
from clustercalls.render import digest as words
from clustercalls.render.grouping import By
from clustercalls.render.letter import Letter
from clustercalls.zones import Moment


class PageMaterial(Struct, frozen=True):
    """Of what a page is made, when, for whom, and in which parts."""

    registry: Registry
    moment: Moment
    reader: Addressed
    by: By | None = None

    def of_window(self, wanted: Query, since: date, added: frozenset[str]) -> Letter:
        """What a query selects, and what happened since a day; `added` are the ids known to be new."""
        return words.page(self.registry, wanted, since, added, self.moment, self.reader.t, self.by)

    def picked(self, pick: str) -> Letter:
        """The newsletter of these entries; one named twice stands where it was named first.

        A hand has picked them: that the audience has others says nothing.

        Raises:
            UsageRefused: when none is named, or one that is not there.
            InputRefused: when one has errors.
        """
        names = [each.strip() for each in pick.split(",") if each.strip()]
        if not names:
            raise UsageRefused(problem("no-pick"))
        entries = dict.fromkeys(one_entry(self.registry, each) for each in names)
        told = [outward(each, self.reader.may) for each in entries]
        rows = [(select.entry_row(each, self.moment), select.rows_of(each, self.moment)) for each in told]
        return words.picked(rows, self.moment.today(), self.reader.t, self.by)
