"""How sources write that there is no date yet, in every gender and number."""

from datetime import date

import pytest

from clustercalls.phrase.pending import NOT_YET
from clustercalls.phrase.roles import Role, Said, read

EVERY = [name.replace("_", " ") for row in NOT_YET.values() for name in row.split()]


def test_each_of_them_is_no_date_and_no_error() -> None:
    assert len(EVERY) == len(set(EVERY))
    wrong = [name for name in EVERY if read(name, Role.DUE, date(2026, 11, 18)) != Said()]
    assert wrong == []


@pytest.mark.parametrize(
    "text",
    ["non ancora fissate", "todavía no anunciados", "ainda não fixadas", "pas encore connue", "nie ustalono"],
)
def test_every_ending_is_there(text: str) -> None:
    assert text in EVERY
