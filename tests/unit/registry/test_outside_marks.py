"""What the tables of a file itself say outside git's marks."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clustercalls.registry.apart import blocks_of
from clustercalls.registry.outside_marks import Table, outside
from clustercalls.registry.read import parse
from clustercalls.zones import UNKNOWN
from conftest import Run

ENTRY = '\n[[call]]\nid = "a"\ntitle = "A"\n'
AS_OF = ("--as-of", "2017-01-10")


def conflict(ours: str, theirs: str) -> str:
    return f"<<<<<<< ours\n{ours}=======\n{theirs}>>>>>>> theirs\n"


@pytest.mark.parametrize(("text", "tables", "contested"), [
    ("[track]\na = 'no'\n" + conflict("b = 'no'\n", "b = 'go'\n") + "c = 'go'\n",
     {"track": {"a": "no", "c": "go"}}, {("track", "b")}),
    ("[track]\n" + conflict("b = 'no'\n", "") + "c = 'go'\n", {"track": {"c": "go"}}, {("track", "b")}),
    (conflict("[track]\na = 'no'\n", "[track]\nb = 'no'\n"), {}, {("track", "a"), ("track", "b")}),
    ("[defaults]\nzone = 'Europe/Rome'\n" + conflict("currency = 'EUR'\n", "currency = 'CHF'\n"),
     {"defaults": {"zone": "Europe/Rome"}}, {("defaults", "currency")}),
    ("schema = 1\n" + conflict("name = 'a'\n", "name = 'b'\n"), {"schema": 1}, {("name", "")}),
    ("[x-a]\nb = 1\n" + conflict("c = 1\n", "c = 2\n") + conflict("d = 1\n", "d = 2\n") + "e = 3\n",
     {"x-a": {"b": 1, "e": 3}}, {("x-a", "c"), ("x-a", "d")}),
])  # fmt: skip
def test_every_row_outside_is_read(text: str, tables: Table, contested: set[tuple[str, str]]) -> None:
    blocks = [each for each in blocks_of(text + ENTRY) or () if each.conflicts]
    found = [outside(each) for each in blocks]
    assert [(each.tables, each.contested) for each in found if each] == [(tables, frozenset(contested))]
    assert [each and each.text.count("\n") for each in found] == [each.text.count("\n") for each in blocks]


@pytest.mark.parametrize("text", [
    ENTRY + conflict("owner = 'a'\n", "owner = 'b'\n"),
    "[track]\na = 'no\n" + conflict("b = 'no'\n", "b = 'go'\n"),
    "[track]\n" + conflict("b = 'no'\n[x-a]\n", "b = 'go'\n") + "c = 'go'\n",
    "[x-a]\nl = [\n1,\n" + conflict("2,\n", "3,\n") + "]\n",
])  # fmt: skip
def test_what_is_not_clear_is_not_read(text: str) -> None:
    assert [outside(each) for each in blocks_of(text + ENTRY) or () if each.conflicts] == [None]


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str], Path]:
    def write(head: str) -> Path:
        path = tmp_path / "calls.toml"
        path.write_text(head + "".join(
            f'\n[[call]]\nid = "{name}"\ntitle = "{name.title()}"\ndeadline = 2017-01-24\ntrack = "{word}"\n'
            for name, word in (("away", "archiviato"), ("open", "in corso"), ("third", "forse"))
        ))  # fmt: skip
        return path

    return write


def test_a_row_that_is_contested_brings_back_nothing_that_is_put_away(
    run: Run, written: Callable[[str], Path]
) -> None:
    path = written(
        '[track]\narchiviato = "no"\n' + conflict('"in corso" = "go"\n', '"in corso" = "watch"\n')
        + 'forse = "go"\n'
    )  # fmt: skip
    ran = run("upcoming", "-r", path, *AS_OF, "--columns", "id", "--no-header")
    assert (ran.code, ran.out.split()) == (3, ["open", "third"])
    digest = run("digest", "--not", "track=no", "-r", path, *AS_OF).out
    assert ("Away" in digest, "Third" in digest) == (False, True)
    said = run("check", path).err + run("check", path).out
    assert ("merge-conflict" in said, "unknown-track" in said) == (True, False)


@pytest.mark.parametrize(("head", "zone"), [
    ('zone = "Europe/Rome"\n' + conflict('currency = "EUR"\n', 'currency = "CHF"\n'), "Europe/Rome"),
    (conflict('zone = "Europe/Rome"\n', 'zone = "Europe/Athens"\n') + 'currency = "EUR"\n', UNKNOWN),
    (conflict('zone = "Europe/Rome"\n', "") + 'currency = "EUR"\n', UNKNOWN),
])  # fmt: skip
def test_the_zone_is_known_unless_it_is_what_is_contested(
    written: Callable[[str], Path], head: str, zone: str
) -> None:
    parsed = parse(written(f"[defaults]\n{head}").read_text(), "f", {})
    assert (parsed.zone, len(parsed.entries)) == (zone, 3)
