"""The colour of how soon something is, by its number (ECMA-48, SGR)."""

TYPE_CHECKING = False  # as in `standing`
if TYPE_CHECKING:
    from clustercalls.query.select import Row

SOON, NEAR = 7, 30  # days
DIM, RED, YELLOW, CYAN, BOLD_RED = "2", "31", "33", "36", "1;31"


def urgency(row: "Row | None") -> str:
    """Bold red today, red within a week or late, yellow within a month, cyan any day now, dim the rest."""
    if row is None or row.over or row.days_left is None:
        return DIM
    when = row.milestone.when
    if row.days_left == 0 and when is not None and not when.is_exact:
        return CYAN
    if row.days_left == 0:
        return BOLD_RED
    if row.days_left <= SOON:
        return RED
    return YELLOW if row.days_left <= NEAR else ""
