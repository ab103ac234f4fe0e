"""The one way a registry file changes: under its lock, proven, noted, exchanged whole or not at all."""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from clustercalls.disk import exchange, lock
from clustercalls.disk.lock import locked
from clustercalls.editing import journal
from clustercalls.editing import transaction as transactions
from clustercalls.editing.document import open_document
from clustercalls.editing.edits import Edit, amended, extended
from clustercalls.editing.ops import Op
from clustercalls.editing.record import Record, new_id
from clustercalls.editing.transaction import Transaction, act, transaction
from clustercalls.errors import InputRefused, UsageRefused, WorldFailed, problem
from clustercalls.limits import ITEMS, STAGES, TEXT_LETTERS

OWNED = Op(("owner",), "anna")
THREE: tuple[str, dict[str, Any], str] = (
    "call", {"id": "three", "title": "T"}, '[[call]]\nid = "three"\ntitle = "T"\n',
)  # fmt: skip
TWO = '[[call]]\nid = "one"\ntitle = "T"\n[[event]]\nid = "two"\ntitle = "T"\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "calls.toml"
    path.write_text(TWO)
    return path


HEADING = Record("1", "2027-01-01T00:00:00Z", "set", (), "", ())


LIES: list[Callable[[Edit], Edit]] = [
    lambda edit: edit._replace(text=edit.text.replace("anna", "bob")),
    lambda edit: edit._replace(text=edit.text.replace('"two"', '"too"')),
    lambda edit: edit._replace(text=edit.text.replace("[[event]]", " [[event]]\nnote = 'N'")),
    lambda edit: edit._replace(text=f"{edit.text}= 1\n"),
    lambda edit: edit._replace(meant=edit.meant | {"event": [{"id": "two", "title": "U"}]}),
    lambda edit: edit._replace(meant=edit.meant | {"schema": 1}),
]


