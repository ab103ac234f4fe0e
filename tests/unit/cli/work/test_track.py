"""`track` takes a word that decides something, sets it with its reason, and says what follows."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import tomli

from clustercalls.cli.keep.chosen import Several
from clustercalls.cli.keep.desk import Editing
from clustercalls.cli.options import AsOf, Common, Filters
from clustercalls.cli.work.track import track
from clustercalls.errors import UsageRefused
from commands import Screen
from samples import SAMPLE

MARCH = AsOf("2017-03-01")
Write = Callable[[str], Path]
WORDS = SAMPLE.replace("[track]\n", '[track]\n"Messo via" = "no"\n')


def track_of(paths: Path | list[Path], words: list[str], why: str = "", **filters: list[str]) -> int:
    common = Common(registry=paths if isinstance(paths, list) else [paths])
    several = Several(all_of_these=bool(filters), yes=bool(filters))
    return track(Filters(**filters), MARCH, Editing(), several, common, words, why)  # type: ignore[arg-type]


def entry_of(path: Path, name: str) -> dict[str, object]:
    read = tomli.loads(path.read_text())
    return next(each for kind in ("call", "event", "policy") for each in read[kind] if each["id"] == name)


@pytest.mark.parametrize(("typed", "written", "said"), [
    ("no", "no", "Put away: upcoming, list, remind and export leave it out."),
    ("NO", "no", "Put away: upcoming, list, remind and export leave it out."),
    ("go", "go", "We go for it."), ("watch", "watch", "It is watched."),
    ("submitted", "submitted", "Submitted: its deadline is no longer due."),
    ("messo via", "Messo via", "Put away: upcoming, list, remind and export leave it out."),
    ("apply", "apply", "We go for it."),
])  # fmt: skip
def test_a_word_is_set_and_what_follows_is_said(
    registry: Write, monkeypatch: pytest.MonkeyPatch, typed: str, written: str, said: str
) -> None:
    screen, path = Screen(monkeypatch), registry(WORDS)
    assert track_of(path, ["fair", typed], "too small" if typed != "watch" else "") == 0
    assert screen.said == f"fair: changed track. {said}\n"
    table = entry_of(path, "fair")
    assert table["track"] == written
    rows = [{"was_track": "watch", "noticed": date(2017, 3, 1), "why": "too small"}]
    assert table.get("history", []) == (rows if typed != "watch" else [])


def test_several_and_those_that_filters_select(registry: Write) -> None:
    path = registry(SAMPLE)
    assert track_of(path, ["fair", "chai", "no"]) == 0
    assert [entry_of(path, each)["track"] for each in ("fair", "chains")] == ["no", "no"]
    assert track_of(path, ["go"], track=["no"]) == 0  # put away or not: as `set`
    assert [entry_of(path, each)["track"] for each in ("fair", "chains")] == ["go", "go"]


def test_a_word_of_another_file_is_known(registry: Write, tmp_path: Path) -> None:
    path, other = registry(SAMPLE), tmp_path / "other.toml"
    other.write_text('[track]\narchiviato = "no"\n')
    assert track_of([path, other], ["fair", "Archiviato"]) == 0
    assert entry_of(path, "fair")["track"] == "archiviato"


@pytest.mark.parametrize(("words", "code", "hint"), [
    (["fair", "chains"], "no-track-word", "watch, go, submitted, won, lost, no, apply."),
    (["fair", "submited"], "no-track-word", "Did you mean submitted?"),
    (["fair"], "no-track-word", "The last word is one of these: watch, go, submitted, won, lost, no, apply."),
    (["no"], "none-named", "IDs"), (["apply"], "none-named", "IDs"),
    (["fair/dates", "no"], "unknown-id", ""),
    (["fair", "caf\udce9"], "not-text", ""),
])  # fmt: skip
def test_what_would_decide_nothing_is_refused(
    registry: Write, words: list[str], code: str, hint: str
) -> None:
    path = registry(SAMPLE)
    with pytest.raises(UsageRefused) as refused:
        track_of(path, words)
    assert refused.value.problem.code == code
    assert hint in refused.value.problem.hint
    assert path.read_text() == SAMPLE


def test_a_reason_for_what_stays_is_refused(registry: Write) -> None:
    with pytest.raises(UsageRefused) as refused:
        track_of(registry(SAMPLE), ["fair", "watch"], "no reason")
    assert refused.value.problem.code == "idle-why"


@pytest.mark.parametrize(("track", "word"), [("", "no"), ("go", "Go"), ("Messo via", "messo via")])
def test_a_reason_for_what_it_is_already_is_refused_by_name(registry: Write, track: str, word: str) -> None:
    path = registry(WORDS)
    assert track_of(path, ["fair", word]) == 0
    before = path.read_text()
    with pytest.raises(UsageRefused) as refused:
        track_of(path, ["fair", word], "a reason")
    told = refused.value.problem
    assert (told.code, path.read_text()) == ("same-track", before)
    assert f"`fair` is on `{track or word}` already".casefold() in told.message.casefold()
    assert track_of(path, ["fair", word]) == 0  # without one it says so already


@pytest.mark.parametrize("why", ["   ", "\t", "\n "])
def test_blanks_are_no_reason(registry: Write, why: str) -> None:
    path = registry(SAMPLE)
    assert track_of(path, ["fair", "no"], why) == 0
    assert "why" not in entry_of(path, "fair")["history"][0]  # type: ignore[index]


NAMED = SAMPLE.replace("[track]\n", '[track]\npl = "go"\n')


@pytest.mark.parametrize("words", [
    ["fair", "no", "go"], ["fair", "go", "no"], ["no", "go"], ["lost", "fair", "no"], ["GO", "no"],
    ["fair", "apply", "no"], ["fair", "Pl", "go"], ["fair", " no ", "go"],
])  # fmt: skip
def test_a_word_among_the_ids_is_no_part_of_one(registry: Write, words: list[str]) -> None:
    text = NAMED.replace('"skills"', '"innovago"').replace('"dropped"', '"lost-apply"')
    path = registry(text)
    with pytest.raises(UsageRefused) as refused:
        track_of(path, words)
    assert (refused.value.problem.code, path.read_text()) == ("track-word-first", text)


def test_a_forgotten_order_changes_nobody_else(registry: Write) -> None:
    text = SAMPLE.replace('"skills"', '"innosup-1-2017"')
    path = registry(text)
    with pytest.raises(UsageRefused):
        track_of(path, ["fair", "no", "go"])
    assert path.read_text() == text


def test_an_entry_called_like_a_word_is_meant_by_its_whole_id(registry: Write) -> None:
    path = registry(SAMPLE.replace('"fair"', '"no"'))
    assert track_of(path, ["no", "NO", "go"]) == 0
    assert entry_of(path, "no")["track"] == "go"
