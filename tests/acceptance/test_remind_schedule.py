"""`remind --schedule`: what is printed works where nothing is set."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import BUNDLED, ROOT, Run

CALL = '[[call]]\nid = "one"\ntitle = "First call"\ndeadline = 2027-03-31\n'


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    folder = tmp_path / "our calls 100%"
    folder.mkdir()
    (folder / "calls.toml").write_text(CALL)
    return folder / "calls.toml"


def test_the_crontab_line_works_without_any_surroundings(
    run: Run, odd: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(odd.parent)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "st ate"))
    printed = run("remind", "-r", "calls.toml", "--schedule", "cron", "--lang", "it", "--owner", "none")
    assert printed.code == 0
    assert printed.out.count("\n") == 1
    minute, hour, *stars, command = printed.out.rstrip("\n").split(" ", 5)
    assert (minute, hour, stars) == ("30", "7", ["*", "*", "*"])
    # cron ends a command at a bare %, and takes \% for one
    assert "%" not in command.replace("\\%", "")
    command = command.replace("\\%", "%").replace("--owner none", "--as-of 2027-03-01")
    assert str(odd) in shlex.split(command)
    told = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd="/",
        env={"HOME": "/nonexistent", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (told.returncode, told.stderr) == (0, "")
    assert "fra 30 giorni" in told.stdout or "tra 30 giorni" in told.stdout
    assert (tmp_path / "st ate" / "clustercalls").is_dir()


def test_the_units_are_what_systemd_takes(run: Run, odd: Path, tmp_path: Path) -> None:
    printed = run("remind", "-r", odd, "--schedule", "systemd", "--daily", "6:05", "--exec", "echo '$5 %d'")
    assert printed.code == 0
    service, timer = printed.out.split("# ~/.config/systemd/user/clustercalls-remind.timer\n")
    assert "OnCalendar=*-*-* 06:05:00" in timer
    assert "Persistent=true" in timer
    assert "100%%" in service
    assert "$$5 %%d" in service
    if shutil.which("systemd-analyze"):
        (tmp_path / "clustercalls-remind.service").write_text(service)
        (tmp_path / "clustercalls-remind.timer").write_text(timer)
        for unit in ("service", "timer"):
            checked = subprocess.run(
                ["systemd-analyze", "verify", "--man=no", tmp_path / f"clustercalls-remind.{unit}"],
                capture_output=True,
                text=True,
                check=False,
            )
            ours = [line for line in checked.stderr.splitlines() if "clustercalls-remind" in line]
            assert ours == []


def test_the_format_stands_in_what_is_printed(run: Run, odd: Path) -> None:
    assert " --format html\n" in run("remind", "-r", odd, "--schedule", "cron", "-f", "html").out
    assert "--format" not in run("remind", "-r", odd, "--schedule", "cron").out


@pytest.mark.parametrize("scheduler", ["cron", "systemd"])
def test_a_program_is_printed_with_its_whole_path(
    run: Run, odd: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(odd.parent)
    program = Path("ex.sh")
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    printed = run("remind", "-r", odd, "--schedule", scheduler, "--exec", "./ex.sh 'a b'").out
    percent = "%%" if scheduler == "systemd" else "\\%"
    assert f"{program.absolute()}".replace("%", percent) in printed
    assert (
        f"{shutil.which('cat')} -" in run("remind", "-r", odd, "--schedule", scheduler, "--exec", "cat -").out
    )
    for missing in ("./nowhere.sh", "no-such-program-here a", "./"):
        refused = run("remind", "-r", odd, "--schedule", scheduler, "--exec", missing)
        assert (refused.code, refused.out) == (2, "")
        assert "no-program" in refused.err


def test_nothing_is_installed_or_told(run: Run, odd: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    run("remind", "-r", odd, "--schedule", "cron")
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("daily", ["24:00", "7", "7:60", "7:5", "at noon", "07:30; rm -rf /"])
def test_a_time_that_is_none(run: Run, odd: Path, daily: str) -> None:
    refused = run("remind", "-r", odd, "--schedule", "cron", "--daily", daily)
    assert (refused.code, refused.out) == (2, "")


@pytest.mark.parametrize("scheduler", ["cron", "systemd"])
def test_a_line_break_is_refused(run: Run, odd: Path, scheduler: str) -> None:
    refused = run("remind", "-r", odd, "--schedule", scheduler, "--search", "a\n* * * * * rm -rf /")
    assert (refused.code, refused.out) == (2, "")
    assert "bad-schedule" in refused.err


def test_another_scheduler(run: Run, odd: Path) -> None:
    refused = run("remind", "-r", odd, "--schedule", "at")
    assert refused.code == 2
    assert "systemd" in refused.err


@pytest.mark.parametrize("page", ["reminders.md", "cron.md"])
def test_the_commands_of_the_documents_run(run: Run, page: str) -> None:
    Path("calls.toml").write_text(BUNDLED.read_text(encoding="utf-8"), encoding="utf-8")
    Path("config.toml").write_text('smtp = { host = "localhost", from = "me@example.org" }')
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    lines = [line for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL) for line in block.splitlines()]
    assert len(lines) == 2
    for line in lines:
        ran = run(*shlex.split(line)[1:], "-c", "config.toml")
        assert (ran.code, ran.err) == (0, ""), line


@pytest.mark.parametrize(("text", "calls"), [(CALL, 1), ("[[call", 0)])
def test_the_dead_mans_switch_is_called_after_a_good_run_alone(tmp_path: Path, text: str, calls: int) -> None:
    page = (ROOT / "docs" / "cron.md").read_text(encoding="utf-8")
    (line,) = re.findall(r"```crontab\n(.*)\n```", page)
    (after,) = re.findall(r"```ini\nExecStartPost=(.*)\n```", page)
    registry, tools = tmp_path / "calls.toml", tmp_path / "bin"
    registry.write_text(text)
    tools.mkdir()
    (tools / "curl").write_text(f'#!/bin/sh\necho "$@" >>{tmp_path}/called\n')
    (tools / "clustercalls").write_text(f'#!/bin/sh\nexec {sys.executable} -m clustercalls "$@"\n')
    for tool in tools.iterdir():
        tool.chmod(0o755)
    minute, hour, *stars, command = line.split(" ", 5)
    assert (minute, hour, stars) == ("30", "7", ["*", "*", "*"])
    assert command.endswith(f"&& {after}")
    subprocess.run(
        ["/bin/sh", "-c", command.replace("/home/me/calls.toml", str(registry))],
        env={"HOME": str(tmp_path), "PATH": f"{tools}:/usr/bin:/bin", "LANG": "C.UTF-8"},
        capture_output=True,
        check=False,
    )
    called = tmp_path / "called"
    assert (called.read_text().count("https://ping.example.org/my-own-id") if called.exists() else 0) == calls
