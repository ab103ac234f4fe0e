"""What becomes of what was published: it stays, changes with a higher revision, is cancelled, or goes."""

from datetime import date
from io import BytesIO

import pytest
from msgspec.structs import replace

from builders import entry, registry_of, stage
from calendars import calendar_of, selection_of
from clustercalls.calendar.naming import EVENT
from clustercalls.calendar.published import KnownComponent, Published, read
from clustercalls.calendar.revise import KEPT_DAYS, Fate, Fates, RevisedComponent, resolve
from clustercalls.errors import Place, problem
from clustercalls.i18n import ENGLISH
from clustercalls.model import Entry, Status
from commands import ITALIAN

DAY = date(2027, 3, 1)
A = entry(stage("2027-04-04", at="17:00"), source="2026-12", title="A, b")
BRUSSELS_THEN = (("Europe/Brussels", 2027),)


def published(*entries: Entry, **style: object) -> Published:
    return read(BytesIO(calendar_of(*entries, alarms=("7d",), **style)), EVENT)


OLD = published(A).components["a/deadline"]


def cancelled(old: KnownComponent, fate: Fate = Fate.GONE, day: date = DAY) -> KnownComponent:
    """What is left of it after that, read back."""
    data = resolve(old, fate, day, ENGLISH).data or b""
    head = b"BEGIN:VCALENDAR\r\nPRODID:-//clustercalls//calendar//EN\r\n"
    return read(BytesIO(head + data + b"END:VCALENDAR\r\n"), EVENT).components["a/deadline"]


@pytest.mark.parametrize(
    ("fate", "day", "change", "word"),
    [
        (Fate.FAILED, DAY, "", b""),
        (Fate.FAILED, date(2028, 1, 1), "", b""),
        (Fate.LEFT, DAY, "removed", None),
        (Fate.GONE, DAY, "cancelled", b"Withdrawn: "),
        (Fate.CANCELLED, DAY, "cancelled", b"Cancelled: "),
        (Fate.EXHAUSTED, DAY, "cancelled", b"Exhausted: "),
        (Fate.GONE, date(2027, 4, 4), "cancelled", b"Withdrawn: "),  # its own day
        (Fate.GONE, date(2027, 4, 5), "removed", None),  # it is over
    ],
)
def test_what_has_no_successor(fate: Fate, day: date, change: str, word: bytes | None) -> None:
    found = resolve(OLD, fate, day, ENGLISH)
    assert (found.key, found.change) == ("a/deadline", change)
    assert found.data is None if word is None else b"SUMMARY:" + word + b"A\\, b" in (found.data or b"")
    if not change:
        assert (found.data, found.stamp, found.zones) == (OLD.raw, OLD.stamp, BRUSSELS_THEN)


def test_what_is_cancelled_says_what_it_was_and_rings_no_more() -> None:
    assert b"VALARM" in OLD.raw
    found = cancelled(OLD)
    assert (found.sequence, found.stamp, found.cancelled_on) == (1, "20270301T000000Z", "20270301")
    assert b"STATUS:CANCELLED\r\n" in found.raw
    assert found.raw.count(b"\r\nSTATUS") == 1
    assert b"VALARM" not in found.raw
    assert b"DTSTART;TZID=Europe/Brussels:20270404T170000" in found.raw


@pytest.mark.parametrize(("day", "change"), [(date(2027, 2, 28), ""), (date(2027, 3, 1), "removed")])
def test_it_stays_so_for_sixty_days(day: date, change: str) -> None:
    assert KEPT_DAYS == 60
    gone = cancelled(OLD, day=date(2026, 12, 30))
    assert resolve(gone, Fate.GONE, day, ENGLISH).change == change


def test_the_word_is_said_once_and_the_stamp_never_goes_back() -> None:
    later = replace(OLD, stamp="20280101T000000Z")
    assert resolve(later, Fate.GONE, DAY, ENGLISH).stamp == "20280101T000001Z"
    again = replace(cancelled(OLD), cancelled_on="")
    assert (resolve(again, Fate.GONE, DAY, ENGLISH).data or b"").count(b"Withdrawn: ") == 1
    assert b"SUMMARY:Ritirato: A" in (resolve(OLD, Fate.GONE, DAY, ITALIAN).data or b"")


@pytest.mark.parametrize(
    ("uid", "fate"),
    [
        ("a/deadline", Fate.LEFT),  # only not chosen
        ("a/other", Fate.GONE),
        ("a/undated", Fate.GONE),
        ("a/off", Fate.CANCELLED),
        ("off/deadline", Fate.CANCELLED),
        ("spent/deadline", Fate.EXHAUSTED),
        ("nobody/deadline", Fate.GONE),
        ("broken/deadline", Fate.FAILED),
        ("a/unfit", Fate.FAILED),
    ],
)
def test_why_something_is_not_chosen_any_more(uid: str, fate: Fate) -> None:
    stages = (stage("2027-04-04"), stage(name="undated"), stage("2027-05-05", name="off", cancelled=True))
    registry = registry_of(
        entry(*stages),
        entry(stage("2027-04-04"), name="off", status=Status.CANCELLED),
        entry(stage("2027-04-04"), name="spent", status=Status.EXHAUSTED),
    )
    broken = replace(registry, problems=(problem("unknown-key", Place(entry="broken")),))
    assert Fates(broken, {"a/unfit"}).of(uid) is fate


def test_a_problem_without_an_entry_may_hide_any() -> None:
    unread = replace(registry_of(), problems=(problem("broken-toml", Place("calls.toml", 1)),))
    assert Fates(unread, set()).of("nobody/deadline") is Fate.FAILED


def outcomes(
    old: Published, *entries: Entry, same: frozenset[str] = frozenset()
) -> dict[str, RevisedComponent]:
    return {each.key: each for each in selection_of(*entries, alarms=("7d",)).outcomes(old, same)}


def known(outcome: RevisedComponent) -> tuple[str, int, str]:
    data = outcome.data or b""
    return outcome.change, int(data.split(b"SEQUENCE:")[1].split(b"\r\n")[0]), outcome.stamp


LATER = replace(A, title="Another")


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        (Published(), A, ("new", 0, "20261201T000000Z")),
        (
            Published(left=4, revised="20270101T000000Z"),
            A,
            ("new", 5, "20270101T000001Z"),
        ),  # it may come back
        (published(A), A, ("", 0, "20261201T000000Z")),
        (published(A), LATER, ("changed", 1, "20261201T000001Z")),
        (published(A), replace(LATER, checked=date(2027, 2, 1)), ("changed", 1, "20270201T000000Z")),
    ],
)
def test_what_is_chosen(old: Published, new: Entry, change: tuple[str, int, str]) -> None:
    assert known(outcomes(old, new)["a/deadline"]) == change


def test_in_the_order_of_their_names_and_what_stays_is_not_made_anew() -> None:
    others = [entry(stage("2027-05-05"), name=name) for name in "cb"]
    old = published(A, others[0])
    found = outcomes(old, LATER, others[1], same=frozenset({"a/deadline"}))
    assert [(uid, each.change) for uid, each in found.items()] == [
        ("a/deadline", ""), ("b/deadline", "new"), ("c/deadline", "cancelled"),
    ]  # fmt: skip
