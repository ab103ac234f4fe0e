"""What a command finds around it: the clock it is given, colours, zones."""

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from builders import entry, registry_of
from clustercalls.cli.context import exit_code_of, moment_of, zone_named
from clustercalls.config import Config
from clustercalls.errors import UsageRefused, problem
from commands import NOBODY, SOMEBODY

REGISTRY = registry_of(entry())
NOW = datetime(2017, 3, 1, 22, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("as_of", "moment", "day"),
    [
        ("", "2017-03-01T22:30+00:00", "2017-03-01"),
        ("2017-03-02", "2017-03-01T23:00+00:00", "2017-03-02"),  # the first instant of the day in Brussels
        (" 2017-03-02T00:30 ", "2017-03-01T23:30+00:00", "2017-03-02"),
        ("2017-03-02T00:30Z", "2017-03-02T00:30+00:00", "2017-03-02"),
        ("2017-03-01T23:30-03:00", "2017-03-02T02:30+00:00", "2017-03-02"),
        # in the words of `add`; of a month or week the first day
        ("tomorrow", "2017-03-01T23:00+00:00", "2017-03-02"),
        ("4 april 2017", "2017-04-03T22:00+00:00", "2017-04-04"),
        ("4 april 2017 17:00", "2017-04-04T15:00+00:00", "2017-04-04"),
        ("march 2018", "2018-02-28T23:00+00:00", "2018-03-01"),
        ("last month", "2017-01-31T23:00+00:00", "2017-02-01"),
        ("next week", "2017-03-05T23:00+00:00", "2017-03-06"),
        ("2 weeks", "2017-03-14T23:00+00:00", "2017-03-15"),
    ],
)
def test_a_moment_stands_on_the_clock_of_the_registry(as_of: str, moment: str, day: str) -> None:
    found = moment_of(as_of, REGISTRY, Config(forget_months=6), NOW)
    assert found.now.isoformat(timespec="minutes") == moment
    assert (str(found.today()), found.zone, found.forget_months) == (day, "Europe/Brussels", 6)


@pytest.mark.parametrize(
    "as_of", ["soon", "2017", "1899-12-31", "2200-01-01", "04/05/2017", "4 april 2017 17:00 CET"]
)
def test_what_is_no_moment_of_a_registry(as_of: str) -> None:
    with pytest.raises(UsageRefused) as refused:
        moment_of(as_of, REGISTRY, Config(), NOW)
    assert refused.value.problem.place.file == ""


def test_the_variable_stands_for_the_option_and_is_named_when_it_is_wrong(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CLUSTERCALLS_AS_OF", "soon")
    assert moment_of("2017-03-02", REGISTRY, Config()).today().day == 2
    with pytest.raises(UsageRefused) as refused:
        moment_of("", REGISTRY, Config())
    assert refused.value.problem.place.file == "CLUSTERCALLS_AS_OF"


def test_somebody_is_there_only_when_both_streams_go_to_a_terminal() -> None:
    assert SOMEBODY.talks
    assert not NOBODY.talks
    assert not replace(SOMEBODY, errors_to_terminal=False).talks
    assert not replace(SOMEBODY, terminal=False).talks


def test_a_registry_that_is_read_in_part_is_exit_3() -> None:
    broken = replace(REGISTRY, problems=(problem("broken-toml"),))
    warned = replace(REGISTRY, problems=(problem("weekend-deadline"),))
    assert [exit_code_of(NOBODY, each, 1) for each in (REGISTRY, warned, broken)] == [1, 1, 3]


def test_what_a_config_that_cannot_be_read_stood_aside_for_is_exit_3() -> None:
    lost = replace(NOBODY, config=Config(trouble=problem("unreadable", reason="it is a folder")))
    assert (NOBODY.code(), NOBODY.code(1), lost.code(), lost.code(1)) == (0, 1, 3, 3)
    assert exit_code_of(lost, REGISTRY, 0) == 3


def test_a_zone_that_is_none_is_refused() -> None:
    assert [zone_named(each) for each in ("", "Europe/Rome", "AoE")] == ["", "Europe/Rome", "AoE"]
    with pytest.raises(UsageRefused, match="Europe/Roma"):
        zone_named("Europe/Roma")
