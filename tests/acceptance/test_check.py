"""`clustercalls check`, as it is typed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import BUNDLED, Run
from samples import BAD, BAD_LINE, SAMPLE

WEEKEND = '[[call]]\nid = "a"\ntitle = "A"\ndeadline = 2017-04-01\nchecked = 2017-01-01\n'


def test_the_bundled_registry_has_no_problem(run: Run) -> None:
    assert run("check", BUNDLED) == (0, "", "")
    assert run("check", "-r", BUNDLED, "--strict") == (0, "", "")


def test_errors_are_exit_1_and_data(run: Run, registry: Callable[[str], Path]) -> None:
    path = registry(BAD)
    for _ in range(2):
        ran = run("check", path)
        assert (ran.code, ran.err) == (1, "")
        assert f"{path}:{BAD_LINE}: unknown-key: bad" in ran.out


def test_warnings_change_the_exit_code_only_when_strict(run: Run, registry: Callable[[str], Path]) -> None:
    path = registry(WEEKEND)
    ran = run("check", path)
    assert ran.code == 0
    assert ran.out.startswith(f"{path}:4: weekend-deadline: a")
    assert "Saturday" in ran.out
    assert run("check", path, "--strict") == (1, ran.out, "")


def test_warnings_are_told_by_check_only(run: Run, registry: Callable[[str], Path]) -> None:
    ran = run("upcoming", "-r", registry(WEEKEND), "--as-of", "2017-03-01")
    assert (ran.code, ran.err) == (0, "")


def test_it_depends_on_the_file_alone(
    run: Run, registry: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = registry(WEEKEND)
    today = run("check", path)
    monkeypatch.setenv("CLUSTERCALLS_AS_OF", "1999-01-01")
    assert run("check", path) == today


def test_several_at_once(run: Run, registry: Callable[..., Path]) -> None:
    one, other = registry(WEEKEND, "one.toml"), registry(SAMPLE, "other.toml")
    assert run("check", one, other).out.count("weekend-deadline") == 1
    again = registry(WEEKEND, "again.toml")
    ran = run("check", one, again)
    assert ran.code == 1
    assert "duplicate-id" in ran.out


def test_what_could_not_be_looked_at_is_exit_3(run: Run, tmp_path: Path) -> None:
    ran = run("check", tmp_path / "none.toml")
    assert ran.code == 3
    assert "no-registry" in ran.out + ran.err
    (tmp_path / "empty").mkdir()
    assert run("check", tmp_path / "empty").code == 3


def test_without_a_registry_of_ones_own_there_is_nothing_to_check(run: Run) -> None:
    ran = run("check")
    assert (ran.code, ran.out) == (3, "")
    assert "clustercalls init" in ran.err


def test_in_italian(run: Run, registry: Callable[[str], Path]) -> None:
    path = registry(WEEKEND)
    assert run("check", path, "--lang", "it").out.startswith(f"{path}:4: weekend-deadline: a")
