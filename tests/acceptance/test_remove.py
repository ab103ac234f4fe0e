"""`clustercalls remove`, as it is typed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run
from hand_written import HAND_WRITTEN, changed

Write = Callable[..., Path]


def test_the_block_is_kept_beside(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    ran = run("remove", "innosup", "--yes", "-r", path, "--as-of", "2027-01-01")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    begin, end = HAND_WRITTEN.index("# The big one."), HAND_WRITTEN.index("# ---- Events")
    assert path.read_text() == HAND_WRITTEN[:begin] + HAND_WRITTEN[end:]
    kept = path.with_name("calls.toml.removed").read_text()
    assert kept == "# Removed 2027-01-01\n" + HAND_WRITTEN[begin:end]
    assert run("remove", "small", "--yes", "-r", path).code == 0
    assert path.with_name("calls.toml.removed").read_text().startswith(kept)


def test_nobody_to_ask(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    ran = run("remove", "innosup", "-r", path)
    assert (ran.code, path.read_text()) == (2, HAND_WRITTEN)
    assert "--yes" in ran.err


def test_the_copy_stays_when_it_is_taken_back(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    aside = path.with_name("calls.toml.removed")
    copies = []
    for day in ("2027-01-01", "2027-01-02"):
        assert run("remove", "innosup", "--yes", "-r", path, "--as-of", day).code == 0
        copies.append(aside.read_text())
        assert run("undo", "-r", path).code == 0
        assert (path.read_text(), aside.read_text()) == (HAND_WRITTEN, copies[-1])
    assert copies[1].startswith(copies[0])


@pytest.mark.parametrize("name", ["innosup", "conference", "small"])
def test_the_others_stay_as_they_are(name: str, run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    assert run("remove", name, "--yes", "-r", path).code == 0
    assert all(line[0] == "-" for line in changed(HAND_WRITTEN, path.read_text()))
    assert run("check", "-r", path).code == 0


def test_a_disk_that_fails_keeps_both_files(
    run: Run, registry: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    from clustercalls.disk import exchange

    path = registry(HAND_WRITTEN)
    aside = path.with_name("calls.toml.removed")
    aside.write_text("# earlier\n")

    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(exchange, "_keep", fail)
    assert run("remove", "innosup", "--yes", "-r", path).code == 4
    assert (path.read_text(), aside.read_text()) == (HAND_WRITTEN, "# earlier\n")
