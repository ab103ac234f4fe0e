"""What is answered out of an index, and what is left to the command itself."""

import os
from pathlib import Path

import pytest

from clustercalls.cli.look import at_once
from clustercalls.config import load as load_config
from clustercalls.index.load import load
from clustercalls.render.columns import MILESTONES
from conftest import Run

CALL = '[[call]]\nid = "one"\ntitle = "T"\ndeadline = 2017-04-04\n'
LASTS = '[[event]]\nid = "fair"\ntitle = "Fair"\nstarts = 2017-05-01T09:00:00\nends = 2017-05-03\n'
MOVED = '[[call.history]]\nstage = "deadline"\nwas = 2017-03-01\nnoticed = {}\n'
OPEN = '[[call]]\nid = "roll"\ntitle = "R"\nchecked = 2017-01-28\n'
OPEN += '[[call.stage]]\nid = "apply"\nkind = "deadline"\nrolling = true\n'
HOUR = '[[call]]\nid = "hour"\ntitle = "H"\ndeadline = 2017-04-10T17:00:00\n'
NOW = ["--as-of", "2017-03-28"]


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "calls.toml"
    path.write_text(CALL + LASTS)
    load((path,))
    monkeypatch.setenv("CLUSTERCALLS_REGISTRY", str(path))
    return path


@pytest.mark.usefixtures("registry")
@pytest.mark.parametrize(
    "words",
    [
        [], ["-f", "json"], ["-ftable"], ["-n", "1"], ["--no-header"], ["--color", "always"],
        ["--color=never"], ["-r", "calls.toml"], ["-r", "./calls.toml"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_what_is_answered(
    words: list[str], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    load((Path("calls.toml"),))
    hot = run("upcoming", *words, *NOW)
    assert at_once.upcoming([*words, *NOW]) == 0
    monkeypatch.setattr(at_once, "upcoming", lambda _: None)
    assert run("upcoming", *words, *NOW) == hot


@pytest.mark.usefixtures("registry")
@pytest.mark.parametrize(
    "words",
    [
        ["90d"], ["--past"], ["-p", "X"], ["-f", "csv"], ["-f", "nonsense"], ["-n", "0"], ["-n", "x"],
        ["--color", "X"], ["-r", "none.toml"], ["--lang", "it"], ["--zone", "UTC"], ["-o", "x"],
        ["--nonsense"], ["--help"],
        ["-c", "x.toml"], ["--columns", "what"], ["--as-of", "2041-01-01"], ["-r", "a", "-r", "b"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_what_is_left(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert at_once.upcoming([*words, *(() if "--as-of" in words else NOW)]) is None
    assert capsys.readouterr() == ("", "")


@pytest.mark.usefixtures("registry")
def test_a_config_file_has_its_say() -> None:
    config = Path(os.environ["HOME"], ".config/clustercalls/config.toml")
    config.parent.mkdir(parents=True)
    config.touch()
    assert (at_once.upcoming(NOW), at_once.names([])) == (None, None)
    load_config(None)
    assert (at_once.upcoming(NOW), at_once.names([])) == (0, [("one", "T"), ("fair", "Fair")])


@pytest.mark.parametrize("form", ["plain", "json", "table"])
@pytest.mark.parametrize(
    ("config", "left"),
    [
        ('lang = "it"', ""), ('zone = "Asia/Tokyo"', "json"), ('zone = "Europe/Brussels"', "json"),
        ('window = "10d"', "plain json table"), ('forget_after = "1m"', ""), ('registry = "other.toml"', ""),
    ],
)  # fmt: skip
def test_under_a_config_it_answers_the_same_or_leaves_it(
    config: str, left: str, form: str, registry: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = registry.with_name("config.toml")
    own.write_text(config)
    registry.write_text(CALL + LASTS + OPEN + HOUR)
    registry.with_name("other.toml").write_text(LASTS)
    monkeypatch.delenv("CLUSTERCALLS_REGISTRY")
    named = () if "registry" in config else ("-r", registry)
    asked = [*map(str, named), "-c", str(own), "-f", form, *NOW]
    cold = run("upcoming", *asked)
    assert at_once.upcoming(asked) == (None if form in left else 0)
    assert run("upcoming", *asked) == cold
    without = run("upcoming", "-r", registry, "-f", form, *NOW)
    assert (cold == without) == ((form == "json" and "lang" in config) or "Brussels" in config)


@pytest.mark.parametrize(("noticed", "code"), [("2017-02-24", 0), ("2017-02-25", None), ("2017-03-29", 0)])
def test_a_date_that_moved_lately_is_told_by_the_command(
    registry: Path, noticed: str, code: int | None
) -> None:
    registry.write_text(CALL + MOVED.format(noticed))
    load((registry,))
    assert at_once.upcoming(NOW) == code


@pytest.mark.parametrize("fact", ["place", "tags", "track", "url"])
def test_a_column_of_a_fact_that_an_index_does_not_hold_is_left_to_the_command(
    fact: str, registry: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    registry.write_text(CALL + 'place = "Bari"\ntags = ["Bari"]\ntrack = "Bari"\nurl = "https://Bari"\n')
    monkeypatch.setitem(MILESTONES.cells, "programme", lambda row, _: str(getattr(row.milestone.entry, fact)))
    for form in ("plain", "table"):
        cold, hot = (run("upcoming", *NOW, "-f", form) for _ in range(2))
        assert cold == hot
        assert "Bari" in hot.out
    assert at_once.upcoming(NOW) is None


@pytest.mark.usefixtures("registry")
def test_a_fault_that_is_no_missing_fact_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(MILESTONES.cells, "programme", lambda *_: object().programme)  # type: ignore[attr-defined]  # the fault
    with pytest.raises(AttributeError):
        at_once.upcoming(NOW)


def test_names(registry: Path) -> None:
    assert at_once.names([]) == at_once.names([str(registry)]) == [("one", "T"), ("fair", "Fair")]
    registry.write_text(CALL.replace("one", "two"))
    assert at_once.names([]) is None
