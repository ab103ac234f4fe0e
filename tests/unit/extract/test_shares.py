import pytest

from clustercalls.extract.folded import Folded
from clustercalls.extract.shares import is_share, shares


def rates(text: str) -> list[tuple[float, str]]:
    return [(each.rate, each.whom) for each in shares(text, Folded(text).folded)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("cofinanziamento UE del 75% per PMI", [(75, "PMI")]),
        ("a maximum reimbursement rate of 75% of eligible costs", [(75, "")]),
        ("Poziom dofinansowania: 70%", [(70, "")]),
        ("Förderquote 45 Prozent", [(45, "")]),
        ("91 millions (80% Feder + 20% cofinancement national)", [(80, "")]),
        ("must allocate at least 75% of their funding to SMEs", []),
        ("an increase of 14 %", []),
    ],
)
def test_only_rates_of_funding_are_rates(text: str, found: list[tuple[float, str]]) -> None:
    assert rates(text) == found


def test_any_share_is_seen() -> None:
    assert is_share("75 % of it")
    assert not is_share("75 of them")
