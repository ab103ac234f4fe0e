import pytest

from clustercalls.extract.folded import Folded
from clustercalls.extract.shares import is_share, shares


def rates(text: str) -> list[tuple[float, str]]:
    return [(each.rate, each.whom) for each in shares(text, Folded(text).folded)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("cofinanziamento del 65% per PMI", [(65, "PMI")]),
        ("a reimbursement rate of 65% of the eligible costs", [(65, "")]),
        ("Poziom dofinansowania: 65%", [(65, "")]),
        ("Förderquote 45 Prozent", [(45, "")]),
        ("12 millions (60% Feder + 40% cofinancement national)", [(60, "")]),
        ("must allocate at least 60% of their funding to SMEs", []),
        ("an increase of 12 %", []),
    ],
)
def test_only_rates_of_funding_are_rates(text: str, found: list[tuple[float, str]]) -> None:
    assert rates(text) == found


def test_any_share_is_seen() -> None:
    assert is_share("75 % of it")
    assert not is_share("75 of them")
