"""The records of one type, collected from the pages of one walk or more: pages are not stable."""

from clustercalls.sources.eu.answer import AnswerPage, PortalRecord

WALKS = 3  # at most, until as many records are there as the portal says it has


class Walk:
    """Which records of a type have come, by reference."""

    def __init__(self) -> None:
        self._references: set[str] = set()
        self._totals: set[int] = set()

    def new(self, page: AnswerPage) -> list[PortalRecord]:
        """The rows of a page that have not come before."""
        self._totals.add(page.total)
        rows = {row.reference: row for row in page.rows if row.reference not in self._references}
        self._references.update(page.references)
        return list(rows.values())

    @property
    def total(self) -> int:
        """The most records that the portal said it has."""
        return max(self._totals, default=0)

    @property
    def is_complete(self) -> bool:
        """Whether all are there, and the portal said one number all the time; of none one is not sure."""
        return len(self._totals) == 1 and 0 < self.total == len(self._references)

    @property
    def is_empty(self) -> bool:
        """Whether nothing came."""
        return not self._references
