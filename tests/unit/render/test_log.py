"""What was told is said on one line, and what nobody wrote down as unknown."""

from datetime import UTC, date, datetime

import pytest

from clustercalls.i18n import ENGLISH, language
from clustercalls.reminders.whole_log import Told
from clustercalls.render.log import line, row

AT = datetime(2027, 3, 1, 6, 30, 59, 5, tzinfo=UTC)
DAY = date(2027, 3, 1)
MAIL = Told("c/first", "mail:a@b.example", AT, "30d", DAY, "2027-03-31", "<1@b>", "c@30d@first@2027-03-31")
ZONE = "Europe/Brussels"


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (MAIL, "Mon 1 Mar 2027 07:30:59 Brussels  c/first  30d, 31 Mar 2027  mail:a@b.example  <1@b>\n"),
        (
            Told("c/first", "stdout", AT, "moved", None, None, "", "c@moved@first@undated"),
            "Mon 1 Mar 2027 07:30:59 Brussels  c/first  moved  standard output\n",
        ),
        (
            Told("c/first", "mail:a", None, None, DAY, "2027-02/2027-03", None),
            "unknown  c/first  lead of Mon 1 Mar 2027, Feb–Mar 2027  mail:a  unknown\n",
        ),
        (
            Told("c/first", "outbox:/x", DAY, None, None, None, None),
            "Mon 1 Mar 2027  c/first  unknown  outbox:/x\n",
        ),
        (
            Told("c/first", "outbox:/\x1b[31m", DAY, None, None, None, None),
            "Mon 1 Mar 2027  c/first  unknown  outbox:/\\x1b[31m\n",
        ),
    ],
)
def test_on_one_line(told: Told, said: str) -> None:
    assert line(told, ZONE, ENGLISH) == said


def test_in_italian() -> None:
    told = Told("c/first", "stdout", None, None, DAY, None, None)
    assert (
        line(told, ZONE, language("it"))
        == "non noto  c/first  preavviso di lun 1 mar 2027  standard output\n"
    )


def test_for_machines() -> None:
    its = row(MAIL)
    assert (its.id, its.stage, its.at, its.message_id, its.key) == ("c", "first", AT, "<1@b>", MAIL.key)
    assert row(Told("c/first", "stdout", None, None, None, None, "")).message_id is None
