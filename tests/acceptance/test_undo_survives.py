"""`undo` after everything that can go wrong: whatever failed or was damaged, it goes on or it is named."""

import errno
import hashlib
import json
import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from clustercalls.disk import exchange
from clustercalls.disk.refused import cannot_write
from clustercalls.editing import journal as journal_file
from clustercalls.editing.record import digest
from conftest import Run
from hand_written import HAND_WRITTEN

Write = Callable[..., Path]
BEFORE = Path(__file__).parents[1] / "data" / "journal-before"
TWO = '[[call]]\nid = "two"\ntitle = "Zwei"\n'


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """Where the journal is."""
    file = tmp_path / "home" / ".local" / "state" / "clustercalls" / "journal.jsonl"
    file.parent.mkdir(parents=True)
    return file


def edited(run: Run, path: Path, *owners: str) -> list[bytes]:
    """The file before each owner was set, and after the last."""
    states = []
    for each in owners:
        states.append(path.read_bytes())
        assert run("set", "innosup", f"owner={each}", "-r", path).code == 0
    return [*states, path.read_bytes()]


def refuses(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """A disk that does not put the files of these names into their places, though they are beside them."""
    real = exchange.Prepared.put

    def put(ready: exchange.Prepared) -> None:
        if ready.path.name in names:
            raise cannot_write(ready.path, OSError(errno.ENOSPC, "No space left on device"))
        real(ready)

    monkeypatch.setattr(exchange.Prepared, "put", put)


def test_a_journal_of_the_version_before_leads_all_the_way_back(
    run: Run, registry: Write, journal: Path, tmp_path: Path
) -> None:
    names = ("calls.toml", "two.toml")
    files = [registry("", name) for name in names]
    for file in files:
        file.write_bytes((BEFORE / f"last-{file.name}").read_bytes())
    journal.write_text((BEFORE / "journal.jsonl").read_text().replace("/registry/", f"{tmp_path}/"))
    known = [tuple(each) for each in json.loads((BEFORE / "states.json").read_text())]
    both = [word for file in files for word in ("-r", file)]
    seen = [tuple(digest(file.read_bytes()) for file in files)]
    while (ran := run("undo", *both)).code == 0:
        assert ran.err == ""
        seen.append(tuple(digest(file.read_bytes()) for file in files))
    assert seen == known[::-1]
    assert ran.code == 2
    assert [file.read_bytes() for file in files] == [
        (BEFORE / f"first-{name}").read_bytes() for name in names
    ]


def test_an_undo_that_the_disk_refused_can_be_repeated(
    run: Run, registry: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = registry(HAND_WRITTEN)
    states = edited(run, path, "anna", "bob")
    for _ in range(2):
        with monkeypatch.context() as failing:
            refuses(failing, path.name)
            assert run("undo", "-r", path).code == 4
        assert path.read_bytes() == states[2]
    for state in states[1::-1]:
        assert run("undo", "-r", path).code == 0
        assert path.read_bytes() == state


def test_an_edit_that_the_disk_refused_stops_no_undo(
    run: Run, registry: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = registry(HAND_WRITTEN)
    states = edited(run, path, "anna")
    with monkeypatch.context() as failing:
        refuses(failing, path.name)
        assert run("set", "innosup", "owner=bob", "-r", path).code == 4
    states += edited(run, path, "carl")[1:]
    for state in states[-2::-1]:
        assert run("undo", "-r", path).code == 0
        assert path.read_bytes() == state
    ran = run("undo", "-r", path)
    assert ran.code == 2
    assert "The journal begins at " in ran.err


def by_the_lock(two: Path, _: pytest.MonkeyPatch) -> None:
    two.with_name(f"{two.name}.lock").unlink(missing_ok=True)
    two.with_name(f"{two.name}.lock").mkdir()


def by_its_mode(two: Path, _: pytest.MonkeyPatch) -> None:
    two.chmod(0o444)


def by_a_full_disk(two: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = exchange.Prepared.__init__

    def write(ready: exchange.Prepared, path: Path, old: bytes, new: bytes, *, alone: bool) -> None:
        if path.name == two.name:
            raise cannot_write(path, OSError(errno.ENOSPC, "No space left on device"))
        real(ready, path, old, new, alone=alone)

    monkeypatch.setattr(exchange.Prepared, "__init__", write)


BEFOREHAND = [by_the_lock, by_its_mode, by_a_full_disk]


@pytest.mark.parametrize("way", BEFOREHAND)
@pytest.mark.parametrize("ids", [("innosup", "two"), ("two", "innosup")])
def test_what_can_be_known_of_one_file_beforehand_lets_no_file_be_written(
    way: Callable[..., None], ids: tuple[str, str], run: Run, registry: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = registry(HAND_WRITTEN), registry(TWO, "two.toml")
    both = ("-r", one, "-r", two)
    with monkeypatch.context() as failing:
        way(two, failing)
        ran = run("confirm", *ids, *both)
    assert (ran.code, one.read_text(), two.read_text()) == (4, HAND_WRITTEN, TWO)
    told, last = ran.err.splitlines()
    assert told.startswith(str(two))
    assert last.startswith("none-done: not changed: ")
    assert last.endswith(". Nothing was changed.")
    assert (str(one) in last, str(two) in last) == (True, True)
    assert run("undo", *both).code == 2
    assert [each.name for each in one.parent.iterdir() if each.suffix in {".tmp", ".old"}] == []


@pytest.mark.parametrize("way", BEFOREHAND)
def test_nor_is_half_of_an_act_taken_back(
    way: Callable[..., None], run: Run, registry: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = registry(HAND_WRITTEN), registry(TWO, "two.toml")
    both = ("-r", one, "-r", two)
    assert run("confirm", "innosup", "two", *both).code == 0
    confirmed = one.read_text(), two.read_text()
    with monkeypatch.context() as failing:
        way(two, failing)
        ran = run("undo", *both)
    assert (ran.code, (one.read_text(), two.read_text())) == (4, confirmed)
    assert ran.err.endswith(". Nothing was changed.\n")
    two.chmod(0o644)
    if (lock := two.with_name("two.toml.lock")).is_dir():
        lock.rmdir()
    assert run("undo", *both).code == 0
    assert (one.read_text(), two.read_text()) == (HAND_WRITTEN, TWO)


@pytest.mark.parametrize("ids", [("innosup", "two"), ("two", "innosup")])
def test_of_two_files_one_could_be_written(
    ids: tuple[str, str], run: Run, registry: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = registry(HAND_WRITTEN), registry(TWO, "two.toml")
    both = ("-r", one, "-r", two)
    with monkeypatch.context() as failing:
        refuses(failing, two.name)
        ran = run("confirm", *ids, *both)
        assert ran.code == 4
        assert (one.read_text() == HAND_WRITTEN, two.read_text()) == (False, TWO)
        assert "Nothing was changed" not in ran.err
        told, last = ran.err.splitlines()
        assert told.startswith(str(two))
        assert last == (
            f"partly-done: changed: {one}; not changed: {two}. "
            "Take back what was changed with: clustercalls undo"
        )
    assert run("undo", *both).code == 0
    assert (one.read_text(), two.read_text()) == (HAND_WRITTEN, TWO)
    assert run("undo", *both).code == 2


def test_of_two_files_none_could_be_written(
    run: Run, registry: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = registry(HAND_WRITTEN), registry(TWO, "two.toml")
    refuses(monkeypatch, one.name, two.name)
    ran = run("confirm", "innosup", "two", "-r", one, "-r", two)
    assert (ran.code, one.read_text(), two.read_text()) == (4, HAND_WRITTEN, TWO)
    assert f"none-done: not changed: {one}, {two}. Nothing was changed." in ran.err


def test_an_undo_of_two_files_that_got_half_way_goes_on(
    run: Run, registry: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = registry(HAND_WRITTEN), registry(TWO, "two.toml")
    both = ("-r", one, "-r", two)
    assert run("confirm", "innosup", "two", *both).code == 0
    with monkeypatch.context() as failing:
        refuses(failing, one.name)
        ran = run("undo", *both)
        assert (ran.code, two.read_text()) == (4, TWO)
        assert ran.err.endswith(
            f"changed: {two}; not changed: {one}. "
            "When the reason is gone, take back the rest with: clustercalls undo\n"
        )
    assert run("undo", *both).code == 0
    assert (one.read_text(), two.read_text()) == (HAND_WRITTEN, TWO)


def test_of_two_files_one_was_edited_by_hand_since(run: Run, registry: Write) -> None:
    one, two = registry(HAND_WRITTEN), registry(TWO, "two.toml")
    both = ("-r", one, "-r", two)
    assert run("confirm", "innosup", "two", *both).code == 0
    by_hand = two.read_text() + "# by hand\n"
    two.write_text(by_hand)
    confirmed = one.read_text()
    ran = run("undo", *both)
    assert (ran.code, one.read_text(), two.read_text()) == (4, confirmed, by_hand)
    assert ran.err.startswith(f"{two}: changed-since: ")
    assert run("undo", "-r", one).code == 0
    assert (one.read_text(), two.read_text()) == (HAND_WRITTEN, by_hand)


def test_a_file_that_is_moved_away_and_back_goes_on(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    states = edited(run, path, "anna")
    other = path.rename(path.with_name("other.toml"))
    assert run("undo", "-r", other).code == 2
    other.rename(path)
    assert run("undo", "-r", path).code == 0
    assert path.read_bytes() == states[0]


def test_a_state_that_a_person_brought_back_is_gone_on_from(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    states = edited(run, path, "anna", "bob", "carl")
    path.write_bytes(states[1])  # as git does
    assert run("undo", "-r", path).code == 0
    assert path.read_bytes() == states[0]
    assert run("undo", "-r", path).code == 2


def test_what_was_cut_off_and_then_changed_by_hand_is_said(run: Run, registry: Write, journal: Path) -> None:
    path = registry(HAND_WRITTEN)
    edited(run, path, "anna")
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join(lines[:-1]))  # as a kill leaves it
    path.write_text(f"{HAND_WRITTEN}# by hand\n")
    ran = run("undo", "-r", path)
    assert (ran.code, path.read_text()) == (4, f"{HAND_WRITTEN}# by hand\n")
    assert ran.err.startswith(f"{path}: unsettled: `set` (")
    assert "clustercalls changes innosup-1-2017" in ran.err


# What may become of a journal, by its name; each is given the bytes and answers with those that are left.
Damage = Callable[[bytes], bytes]
DAMAGES: dict[str, Damage] = {
    "doubled": lambda data: data * 2,
    "each line doubled": lambda data: b"".join(each * 2 for each in data.splitlines(keepends=True)),
    "half doubled": lambda data: data + data[len(data) // 2 :],
    "first half gone": lambda data: data[len(data) // 2 :],
    "second half gone": lambda data: data[: len(data) // 2],
    "last line cut": lambda data: data[:-20],
    "last line end cut": lambda data: data[:-1],
    "emptied": lambda _: b"",
    "zeros": lambda data: bytes(len(data)),
    "zeros behind": lambda data: data + bytes(4096),
    "garbage": lambda data: hashlib.shake_128(b"1").digest(len(data)),
    "garbage before": lambda data: hashlib.shake_128(b"2").digest(99) + data,
    "a mark before": lambda data: b"\xef\xbb\xbf" + data,
    "line ends": lambda data: data.replace(b"\n", b"\r\n"),
    "no line ends": lambda data: data.replace(b"\n", b""),
    "another encoding": lambda data: data.decode().encode("utf-16"),
    "depth": lambda data: b"[" * 100_000 + b"\n" + data,
    "other JSON": lambda _: b'{"a": 1}\n[]\nnull\n',
    "quotes": lambda data: data.replace(b'"', b"'"),
    **{f"flipped {at}": lambda data, at=at: flipped(data, at) for at in range(12)},  # type: ignore[misc]
}


def flipped(data: bytes, part: int) -> bytes:
    """One bit of one of twelve parts of the journal is another."""
    at = part * len(data) // 12 + part * 7 % (len(data) // 12)
    return data[:at] + bytes([data[at] ^ 1 << part % 8]) + data[at + 1 :]


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_what_is_whole_of_a_journal_is_used_and_what_is_not_is_said(
    damage: Damage, run: Run, registry: Write, journal: Path
) -> None:
    path = registry(HAND_WRITTEN)
    states = edited(run, path, "anna", "bob")
    assert run("undo", "-r", path).code == 0
    states[2:] = edited(run, path, "carl")[1:]
    asked: list[tuple[str | Path, ...]] = [
        ("changes", "innosup", "-r", path), ("changes", "-r", path, "--since", "7d"), ("digest", "-r", path),
    ]  # fmt: skip
    whole = [run(*each).out for each in asked]
    journal.write_bytes(damaged := damage(journal.read_bytes()))
    for arguments, out in zip(asked, whole, strict=True):
        ran = run(*arguments)
        assert ran.code in {0, 3}
        assert (ran.err == "") is (ran.code == 0)
        assert ran.out == out or "journal.jsonl" in ran.err
    assert journal.read_bytes() == damaged
    for state in states[1::-1]:
        now = path.read_bytes()
        ran = run("undo", "-r", path)
        assert ran.code in {0, 2, 3, 4}
        assert path.read_bytes() in {state, now}
        if path.read_bytes() == state:
            assert (ran.err == "") is (ran.code == 0)
        else:
            assert "journal.jsonl" in ran.err
            break


@pytest.mark.parametrize("lost", [0, 1])
def test_an_act_on_several_files_that_has_lost_a_record_is_said(
    lost: int, run: Run, registry: Write, journal: Path
) -> None:
    one, other = registry(HAND_WRITTEN), registry(TWO, "two.toml")
    before = one.read_bytes(), other.read_bytes()
    assert run("set", "innosup-1-2017", "two", "owner=anna", "-r", one, "-r", other).code == 0
    lines = journal.read_bytes().splitlines(keepends=True)
    records = [line for line in lines if b'"edits"' in line]
    assert len(records) == len(before)
    journal.write_bytes(b"".join(line for line in lines if line != records[lost]))
    ran = run("undo", "-r", one, "-r", other)
    assert (ran.code, "lost-record" in ran.err) == (3, True)
    back = [path.read_bytes() == old for path, old in zip((one, other), before, strict=True)]
    assert sorted(back) == [False, True]
    assert run("undo", "-r", one, "-r", other).code == 2  # nothing more, and nothing more to say
    assert "lost-record" not in run("changes", "-r", one, "-r", other, "--since", "7d").err


def no_file(what: str, file: Path) -> None:
    file.unlink()
    if what == "a folder":
        file.mkdir()
    elif what == "a pipe":
        os.mkfifo(file)
    elif what == "a loop":
        file.symlink_to(file)
    elif what == "dangling":
        file.symlink_to("nowhere")


@pytest.mark.parametrize("what", ["a folder", "a pipe", "a loop", "dangling"])
def test_a_journal_that_cannot_be_read_is_named_and_what_does_without_it_is_told(
    what: str, run: Run, registry: Write, journal: Path
) -> None:
    path = registry(HAND_WRITTEN)
    edited(run, path, "anna")
    rest = run("digest", "-r", path).out
    no_file(what, journal)
    for arguments in (("changes",), ("changes", "innosup"), ("digest",), ("undo",)):
        ran = run(*arguments, "-r", path)
        assert ran.code == 3
        assert f"{journal}: unread-journal: the journal of edits cannot be read: " in ran.err
        assert arguments != ("digest",) or ran.out == rest
    assert run("digest", "--pick", "innosup", "-r", path).err == ""
    assert run("changes", "--since", "last", "-r", path).err == ""


def test_a_journal_of_two_gigabytes_costs_no_memory(run: Run, registry: Write, journal: Path) -> None:
    import resource

    path = registry(HAND_WRITTEN)
    states = edited(run, path, "anna")
    kept = journal.read_bytes()
    with journal.open("wb") as file:
        file.truncate(2 << 30)
        file.seek(0, os.SEEK_END)
        file.write(b"\n" + kept)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    ran = run("undo", "-r", path)
    unit = 1024 if sys.platform == "linux" else 1
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * unit < 256 << 20
    assert (ran.code, path.read_bytes()) == (3, states[0])
    assert "long-journal: the journal of edits is larger than 64 MiB" in ran.err
    assert journal.stat().st_size < 8 << 20  # the undo has shortened it
    assert run("changes", "innosup", "-r", path).code == 0


def test_every_cut_of_a_journal_leads_to_a_known_state_or_is_said(
    run: Run, registry: Write, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_file, "LINE_SECONDS", 0.0)  # nobody is just writing it
    path = registry(HAND_WRITTEN)
    states = edited(run, path, "anna", "bob")
    data, last = journal.read_bytes(), path.read_bytes()
    for size in range(0, len(data), 7):
        path.write_bytes(last)
        journal.write_bytes(data[:size])
        ran = run("undo", "-r", path)
        assert path.read_bytes() == (states[1] if ran.code in {0, 3} else last)
        assert ran.code in {0, 3} or (ran.code in {2, 4} and ran.err)


def test_undo_while_others_write_gives_everything_back(process: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)

    def work(number: int) -> int:
        if number % 3:
            return process("set", "innosup", f"owner=anna-{number}", "-r", path).code
        return process("undo", "-r", path).code

    with ThreadPoolExecutor(6) as pool:
        codes = list(pool.map(work, range(18)))
    assert set(codes) <= {0, 2, 4}  # nothing there yet; somebody else was faster
    assert [code for number, code in enumerate(codes) if number % 3 and code] == []
    while process("undo", "-r", path).code == 0:
        pass
    assert path.read_text() == HAND_WRITTEN


def test_a_registry_whose_name_is_no_text_is_journaled_too(process: Run, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.toml")
    path.write_text(HAND_WRITTEN)
    assert process("set", "innosup", "owner=anna", "-r", path).code == 0
    assert path.read_text() != HAND_WRITTEN
    assert process("undo", "-r", path).code == 0
    assert path.read_text() == HAND_WRITTEN
