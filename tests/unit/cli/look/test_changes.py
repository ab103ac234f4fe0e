"""`changes` tells each change once, of what was asked, and takes nothing unreadable for gone."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clustercalls.cli.look.changes import Comparison, changes
from clustercalls.cli.options import AsOf, Common
from clustercalls.errors import InputRefused, UsageRefused
from samples import BAD, SAMPLE

Write = Callable[..., Path]
MARCH = AsOf("2017-03-01")
HISTORY = '\nhistory = [{ stage = "deadline", was = "2017-04-01", noticed = 2017-02-15 }]\n'
MOVED = SAMPLE.replace('tags = ["smes"]', f'tags = ["smes"]{HISTORY}')
RENAMED = MOVED.replace('title = "Fair"', 'title = "Trade fair"')


@pytest.fixture
def told(capfd: pytest.CaptureFixture[str]) -> Callable[..., list[tuple[str, str]]]:
    """What was told, as pairs of id and field."""

    def told(path: Path, name: str = "", **asked: Any) -> list[tuple[str, str]]:  # noqa: ANN401 - texts
        changes(MARCH, Common(registry=[path]), name, asked=Comparison(**asked, form="json"))
        rows = json.loads(capfd.readouterr().out)
        return [(row["id"], row.get("field") or row.get("what")) for row in rows]

    return told


Told = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("since", "first", "then"),
    [
        ("", ["chains"], 1),  # of 30 days; then what was seen to change
        ("60d", ["chains"], 2),
        ("7d", [], 1),
        ("last", [], 1),
    ],
)
def test_since_a_day_and_since_the_last_look(
    told: Told, registry: Write, since: str, first: list[str], then: int
) -> None:
    assert [each for each, _ in told(registry(MOVED), since=since)] == first
    assert len(told(registry(RENAMED), since=since)) == then


def test_what_history_tells_too_is_told_once(told: Told, registry: Write) -> None:
    told(registry(SAMPLE))
    later = MOVED.replace("2017-04-01", "2017-04-04T17:00:00").replace("= 2017-04-04T", "= 2017-04-06T")
    later = later.replace("2017-02-15", "2017-03-01")
    assert len(told(registry(later), since="7d")) == len(told(registry(later), since="last")) == 1


def test_of_one_entry(told: Told, registry: Write) -> None:
    told(registry(MOVED))
    both = registry(RENAMED)
    assert len(told(both, since="60d")) == 2
    assert {each for each, _ in told(both, "chai", since="60d")} == {"chains"}


@pytest.mark.parametrize(
    ("now", "other", "ids"),
    [
        (SAMPLE, RENAMED, {"fair"}),
        (SAMPLE, BAD, set()),  # what the other could not read is not new
        (
            BAD,
            SAMPLE + '[[event]]\nid = "bad"\ntitle = "Bad"\n',
            set(),
        ),  # and what this one could not is not gone
        (SAMPLE, SAMPLE + '[[event]]\nid = "old"\ntitle = "Old"\n', {"old"}),
    ],
)
def test_against_another_state(told: Told, registry: Write, now: str, other: str, ids: set[str]) -> None:
    path = registry(now)
    found = told(path, against=str(registry(other, "other.toml")))
    assert {each for each, _ in found} == ids
    assert not list((Path.home() / ".local").rglob("seen-*"))  # that is no look


@pytest.mark.parametrize(
    ("name", "asked", "refusal"),
    [
        ("", {"since": "7d", "against": "other.toml"}, UsageRefused),
        ("", {"since": "tomorrow"}, UsageRefused),
        ("", {"against": "nowhere.toml"}, InputRefused),
        ("", {"against": "git:HEAD"}, UsageRefused),
        ("", {"form": "csv"}, UsageRefused),
        ("nobody", {}, UsageRefused),
    ],
)
def test_what_cannot_be_meant(
    registry: Write, name: str, asked: dict[str, str], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        changes(MARCH, Common(registry=[registry(SAMPLE)]), name, asked=Comparison(**asked))
