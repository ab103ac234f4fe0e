"""The file of the catalogue opened: by readers, who make nothing and wait for nobody, and by one writer."""

import os
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection, DatabaseError, connect

import pytest

import closed
from clustercalls.catalogue.files import aside_of
from clustercalls.catalogue.opening import Opened, to_read, written
from clustercalls.errors import InputRefused, Refusal, WorldFailed
from offers import LATER, candidate, dump, looked, sync

CALLS = [candidate(str(number), "2026-09-15", text="word " * 200) for number in range(40)]


def names(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


def changed(connection: Connection) -> None:
    connection.execute("UPDATE record SET title = 'changed'")


def titles(connection: Connection) -> set[str]:
    return {title for (title,) in connection.execute("SELECT title FROM record")}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "clustercalls" / "catalogue.sqlite3"


def test_readers_and_a_writer_go_together_where_the_disk_allows_it(path: Path) -> None:
    sync(path, *CALLS)
    with to_read(path) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_reader_makes_nothing_and_leaves_nothing(path: Path) -> None:
    with pytest.raises(InputRefused) as refused, to_read(path):
        pass
    assert refused.value.problem.code == "no-catalogue"
    assert not path.parent.exists()
    sync(path, *CALLS)
    before = names(path.parent)
    with to_read(path) as connection, pytest.raises(InputRefused), to_read(path.with_name("other")):
        assert titles(connection)
    assert names(path.parent) == before


def test_a_reader_cannot_write(path: Path) -> None:
    sync(path, *CALLS)
    with pytest.raises(WorldFailed), to_read(path) as connection:
        changed(connection)


def test_an_empty_file_is_no_catalogue_yet(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.touch()
    with pytest.raises(InputRefused) as refused, to_read(path):
        pass
    assert refused.value.problem.code == "no-catalogue"
    assert sync(path, *CALLS).aside == ""


def test_a_reader_sees_one_moment_and_never_waits(path: Path) -> None:
    sync(path, *CALLS)
    with to_read(path) as early:
        with closing(connect(path, isolation_level=None)) as writer:
            writer.execute("BEGIN IMMEDIATE")
            changed(writer)
            begun = time.monotonic()
            with to_read(path) as meanwhile:
                assert titles(meanwhile) == {each.title for each in CALLS}
            assert time.monotonic() - begun < 0.5
            writer.execute("COMMIT")
        assert titles(early) == {each.title for each in CALLS}
    with to_read(path) as late:
        assert titles(late) == {"changed"}


def test_what_was_written_is_in_the_file_before_that_is_closed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who closes it last lets no reader in until all is there: on a slow disk for long."""
    sync(path, *CALLS)
    there: list[set[str]] = []

    def close(opened: Opened) -> None:
        with closing(connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as alone:
            there.append(titles(alone))
        opened.connection.close()

    monkeypatch.setattr(Opened, "close", close)
    written(path, changed)
    assert there == [{"changed"}]


def test_another_writer_is_waited_for_so_long(path: Path) -> None:
    sync(path, *CALLS)
    with closing(connect(path, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        begun = time.monotonic()
        with pytest.raises(WorldFailed) as failed:
            written(path, changed, seconds=0.2)
        assert 0.15 < time.monotonic() - begun < 3
        assert failed.value.problem.code == "locked"
        assert "0.2 seconds" in failed.value.problem.message
        writer.execute("ROLLBACK")
    assert written(path, titles, seconds=0.2)[0] == {each.title for each in CALLS}


def test_the_second_waits_until_the_first_has_done(path: Path) -> None:
    sync(path, *CALLS)
    code = (
        "import sys, time\nfrom pathlib import Path\nfrom clustercalls.catalogue.opening import written\n"
        "def work(connection):\n"
        "    connection.execute('UPDATE record SET title = title || 1')\n"
        "    print('in', flush=True)\n"
        "    time.sleep(0.4)\n"
        "written(Path(sys.argv[1]), work)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code, path], stdout=subprocess.PIPE) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == b"in\n"
        after, _ = written(path, titles)
    assert after == {f"{each.title}1" for each in CALLS}


def garbage(path: Path) -> None:
    path.write_bytes(b"no database at all " * 1000)


def other_version(path: Path) -> None:
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")


def others(path: Path) -> None:
    path.unlink()
    with closing(connect(path)) as connection:
        connection.execute("CREATE TABLE photos(a)")


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def overwritten(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(4096 * 2)
        file.write(b"\xff" * (path.stat().st_size - 4096 * 4))


@pytest.mark.parametrize("harm", [garbage, other_version, others, cut, overwritten])
def test_what_is_no_catalogue_of_ours_is_put_aside_and_made_anew(path: Path, harm: object) -> None:
    sync(path, *CALLS)
    assert callable(harm)
    harm(path)
    before = path.read_bytes()
    outcome = sync(path, *CALLS)
    assert outcome.aside == str(aside_of(path))
    assert aside_of(path).read_bytes() == before
    assert len(outcome.new) == len(CALLS)
    assert sorted(looked(path, limit=99)) == sorted(each.key for each in CALLS)
    assert sync(path, *CALLS).aside == ""


@pytest.mark.parametrize("harm", [garbage, other_version, others])
def test_a_reader_tells_that_it_cannot_be_read_and_leaves_it(path: Path, harm: object) -> None:
    sync(path, *CALLS)
    assert callable(harm)
    harm(path)
    before = path.read_bytes()
    with pytest.raises(InputRefused) as refused, to_read(path):
        pass
    assert refused.value.problem.code == "catalogue-unreadable"
    assert refused.value.problem.place.file == str(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("harm", [cut, overwritten])
def test_damage_that_a_reader_meets_is_told(path: Path, harm: object) -> None:
    sync(path, *CALLS)
    assert callable(harm)
    harm(path)
    with pytest.raises(Refusal) as refused:
        dump(path)
    assert refused.value.problem.code == "catalogue-unreadable"


def test_damage_that_shows_itself_only_in_the_work_is_met_with_a_new_one(path: Path) -> None:
    sync(path, *CALLS)
    seen = []

    def work(connection: Connection) -> int:
        seen.append(len(titles(connection)))
        if len(seen) == 1:
            error = DatabaseError("database disk image is malformed")
            error.sqlite_errorcode = 267
            raise error
        return seen[-1]

    assert written(path, work) == (0, str(aside_of(path)))
    assert seen == [len(CALLS), 0]


def test_what_goes_wrong_in_the_work_leaves_it_as_it_was(path: Path) -> None:
    sync(path, *CALLS)
    before = dump(path)

    def work(connection: Connection) -> None:
        changed(connection)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        written(path, work)
    assert dump(path) == before


def test_a_trial_writes_nothing(path: Path) -> None:
    assert len(sync(path, *CALLS, dry=True).new) == len(CALLS)
    assert not path.parent.exists()
    sync(path, *CALLS)
    before, there = dump(path), names(path.parent)
    assert len(sync(path, *CALLS, candidate("new", "2026-10-01"), dry=True, moment=LATER).new) == 1
    assert (dump(path), names(path.parent)) == (before, there)
    garbage(path)
    before_bytes = path.read_bytes()
    assert len(sync(path, *CALLS, dry=True).new) == len(CALLS)
    assert path.read_bytes() == before_bytes


def test_a_folder_that_may_not_be_written_is_read(path: Path) -> None:
    sync(path, *CALLS)
    path.parent.chmod(0o500)
    try:
        with closed.stopped():
            assert len(looked(path, limit=99)) == len(CALLS)
            with pytest.raises(WorldFailed):
                sync(path, *CALLS, candidate("new"))
    finally:
        path.parent.chmod(0o700)
    assert len(looked(path, limit=99)) == len(CALLS)


def test_a_folder_that_may_not_be_made_is_told(tmp_path: Path) -> None:
    above = tmp_path / "closed"
    above.mkdir(0o500)
    with closed.stopped(), pytest.raises(WorldFailed) as failed:
        sync(above / "clustercalls" / "c.sqlite3", *CALLS)
    assert failed.value.problem.code == "cannot-write"


def test_a_file_that_may_not_be_read_is_told(path: Path) -> None:
    sync(path, *CALLS)
    path.chmod(0)
    with closed.stopped(), pytest.raises(WorldFailed) as failed, to_read(path):
        pass
    assert failed.value.problem.code == "catalogue-closed"


FULL = """
import resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
from clustercalls.errors import WorldFailed
from offers import candidate, sync
try:
    calls = [candidate(f"n{n}", "2026-09-15", text="word " * 500) for n in range(100)]
    sync(Path(sys.argv[1]), *calls, complete=False)
except WorldFailed as failed:
    print(failed.problem.code, failed.problem.message)
"""


@pytest.mark.parametrize("share", [0.0, 0.3, 1.0, 1.1])
def test_on_a_full_disk_it_is_as_it_was(path: Path, share: float) -> None:
    sync(path, *CALLS)
    before = dump(path)
    most = str(int(path.stat().st_size * share))
    tests = str(Path(__file__).parents[2])
    ran = subprocess.run(
        [sys.executable, "-c", FULL, path, most],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": tests},
    )
    assert ran.stdout.startswith("cannot-write"), ran
    assert dump(path) == before
    assert len(sync(path, candidate("new", "2026-09-15"), complete=False).new) == 1


def without_wal(path: Path) -> None:
    """As on a disk that does not allow readers and a writer together."""
    with closing(connect(path, isolation_level=None)) as connection:
        assert connection.execute("PRAGMA journal_mode = DELETE").fetchone() == ("delete",)


def test_on_a_disk_that_lets_only_one_at_it_all_goes_on(path: Path) -> None:
    sync(path, *CALLS)
    without_wal(path)
    assert len(sync(path, *CALLS, candidate("new", "2026-10-01")).new) == 1
    assert len(looked(path, limit=99)) == len(CALLS) + 1


def test_what_is_held_by_somebody_is_not_taken_for_damaged(path: Path) -> None:
    sync(path, *CALLS)
    without_wal(path)
    with closing(connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(WorldFailed) as failed:
            written(path, titles, seconds=0.1)
        assert failed.value.problem.code == "locked"
        with pytest.raises(WorldFailed) as failed, to_read(path):
            pass
        assert failed.value.problem.code == "catalogue-closed"
        other.execute("ROLLBACK")
    assert not aside_of(path).exists()
    assert len(looked(path, limit=99)) == len(CALLS)


def test_what_a_killed_writer_left_beside_it_is_never_overlooked(path: Path, tmp_path: Path) -> None:
    """In a folder where nothing can be made what stands in the file alone may be half of it."""
    sync(path, *CALLS)
    copy = tmp_path / "copy" / path.name
    copy.parent.mkdir()
    with closing(connect(path, isolation_level=None)) as writer:
        changed(writer)
        for end in ("", "-wal"):
            copy.with_name(copy.name + end).write_bytes(path.with_name(path.name + end).read_bytes())
    copy.parent.chmod(0o500)
    try:
        with closed.stopped(), pytest.raises(WorldFailed) as failed, to_read(copy):
            pass
    finally:
        copy.parent.chmod(0o700)
    assert failed.value.problem.code == "catalogue-closed"
    with to_read(copy) as connection:
        assert titles(connection) == {"changed"}
