"""The command `publish`: which audiences, and what one of them costs the others."""

from pathlib import Path

import pytest

from audiences import CALLS, DAY
from clustercalls import i18n
from clustercalls.cli.tell.publish import LOCK, TABLE
from clustercalls.disk.lock import locked
from clustercalls.once import known_to
from clustercalls.registry.read import load
from conftest import Run


def test_the_table_it_prints_is_one(tmp_path: Path) -> None:
    path = tmp_path / "calls.toml"
    path.write_text(TABLE)
    registry = load((path,))
    assert (list(registry.audiences), registry.problems) == (["public"], ())


def test_two_runs_do_not_mix(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, out = tmp_path / "calls.toml", tmp_path / "out"
    path.write_text(CALLS)
    out.mkdir()
    monkeypatch.setattr("clustercalls.disk.lock.locked.__wrapped__.__defaults__", (0.05, None, None))
    with locked(out / LOCK):
        ran = run("publish", out, "-r", path, *DAY)
    assert ran.code == 4
    assert "locked" in ran.err
    assert not (out / "members").exists()


def test_an_audience_named_twice_is_published_once(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "calls.toml"
    path.write_text(CALLS)
    said = run("publish", tmp_path / "out", "members", "members", "-r", path, *DAY).out
    assert said.count("2 of 4") == 1


def test_a_language_whose_words_are_not_there_costs_no_page(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, out = tmp_path / "calls.toml", tmp_path / "out"
    path.write_text(
        '[audience.both]\ntitle = "B"\nlanguages = ["it", "en"]\n'
        '[audience.one]\ntitle = "O"\nlanguages = ["en"]\n'
        '[[call]]\nid = "a"\ntitle = "A"\ndeadline = 2027-03-01\nchecked = 2027-01-01\n'
    )
    assert run("publish", out, "-r", path, *DAY).code == 0
    stood = (out / "both" / "index.html").read_bytes()
    path.write_text(path.read_text().replace('"A"', '"Another"'))
    monkeypatch.setattr("clustercalls.i18n.LOCALE", str(tmp_path / "nowhere"))
    known_to(i18n.language).clear()
    ran = run("publish", out, "-r", path, *DAY)
    known_to(i18n.language).clear()
    assert (ran.code, ran.err.count("\n")) == (4, 1)
    assert ran.err.startswith("both: no-words-of: the words of `it` are not there")
    assert (out / "both" / "index.html").read_bytes() == stood
    assert b"Another" in (out / "one" / "index.html").read_bytes()
