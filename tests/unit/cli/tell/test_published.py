"""The digest of what a publication is made of: whatever changes it, changes that."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from audiences import CALLS
from clustercalls.cli.begin import context_of
from clustercalls.cli.options import Common
from clustercalls.cli.registry_in_use import Example, in_use
from clustercalls.cli.tell.published import State, is_published
from clustercalls.model import Registry
from conftest import Run

NOWHERE = Registry((), (), (), "Europe/Brussels")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "calls.toml"
    path.write_text(CALLS)
    return path


def state(path: Path, out: Path, day: str = "2027-02-01", **common: str) -> State:
    typed = Common(registry=[path], **common)  # type: ignore[arg-type]  # a text
    context = context_of(typed)
    return State(in_use(typed, context.config, Example.READ), context, day, out)


def key(path: Path, out: Path, day: str = "2027-02-01", **common: str) -> str:
    made = state(path, out, day, **common)
    return made.key(made.moment(NOWHERE))


def test_a_key_is_of_the_day_the_registry_the_language_and_ones_own_templates(
    path: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"

    def keys() -> Iterator[str]:
        yield key(path, out)
        yield key(path, out, "2027-02-02")
        yield key(path, out, lang="it")
        (out / "_templates").mkdir(parents=True)
        (out / "_templates" / "index.html").write_text("own")
        yield key(path, out)
        path.write_text(CALLS + "# seen\n")
        yield key(path, out)

    assert len(set(keys())) == 5
    assert key(path, out, "2027-02-01T23:00") == key(path, out)


def test_what_cannot_be_read_twice_has_none(tmp_path: Path) -> None:
    path = tmp_path / "calls.toml"
    path.write_text(CALLS)
    made = state(path, tmp_path / "out")
    path.unlink()
    assert made.material == ""
    assert not is_published(made, ())


def test_all_by_default_or_those_that_are_named(run: Run, path: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    day = ("--as-of", "2027-02-01")
    assert not is_published(state(path, out), ())
    run("publish", out, "-r", path, *day)
    assert is_published(state(path, out), ())
    assert is_published(state(path, out), ("members",))
    assert not is_published(state(path, out), ("members", "office"))
    assert not is_published(state(path, out, "2027-02-02"), ())
    run("publish", out, "office", "-r", path, *day)
    assert is_published(state(path, out), ())
    assert is_published(state(path, out), ("office",))
    path.write_text(CALLS + '[audience.all]\ntitle = "All"\n')
    run("publish", out, "members", "-r", path, *day)
    assert not is_published(state(path, out), ())  # one of them was never published
