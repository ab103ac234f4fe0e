"""`clustercalls set`, as it is typed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run
from hand_written import HAND_WRITTEN, changed

Write = Callable[[str], Path]
AS_OF = ("--as-of", "2027-01-01")


def test_only_the_lines_meant(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    ran = run("set", "innosup", "track=applying", "owner=anna", "note+=Anna rang.", "tags+=clusters",
              "tags-=smes", "programme=", "-r", path)  # fmt: skip
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert changed(HAND_WRITTEN, path.read_text()) == [
        '-programme= "H2020"  # Horizon',
        '-    "smes",   # the small',
        '+    "clusters",',
        '+track = "applying"',
        '+owner = "anna"',
        '+note = "Anna rang."',
    ]
    assert run("set", "innosup", "note+=Twice.", "-r", path).code == 0
    assert 'note = "Anna rang. Twice."\n' in path.read_text()


@pytest.mark.parametrize(("typed", "written"), [
    ("budget=18.5M", "budget = 18_500_000"), ("budget=18 500 000", "budget = 18_500_000"),
    ("budget=€ 18.500.000", "budget = 18_500_000"), ("budget=350k", "budget = 350_000"),
    ("budget=999", "budget = 999"), ("budget=18,5 mln",
    "budget = 18_500_000"),
    ("rate=75 SMEs", 'funding = [{ rate = 75, for = "SMEs" }]'),
    ("published=feb-mar 2017", 'published = "2017-02/2017-03"'), ("checked=1 dec 2026",
    "checked = 2026-12-01"),
    ("source.url=https://a.example", 'source = { url = "https://a.example" }'),
    ("grants.number=8", "grants = { number = 8 }"), ("warn=30d,7d", 'warn = ["30d", "7d"]'),
    ("links=https://a.example", 'links = [{ url = "https://a.example" }]'),
])  # fmt: skip
def test_values_as_people_type_them(typed: str, written: str, run: Run, registry: Write) -> None:
    path = registry('[[call]]\nid = "one"\ntitle = "T"\n')
    ran = run("set", "one", typed, "-r", path, *AS_OF)
    assert ran.code == 0, ran.err
    assert path.read_text().splitlines()[3:] == [written]


@pytest.mark.parametrize(("typed", "said"), [
    ("budget=1.500 mln", "budget=1500000 / budget=1500000000"), ("budget=-1", "-1"),
    ("url=a.example", "a.example"),
    ("status=closed", "closed"),
    ("opens=soon", "soon"), ("opens=01/02/2027", "2027-02-01"), ("warn=often", "often"), ("rate=150", "150"),
    ("titel=x", "title"), ("id=other", "edit"), ("title=", "title"), ("tags-=none", "smes"),
    ("zone=Rome", "Rome"),
    ("nothing", "field=value"), ("budget+=1", "budget=VALUE"), ("at=5pm", "5pm"),
    ("deadline=2027-01-01", "innosup-1-2017/first"), ("title=" + "x" * 20_001, "20000"),
])  # fmt: skip
def test_what_does_not_fit_is_refused(typed: str, said: str, run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    ran = run("set", "innosup", typed, "-r", path)
    assert (ran.code, ran.out, path.read_text()) == (2, "", HAND_WRITTEN)
    assert said in ran.err.replace(",", "").replace("20 000", "20000") or said in ran.err


def test_a_changed_status_is_history(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    assert run("set", "small", "status=suspended", "--why", "no money", "-r", path, *AS_OF).code == 0
    assert changed(HAND_WRITTEN, path.read_text()) == [
        '+status = "suspended"', "+", "+[[call.history]]", '+was_status = "open"', "+noticed = 2027-01-01",
        '+why = "no money"',
    ]  # fmt: skip


def test_a_changed_date_is_history(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    assert run("set", "small", "deadline=2027-06-01", "-r", path, *AS_OF).code == 0
    assert run("set", "innosup/first", "when=2017-04-06", "at=17:00", "-r", path, *AS_OF).code == 0
    assert 'stage = "deadline"\nwas = 2027-05-20\n' in path.read_text()
    assert '  stage = "first"\n  was = 2017-04-04\n' in path.read_text()
    assert '  when = 2017-04-06   # planned\n  at = "17:00"\n' in path.read_text()


def test_the_same_value_is_nothing_to_do(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    assert run("set", "innosup", "programme=H2020", "-r", path).code == 0
    assert path.read_text() == HAND_WRITTEN


def test_force_writes_what_is_worse(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    assert run("set", "small", "zone=Nowhere/Land", "-r", path, *AS_OF).code == 2
    assert run("set", "small", "zone=Nowhere/Land", "--force", "-r", path, *AS_OF).code == 0
    assert 'zone = "Nowhere/Land"' in path.read_text()


def test_a_broken_entry_can_be_mended(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN.replace('programme= "H2020"', "programme= 7"))
    assert run("set", "innosup", "programme=H2020", "-r", path).code == 0
    assert run("check", "-r", path).code == 0


def test_bytes_that_are_no_text_are_refused(process: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    ran = process("set", "innosup", "note=\udcff", "-r", path)
    assert (ran.code, path.read_text()) == (2, HAND_WRITTEN)
    assert "UTF-8" in ran.err


def test_a_refused_amount_shows_one_that_fits(run: Run, registry: Write) -> None:
    ran = run("set", "innosup", "budget=18.500.000x", "-r", registry(HAND_WRITTEN))
    assert ran.code == 2
    assert "budget=18500000" in ran.err
    assert "{" not in ran.err
