"""What a sentence says of a call that is off, of another one, or of several: no sure facts."""

import pytest

from clustercalls.extract import reasons
from told_texts import of_key, only, sure


@pytest.mark.parametrize(
    ("second", "reason"),
    [
        ("The deadline of 4 March 2027 is cancelled.", reasons.IS_OFF),
        ("La scadenza del 4 marzo 2027 è annullata.", reasons.IS_OFF),
        ("Die Einreichfrist am 4. März 2027 ist abgesagt.", reasons.IS_OFF),
        ("The previous call had its deadline on 4 March 2025.", reasons.OF_ANOTHER),
        ("Le précédent appel avait pour date limite le 4 mars 2025.", reasons.OF_ANOTHER),
    ],
)
def test_the_date_of_such_a_sentence_is_not_sure(second: str, reason: str) -> None:
    draft = only("Call for proposals on hubs", second)
    facts = of_key(draft, "stage")
    assert sure(facts) == [False] * len(facts)
    assert {fact.reason for fact in facts} == {reason}


def test_two_calls_named_in_one_document_make_no_deadline_sure() -> None:
    draft = only(
        "Call for proposals on hubs",
        "The deadline of “Green Hubs” is 4 March 2027.",
        "The deadline of “Blue Hubs” is 5 April 2027.",
    )
    assert sure(of_key(draft, "stage")) == [False, False]


def test_both_dates_of_what_was_put_off_are_not_sure() -> None:
    moved = "The deadline of 4 March 2027 has been extended to 5 April 2027."
    draft = only("Call for proposals on hubs", moved)
    dates = of_key(draft, "stage")
    assert len(dates) == 1 or not any(sure(dates)), dates


def test_a_plain_deadline_stays_sure() -> None:
    draft = only("Call for proposals on hubs", "The deadline is 4 March 2027.")
    assert sure(of_key(draft, "stage")) == [True]
