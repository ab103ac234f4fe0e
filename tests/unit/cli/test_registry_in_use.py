"""Which registry is in use, and which commands take the bundled example for one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from builders import entry, registry_of
from clustercalls.cli.options import Common
from clustercalls.cli.places import NAMED
from clustercalls.cli.registry_in_use import (
    Example,
    bundled,
    found_for,
    in_use,
    load,
    told_if_stopped,
)
from clustercalls.config import Config
from clustercalls.errors import InputRefused, UsageRefused, problem
from commands import NOBODY, SOMEBODY
from samples import BAD, BAD_LINE

EXAMPLE = bundled().paths[0]
OWN = Path("mine.toml")


@pytest.mark.parametrize(
    ("common", "settings", "taken_by"),
    [
        (Common(), Config(), {Example.STANDS_IN}),
        (Common(), Config(registry=(OWN,)), set(Example)),
        (Common(registry=[OWN]), Config(), set(Example)),
        (Common(registry=[EXAMPLE]), Config(), set(Example) - {Example.NEVER}),
        (Common(), Config(registry=(EXAMPLE,)), {Example.STANDS_IN, Example.READ}),
        (Common(), Config(registry=(OWN, EXAMPLE)), set(Example) - {Example.WHEN_NAMED}),
    ],
    ids=["none", "own", "own named", "example named", "example in the config", "both in the config"],
)
@pytest.mark.parametrize("example", Example)
def test_the_example_is_never_taken_for_ones_own(
    common: Common, settings: Config, taken_by: set[Example], example: Example
) -> None:
    if example in taken_by:
        assert in_use(common, settings, example).paths
    else:
        with pytest.raises(InputRefused) as refused:
            in_use(common, settings, example)
        assert refused.value.problem.code == "wants-registry"


def test_which_wins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Each in turn is put in front of those before."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    own = tmp_path / "clustercalls" / "calls.toml"
    own.parent.mkdir()
    data = Path("data")
    data.mkdir()

    def why(common: Common = Common(), settings: Config = Config()) -> tuple[str, list[str]] | None:  # noqa: B008
        found = found_for(common, settings)
        return (found.why, [str(each) for each in found.paths]) if found else None

    assert why() is None
    own.touch()
    assert why() == ("your own", [str(own)])
    (data / "calls.toml").touch()
    assert why() == ("this folder", ["data/calls.toml"])
    Path("calls.toml").touch()
    assert why() == ("this folder", ["calls.toml"])
    settings = Config(registry=(OWN,))
    assert why(settings=settings) == ("config", ["mine.toml"])
    monkeypatch.setenv("CLUSTERCALLS_REGISTRY", "a.toml::b.toml")
    assert why(settings=settings) == ("CLUSTERCALLS_REGISTRY", ["a.toml", "b.toml"])
    assert why(Common(registry=[OWN]), settings) == (NAMED, ["mine.toml"])


def test_what_could_not_be_read_is_told_once(
    registry: Callable[[str], Path], capfd: pytest.CaptureFixture[str]
) -> None:
    path = registry(BAD)
    found = load(Common(registry=[path]), NOBODY, or_bundled=False)
    assert "bad" not in {each.id for each in found.entries}
    assert capfd.readouterr().err.startswith(f"{path}:{BAD_LINE}: unknown-key: ")


def test_that_it_is_the_example_is_remarked_where_somebody_is(capfd: pytest.CaptureFixture[str]) -> None:
    load(Common(), NOBODY, or_bundled=True)
    assert capfd.readouterr().err == ""
    load(Common(), SOMEBODY, or_bundled=True)
    assert "bundled example" in capfd.readouterr().err


@pytest.mark.parametrize(("entries", "told"), [((), True), ((entry(),), False)])
def test_a_refusal_over_nothing_says_first_why_there_is_nothing(
    capfd: pytest.CaptureFixture[str], entries: tuple[()], told: bool
) -> None:
    empty = replace(registry_of(*entries), problems=(problem("no-registry"),))
    with pytest.raises(UsageRefused), told_if_stopped(empty, NOBODY):
        raise UsageRefused(problem("no-title"))
    assert ("no-registry" in capfd.readouterr().err) is told