@pytest.mark.parametrize("piece", [0, 80_000], ids=["in pieces", "whole"])
@pytest.mark.parametrize("lie", range(len(LIES)))
def test_an_edit_that_does_not_do_what_it_means_is_never_written(
    lie: int, piece: int, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clustercalls.registry.pieces.PIECE", piece)
    opened = open_document(file)
    edit = amended(opened, opened.addresses()[0], [OWNED])
    assert opened.parsed(edit.text) == edit.meant
    lying = LIES[lie](edit)
    for force, dry_run in product((False, True), repeat=2):
        with (
            pytest.raises(InputRefused),
            transaction(opened, HEADING, force=force, dry_run=dry_run) as held,
        ):
            held.make(lying, ("one",), "said")
    assert file.read_text() == TWO
    assert journal.read().records == ()


@pytest.mark.parametrize("name", ["one", "ONE"])
def test_an_id_that_is_taken_is_refused_also_in_another_case(name: str, file: Path) -> None:
    with pytest.raises(UsageRefused), transaction(open_document(file), HEADING) as held:
        held.make(amended(held.document, held.document.addresses()[1], [Op(("id",), name)]), ("two",), "said")
    assert file.read_text() == TWO


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize(
    ("limit", "most", "said"),
    [("registry.read.ENTRIES", 2, "entries"), ("disk.read.FILE_BYTES", len(TWO), "32 MiB")],
)
def test_what_could_not_be_read_again_is_never_written(
    limit: str, most: int, said: str, force: bool, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"clustercalls.{limit}", most)
    with (
        pytest.raises(UsageRefused, match=said),
        transaction(open_document(file), HEADING, force=force) as held,
    ):
        held.make(extended(held.document, [THREE]), ("three",), "said")
    assert file.read_text() == TWO


def owns(held: Transaction, undoes: str = "") -> None:
    edit = amended(held.document, held.document.addresses()[0], [OWNED])
    held.make(edit, ("one",), "said", undoes=undoes)


OVER: dict[str, Op] = {
    "a text": Op(("summary",), "x" * (TEXT_LETTERS + 1)),
    "a list": Op(("tags",), ["t"] * (ITEMS + 1)),
    "a text of a list": Op(("tags",), ["t" * (TEXT_LETTERS + 1)]),
    "stages": Op(("stage",), [{"id": f"s{n}", "kind": "deadline"} for n in range(STAGES + 1)]),
    "history": Op(("history",), [{"stage": "deadline", "was": "2027-01-01"}] * (ITEMS + 1)),
}


@pytest.mark.parametrize("what", OVER)
@pytest.mark.parametrize("force", [False, True])
def test_an_entry_over_a_limit_is_never_written(what: str, force: bool, file: Path) -> None:
    with (
        pytest.raises(UsageRefused) as refused,
        transaction(open_document(file), HEADING, force=force) as held,
    ):
        held.make(amended(held.document, held.document.addresses()[0], [OVER[what]]), ("one",), "said")
    assert (refused.value.problem.code, file.read_text()) == ("too-large", TWO)


@pytest.mark.parametrize("force", [False, True])
def test_one_that_is_over_a_limit_already_may_be_edited(force: bool, file: Path) -> None:
    file.write_text(TWO.replace('id = "one"', f'id = "one"\nsummary = "{"x" * (TEXT_LETTERS + 1)}"'))
    with transaction(open_document(file), HEADING, force=force) as held:
        owns(held)
    assert 'owner = "anna"' in file.read_text()


def test_what_could_not_be_taken_back_is_never_written(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "ACT_BYTES", 100)
    with (
        pytest.raises(UsageRefused, match="could not be taken back"),
        transaction(open_document(file), HEADING) as held,
    ):
        owns(held)
    assert (file.read_text(), journal.read().records) == (TWO, ())


def test_what_takes_an_act_back_has_its_states_and_no_texts(file: Path) -> None:
    for undoes in ("", "1"):
        file.write_text(TWO)
        with transaction(open_document(file), replace(HEADING, id=new_id())) as held:
            owns(held, undoes)
    ((edit,), (back,)) = (each.edits for each in journal.read().records)
    assert "anna" in edit.new
    assert back == replace(edit, start=0, old="", new="")


def test_the_file_is_held_and_exchanged_on_leaving(file: Path) -> None:
    with transaction(open_document(file), HEADING) as held:
        owns(held)
        with pytest.raises(WorldFailed), locked(file, 0.05):
            pass
        assert file.read_text() == TWO
    assert 'owner = "anna"' in file.read_text()
    (record,) = journal.read().records
    assert (record.command, record.entries, record.said) == ("set", ("one",), "said")
    with locked(file, 0.05) as alone:
        assert alone


def test_a_file_that_changed_since_it_was_opened_is_read_again(file: Path) -> None:
    opened = open_document(file)
    with transaction(opened, HEADING) as held:
        assert held.document is opened
    file.write_text(TWO.replace('"T"', '"U"'))
    with transaction(opened, HEADING) as held:
        assert held.document.raw["call"][0]["title"] == "U"
        owns(held)
    assert file.read_text().count('"U"') == 2
    assert 'owner = "anna"' in file.read_text()


def test_who_fails_while_the_file_is_held_changes_nothing(file: Path) -> None:
    def fails() -> None:
        with transaction(open_document(file), HEADING) as held:
            owns(held)
            raise InterruptedError

    with pytest.raises(InterruptedError):
        fails()
    assert (file.read_text(), journal.read().records) == (TWO, ())


def test_a_dry_run_holds_and_changes_nothing(file: Path) -> None:
    with transaction(open_document(file), HEADING, dry_run=True) as held, locked(file, 0.05):
        owns(held)
    assert '+owner = "anna"\n' in held.diff
    assert (file.read_text(), journal.read().records) == (TWO, ())


def test_files_are_locked_in_one_order_whoever_names_them(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "another.toml"
    other.write_text(TWO)
    order: list[Path] = []
    real = lock.locked

    def noting(path: Path, **_: float) -> AbstractContextManager[bool]:
        order.append(path)
        return real(path)

    monkeypatch.setattr(lock, "locked", noting)
    for files in ((file, other), (other, file)):
        with act([open_document(each) for each in files], HEADING) as every:
            assert [held.document.path for held in every] == list(files)
    assert order == [other, file] * 2


def test_an_act_on_several_files_is_proven_whole_before_any_is_written(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text(TWO)

    def worse() -> None:
        with act([open_document(file), open_document(other)], HEADING) as (one, two):
            owns(one)
            where = two.document.addresses()[1]
            two.make(amended(two.document, where, [Op(("id",), "one")]), ("two",), "said")

    with pytest.raises(UsageRefused):
        worse()
    assert (file.read_text(), other.read_text(), journal.read().records) == (TWO, TWO, ())


def test_of_several_files_one_that_another_holds_lets_none_be_written(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.toml"
    other.write_text(TWO)
    monkeypatch.setattr(lock, "locked", lambda path, **_: locked(path, 0.05))
    with locked(other), act([open_document(file), open_document(other)], HEADING) as every:
        for held in every:
            owns(held)
    one, two = every
    assert (one.changed, one.failed) == (False, None)
    assert two.failed
    assert (two.changed, two.failed.problem.code) == (False, "locked")
    assert (file.read_text(), other.read_text()) == (TWO, TWO)
    assert journal.read().records == ()


def test_several_locks_are_waited_for_in_the_time_of_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [tmp_path / f"{n}.toml" for n in range(4)]
    for each in files:
        each.write_text(TWO)
    monkeypatch.setattr(transactions, "LOCK_SECONDS", 0.3)
    with ExitStack() as others:
        for each in files:
            others.enter_context(locked(each))
        begin = time.monotonic()
        with act([open_document(each) for each in files], HEADING) as every:
            took = time.monotonic() - begin
    assert [each.failed is not None for each in every] == [True] * 4
    assert 0.3 <= took < 0.9


@pytest.mark.parametrize(("lands", "done"), [(True, True), (False, False)])
def test_how_a_failed_exchange_ended_is_told_by_the_file(
    lands: bool, done: bool, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = exchange.Prepared.put

    def fails(ready: exchange.Prepared) -> None:
        if lands:
            put(ready)
        raise WorldFailed(problem("not-durable", reason="EIO"))

    monkeypatch.setattr(exchange.Prepared, "put", fails)
    with pytest.raises(WorldFailed), transaction(open_document(file), HEADING) as held:
        owns(held)
    assert held.changed is done
    assert list(journal.read().ends.values()) == [done]


def test_a_file_that_is_gone_after_a_failed_exchange_leaves_no_end(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def put(ready: exchange.Prepared) -> None:
        ready.path.unlink()
        raise WorldFailed(problem("cannot-write", reason="EIO"))

    monkeypatch.setattr(exchange.Prepared, "put", put)
    with pytest.raises(WorldFailed), transaction(open_document(file), HEADING) as held:
        owns(held)
    assert journal.read().ends == {}
