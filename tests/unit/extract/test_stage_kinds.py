import pytest

from told_texts import only, stages, understood


@pytest.mark.parametrize(
    ("heading", "sentence", "told"),
    [
        ("# Call for ports", "The deadline is 5 May 2027.", {"deadline": "2027-05-05"}),
        ("# Ports Conference", "It takes place on 5 May 2027.", {"dates": "2027-05-05"}),
        ("# Ports Conference", "Register by 5 May 2027.", {"registration": "2027-05-05"}),
        ("# Call for ports", "The call opens on 4 May 2027.", {"opens": "2027-05-04"}),
    ],
)
def test_what_a_date_is_of_depends_on_what_the_entry_is(
    heading: str, sentence: str, told: dict[str, str]
) -> None:
    first = understood(heading, sentence).drafts[0]
    assert stages(first) == told


def test_an_event_takes_place_on_the_day_that_its_line_begins_with() -> None:
    draft = only("# Diary", "- 3 May 2027: members' lunch on proposals, RSVP by 26 April")
    assert stages(draft) == {"dates": "2027-05-03", "registration": "2027-04-26"}
