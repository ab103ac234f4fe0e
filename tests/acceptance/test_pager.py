"""`pager = true`: what only looks is shown in a person's pager, at a terminal alone."""

import os
import pty
import select
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run, on_a_terminal
from samples import SAMPLE

NOW = ("--as-of", "2017-03-01")
HISTORY = """
[[event]]
id = "moved"
title = "Moved"
starts = 2031-02-01
[[event.history]]
noticed = 2017-02-01
stage = "starts"
was = 2031-01-01
"""
LOOKING = [
    ("upcoming", *NOW),
    ("upcoming", "--kind", "call", *NOW),
    ("list", "--all", *NOW),
    ("digest", "90d", *NOW),
    ("changes", "--since", "2000-01-01", *NOW),
    ("changes", "moved", *NOW),
    ("remind", "--dry-run", "--as-of", "2017-03-30"),
    ("check",),
    ("list", "-f", "json", *NOW),
]
DOING = [
    ("remind", "--as-of", "2017-03-30"),
    ("where",),
    ("set", "value", "owner=Ada", "--dry-run"),
    ("export", "ics", *NOW),
]
PAGER = """\
#!/bin/sh
echo "[paged"
cat
echo "paged]"
exit 9
"""
PATIENT = """\
#!/bin/sh
trap 'echo interrupted' INT
echo ready
read line < /dev/tty
cat > /dev/null
echo over
"""


@pytest.fixture
def calls(registry: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    config = Path.home() / ".config/clustercalls/config.toml"
    config.parent.mkdir(parents=True)
    config.write_text("pager = true\n")
    program = tmp_path / "pager"
    program.write_text(PAGER)
    program.chmod(0o755)
    monkeypatch.setenv("PAGER", str(program))
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    return registry(SAMPLE + HISTORY)


def shown(*arguments: object) -> tuple[int, str]:
    ran = on_a_terminal(*arguments)
    return ran.code, ran.out.replace("\r\n", "\n")


@pytest.mark.parametrize("command", LOOKING, ids=" ".join)
def test_what_looks_is_shown_in_the_pager(
    command: tuple[str, ...], calls: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = (*command, "-r", calls)
    with monkeypatch.context() as without:
        without.setenv("PAGER", "")
        code, plain = shown(*typed)
    assert plain.strip()
    for _ in range(3):  # also out of an index
        paged = shown(*typed)
        assert paged[0] == code  # not that of the pager
        before, _, rest = paged[1].partition("[paged\n")
        inside, _, after = rest.partition("paged]\n")
        assert inside.strip()
        assert before + inside + after == plain


def test_show_is_too(calls: Path) -> None:
    code, said = shown("show", "value", "-r", calls, *NOW)
    assert (code, said.startswith("[paged\n"), said.endswith("paged]\n")) == (0, True, True)


@pytest.mark.parametrize("form", [(), ("-f", "json"), ("value",)], ids=" ".join)
def test_so_is_what_was_told(
    form: tuple[str, ...], calls: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = ("remind", "--log", *form, "-r", calls)
    assert run("remind", "-r", calls, "--as-of", "2017-03-30").code == 0
    with monkeypatch.context() as without:
        without.setenv("PAGER", "")
        code, plain = shown(*typed)
    assert "2017" in plain
    assert shown(*typed) == (code, f"[paged\n{plain}paged]\n")
    assert "[paged" not in run(*typed).out


@pytest.mark.parametrize("command", LOOKING[:7], ids=" ".join)
def test_a_pipe_and_a_file_have_none(command: tuple[str, ...], calls: Path, run: Run) -> None:
    assert "[paged" not in run(*command, "-r", calls).out


@pytest.mark.parametrize("target", ["-", "out.txt", "/dev/stdout"])
@pytest.mark.parametrize("command", ["upcoming", "list", "digest"])
def test_what_is_written_out_has_none(command: str, target: str, calls: Path) -> None:
    code, said = shown(command, "-r", calls, *NOW, "-o", target)
    assert (code, "[paged" in said) == (0, False)


@pytest.mark.parametrize("command", DOING, ids=" ".join)
def test_what_does_something_has_none(command: tuple[str, ...], calls: Path) -> None:
    assert "[paged" not in shown(*command, "-r", calls)[1]


@pytest.mark.parametrize("config", ["", "pager = false\n", None])
def test_without_the_key_there_is_none(config: str | None, calls: Path) -> None:
    path = Path.home() / ".config/clustercalls/config.toml"
    path.unlink() if config is None else path.write_text(config)
    for _ in range(2):
        assert "[paged" not in shown("upcoming", "-r", calls, *NOW)[1]


@pytest.mark.parametrize(
    ("name", "value"), [("PAGER", ""), ("PAGER", "cat"), ("PAGER", "/nowhere/pager"), ("TERM", "dumb")]
)
def test_where_there_is_no_pager_the_output_is_as_without(
    name: str, value: str, calls: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    config = Path.home() / ".config/clustercalls/config.toml"
    asked = [shown("upcoming", "-r", calls, *NOW) for _ in range(2)]
    config.unlink()
    assert asked == [shown("upcoming", "-r", calls, *NOW)] * 2
    assert asked[0][1].strip()


def test_a_pager_left_early_is_quiet(calls: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", "head -n 1")
    many = "\n".join(f'[[event]]\nid = "e{n}"\ntitle = "Event {n}"\nstarts = 2031-01-01' for n in range(4000))
    calls.write_text(f"schema = 1\n{many}\n")
    code, said = shown("list", "-r", calls, *NOW)
    assert (code, len(said.splitlines())) == (0, 1)


def test_an_exit_code_of_the_command_stays(calls: Path) -> None:
    calls.write_text("[[call]]\nid = 1\n")
    code, said = shown("check", "-r", calls)
    assert (code, "[paged\n" in said) == (1, True)


def test_an_interrupt_is_the_pagers(calls: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pager = tmp_path / "patient"
    pager.write_text(PATIENT)
    pager.chmod(0o755)
    monkeypatch.setenv("PAGER", str(pager))
    pid, mine = pty.fork()
    if not pid:  # with a terminal that is its own, from which the interrupt comes
        words = [sys.executable, "-m", "clustercalls", "upcoming", "-r", str(calls), *NOW]
        os.execv(sys.executable, words)  # noqa: S606 - as typed
    seen, typed = b"", b""
    for wanted, answer in ((b"ready", b"\x03"), (b"interrupted", b"\n"), (b"over", b"")):
        until = time.monotonic() + 30
        while wanted not in seen and time.monotonic() < until:
            if select.select([mine], [], [], 1)[0]:
                seen += os.read(mine, 4096)
            elif typed == b"\x03":  # a shell that was just about to read has it only at the next one
                os.write(mine, typed)
        assert wanted in seen
        typed = answer
        os.write(mine, typed)
    try:
        while os.read(mine, 4096):
            pass
    except OSError:  # Linux: the other end is closed
        pass
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    os.close(mine)


def test_without_a_name_it_is_less(calls: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    less = tmp_path / "bin/less"
    less.parent.mkdir()
    less.write_text('#!/bin/sh\necho "less $*"\ncat\n')
    less.chmod(0o755)
    monkeypatch.delenv("PAGER")
    monkeypatch.setenv("PATH", f"{less.parent}:{os.environ['PATH']}")
    assert shown("upcoming", "-r", calls, *NOW)[1].startswith("less -FRX\n")
