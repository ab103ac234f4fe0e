import pytest

from clustercalls.enumerations import StageKind
from clustercalls.extract.date_spans import spans
from clustercalls.extract.folded import Folded
from clustercalls.extract.relative_days import relative_days


@pytest.mark.parametrize(
    ("text", "days", "kind"),
    [
        ("Si apre domani il bando", 1, StageKind.OPENS),
        ("Da oggi le domande", 0, StageKind.OPENS),
        ("Da oggi sino al 19 aprile 2026 le domande", 0, StageKind.OPENS),
        ("Les candidatures dès aujourd'hui", 0, StageKind.OPENS),
        ("El BOE publica hoy el extracto", 0, StageKind.PUBLISHED),
        ("The call closes tomorrow", 1, StageKind.DEADLINE),
        ("ab heute können Anträge gestellt werden", 0, StageKind.OPENS),
    ],
)
def test_what_a_day_is_of(text: str, days: int, kind: StageKind) -> None:
    folded = Folded(text)
    (said,) = relative_days(folded.folded, spans(folded))
    assert (said.days, said.kind) == (days, kind)


@pytest.mark.parametrize(
    "text", ["comienza mañana, 4 de mayo de 2026", "I met him today", "oggi sono ammessi 8 gruppi"]
)
def test_where_nothing_is_told_or_the_date_stands_by(text: str) -> None:
    folded = Folded(text)
    assert list(relative_days(folded.folded, spans(folded))) == []
