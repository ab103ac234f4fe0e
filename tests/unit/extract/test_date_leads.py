import re

import pytest

from clustercalls.enumerations import StageKind
from clustercalls.extract.date_leads import FROM, LABELLED, SINCE, UNTIL


@pytest.mark.parametrize(
    "before",
    [
        "entro il ",
        "entro e non oltre le ore 12:00 del ",
        "until ",
        "no later than ",
        "bis zum ",
        "bis einschliesslich ",
        "hasta el ",
        "jusqu'au ",
        "ate as 13h00 (hora das canarias) de ",
        "do dnia ",
    ],
)
def test_what_stands_before_a_last_day(before: str) -> None:
    assert re.search(UNTIL, before)


def test_what_does_not() -> None:
    assert not any(re.search(lead, "on ") for lead in (UNTIL, FROM, SINCE))
    assert re.search(SINCE, "seit dem ")
    assert re.search(FROM, "a partire dal ")


def test_a_label_before_a_colon() -> None:
    assert [kind for kind, word in LABELLED if re.fullmatch(word, "beginn")] == [StageKind.OPENS]
    assert [kind for kind, word in LABELLED if re.fullmatch(word, "koniec")] == [StageKind.DEADLINE]
