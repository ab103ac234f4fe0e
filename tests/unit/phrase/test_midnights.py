"""Midnight is of two days: what begins then is asked about, what ends then ends with the day named."""

from datetime import date

import pytest

from clustercalls.errors import filled
from clustercalls.phrase.midnights import at_its_beginning, at_its_end
from clustercalls.phrase.roles import NotForThisField, Role, Said, read

TODAY = date(2027, 1, 10)
NIGHTS = (
    "4 March 2027 24:00; 4 March 2027 at midnight; midnight, 4 March 2027; 4 marzo 2027 a mezzanotte;"
    " 4 mars 2027 à minuit; 4. März 2027, Mitternacht; 4 de marzo de 2027 a medianoche;"
    " 4 de março de 2027 à meia-noite; 4 marca 2027, północ; 2027-03-04T24:00"
)


@pytest.mark.parametrize("role", [role for role in Role if role.begins])
def test_what_begins_at_midnight_is_refused_with_both_days(role: Role) -> None:
    for text in map(str.strip, NIGHTS.split(";")):
        with pytest.raises(NotForThisField, match="midnight is where 2027-03-04 ends") as refused:
            read(text, role, TODAY)
        advice = filled(refused.value.said["advice"], refused.value.said, str)
        assert advice.startswith("Write 2027-03-05 if")
        assert "2027-03-04 if" in advice


@pytest.mark.parametrize("role", [Role.DUE, Role.REGISTERS, Role.OURS, Role.ENDS, Role.DECIDES])
def test_what_ends_at_midnight_ends_with_the_day(role: Role) -> None:
    for text in map(str.strip, NIGHTS.split(";")):
        assert read(text, role, TODAY) == Said("2027-03-04", to_the_end=True), text


@pytest.mark.parametrize("role", [Role.DUE, Role.STARTS])
def test_the_first_of_two_days_is_asked_about_and_the_last_is_not(role: Role) -> None:
    with pytest.raises(NotForThisField, match="midnight is where 2027-03-04 ends"):
        read("from 4 March 2027 24:00 to 10 March 2027", role, TODAY)
    assert read("from 4 March 2027 to 10 March 2027 24:00", role, TODAY).to_the_end
    assert read("4 March 2027, 20:00-24:00", Role.STARTS, TODAY).to_the_end


def test_where_the_calendar_ends() -> None:
    assert at_its_end("9999-12-31").said["after"] == "9999-12-31"
    assert at_its_beginning(date(1, 1, 1)).said["before"] == "0001-01-01"
