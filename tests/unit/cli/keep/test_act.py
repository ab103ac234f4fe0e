"""An act on several entries is planned for all before one is written, and refused as a whole."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clustercalls.cli.keep.act import Plan, PlannedEdit, done_to
from clustercalls.cli.keep.chosen import by_name
from clustercalls.cli.keep.desk import Desk, Editing, open_desk
from clustercalls.cli.options import Common
from clustercalls.editing.document import Address, Document
from clustercalls.editing.edits import amended
from clustercalls.editing.ops import Op
from clustercalls.editing.typed_dates import ReadDate
from clustercalls.errors import UsageRefused, problem
from clustercalls.phrase.roles import role_of
from commands import Screen

Write = Callable[..., Path]
TEXT = "".join(f'[[call]]\nid = "{name}"\ntitle = "T"\n' for name in ("one", "two", "three"))


def desk_of(*paths: Path) -> Desk:
    return open_desk("set", Common(registry=list(paths)), "2027-01-01", Editing())


def owned(document: Document, where: Address, stage: str, _: ReadDate) -> PlannedEdit | None:
    """An owner, and behind it one more for each time."""
    owner = document.table(where).get("owner", "") + (stage or "a")
    return PlannedEdit(amended(document, where, [Op(("owner",), owner)]), (f"{where.id}: {stage or 'a'}",))


def refusing(*ids: str, code: str = "no-stage", **values: str) -> Plan:
    """A plan that cannot be for these."""

    def plan(document: Document, where: Address, stage: str, read: ReadDate) -> PlannedEdit | None:
        if where.id in ids:
            raise UsageRefused(problem(code, None, **values))
        return owned(document, where, stage, read)

    return plan


def test_two_stages_of_one_entry_are_two_steps(registry: Write) -> None:
    path = registry(TEXT)
    desk = desk_of(path)
    done_to(desk, by_name(desk, ["one/x", "two", "one/y", "one/x"]).targets, owned)
    assert path.read_text().count('owner = "xy"') == path.read_text().count('owner = "a"') == 1


@pytest.mark.parametrize(
    ("ids", "told"),
    [(("one",), ["one"]), (("one", "two"), ["one", "two"]), (("one", "two", "three"), [""])],
)
def test_each_that_it_cannot_be_done_to_is_told(
    ids: tuple[str, ...], told: list[str], registry: Write, capfd: pytest.CaptureFixture[str]
) -> None:
    path, other = registry(TEXT), registry('[[call]]\nid = "other"\ntitle = "T"\n', "other.toml")
    desk = desk_of(path, other)
    targets = by_name(desk, ["one", "two", "three"] + ["other"] * (told != [""])).targets
    with pytest.raises(UsageRefused) as refused:
        done_to(desk, targets, refusing(*ids, code="not-understood", value="x", reason="y"))
    assert path.read_text() == TEXT
    assert "owner" not in other.read_text()
    said = [*capfd.readouterr().err.splitlines(), refused.value.problem.place.entry]
    assert len(said) == len(told)
    assert all(name in line for name, line in zip(told, said, strict=True))


def test_a_doubtful_date_is_asked_about_once(registry: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen(monkeypatch, "2")
    heard = []

    def plan(document: Document, where: Address, stage: str, read: ReadDate) -> PlannedEdit | None:
        heard.append(read("4/5/2027", role_of("deadline")).when)
        return owned(document, where, stage, read)

    path, other = registry(TEXT), registry('[[call]]\nid = "other"\ntitle = "T"\n', "other.toml")
    desk = desk_of(path, other)
    done_to(desk, by_name(desk, ["one", "other", "three"]).targets, plan, "All of it.")
    assert screen.shown.count("Which day?") == 1
    assert set(heard) == {"2027-04-05"}
    assert screen.said.splitlines()[-1] == "All of it."
