"""What a command finds around it: the clock it is given, colours, zones."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from builders import entry, registry_of
from clustercalls.cli.context import (
    context_of,
    exit_code_of,
    moment_of,
    zone_named,
)
from clustercalls.cli.options import Common
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
    ],
)
def test_a_moment_stands_on_the_clock_of_the_registry(as_of: str, moment: str, day: str) -> None:
    found = moment_of(as_of, REGISTRY, Config(forget_months=6), NOW)
    assert found.now.isoformat(timespec="minutes") == moment
    assert (str(found.today()), found.zone, found.forget_months) == (day, "Europe/Brussels", 6)


@pytest.mark.parametrize("as_of", ["tomorrow", "2017", "1899-12-31", "2200-01-01"])
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


def test_the_language_asked_for_then_that_of_the_config_then_the_locale(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings = tmp_path / "config.toml"
    settings.write_text('lang = "it"\n')
    assert context_of(Common()).t.code == "en"
    assert context_of(Common(config=settings)).t.code == "it"
    assert context_of(Common(config=settings, lang="EN")).t.code == "en"
    monkeypatch.setenv("LANG", "it_IT.UTF-8")
    assert context_of(Common()).t.code == "it"


def test_somebody_is_there_only_when_both_streams_go_to_a_terminal() -> None:
    assert SOMEBODY.talks
    assert not NOBODY.talks
    assert not replace(SOMEBODY, errors_to_terminal=False).talks
    assert not replace(SOMEBODY, terminal=False).talks


def test_a_registry_that_is_read_in_part_is_exit_3() -> None:
    broken = replace(REGISTRY, problems=(problem("broken-toml"),))
    warned = replace(REGISTRY, problems=(problem("weekend-deadline"),))
    assert [exit_code_of(each, 1) for each in (REGISTRY, warned, broken)] == [1, 1, 3]


def test_a_zone_that_is_none_is_refused() -> None:
    assert [zone_named(each) for each in ("", "Europe/Rome", "AoE")] == ["", "Europe/Rome", "AoE"]
    with pytest.raises(UsageRefused, match="Europe/Roma"):
        zone_named("Europe/Roma")
