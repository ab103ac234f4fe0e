"""What was told is the log, and where there is none as much as is remembered."""

from datetime import UTC, date, datetime, timedelta

from clustercalls.reminders.log import Sent
from clustercalls.reminders.remembered import Remembered
from clustercalls.reminders.whole_log import Told, whole_log

AT = datetime(2027, 3, 1, 7, 30, tzinfo=UTC)
DAY = date(2027, 3, 1)
LATER = AT + timedelta(days=6)


def test_a_row_for_each_lead_in_the_order_of_telling() -> None:
    log = {
        "mail:a@b.example": (Sent(LATER, "<2>", {"c@7d@first@2027-03-31T170000": date(2027, 3, 7)}),),
        "stdout": (Sent(AT, "", {"c@moved@first@undated": None, "d@0d@opens@2027-02--2027-03": DAY}),),
    }
    assert whole_log(log, {}) == (
        Told("c/first", "stdout", AT, "moved", None, None, "", "c@moved@first@undated"),
        Told("d/opens", "stdout", AT, "0d", DAY, "2027-02/2027-03", "", "d@0d@opens@2027-02--2027-03"),
        Told(
            "c/first", "mail:a@b.example", LATER, "7d", date(2027, 3, 7), "2027-03-31", "<2>",
            "c@7d@first@2027-03-31T170000",
        ),
    )  # fmt: skip
    assert {each.entry for each in whole_log(log, {})} == {"c", "d"}


def test_what_is_only_remembered_is_as_much_as_that_says() -> None:
    early, late = date(2027, 3, 1), date(2027, 3, 7)
    remembered = {
        "leads/d": Remembered("2027-03-31", DAY, last_told=late, leads=(early, late)),
        "reason/d": Remembered("", DAY, last_told=late),
        "seen/d": Remembered("2027-03-31", DAY),
        "both/d": Remembered("2027-03-31", DAY, last_told=late, leads=(early, late)),
        "moved/d": Remembered("2027-03-31", DAY, last_told=late),
    }
    log = {"m": (Sent(LATER, "<1>", {"both@7d@d@2027-03-31": late, "moved@moved@d@2027-03-31": None}),)}
    rows = [(each.uid, each.at, each.day, each.id) for each in whole_log(log, {"m": remembered})]
    assert rows == [
        ("both/d", None, early, None),
        ("leads/d", None, early, None),
        ("leads/d", late, late, None),
        ("reason/d", late, None, None),
        ("both/d", LATER, late, "<1>"),
        ("moved/d", LATER, None, "<1>"),
    ]
    assert [each.id for each in whole_log({}, {"other": remembered})] == [
        None
    ] * 6  # another target is another log
