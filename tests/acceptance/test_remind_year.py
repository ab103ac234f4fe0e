"""A short form of the simulated year; `make reminders-year` runs the whole one."""

import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from conftest import ROOT

sys.path.insert(0, str(ROOT / "tests" / "reliability"))
import reminders_year

SCRIPT = ROOT / "tests" / "reliability" / "reminders_year.py"


def test_a_few_weeks_with_kills() -> None:
    options = ["--entries", "40", "--days", "50", "--kills", "30"]
    # a process of its own: it forks, and this one has threads
    done = subprocess.run([sys.executable, SCRIPT, *options], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert len(lines) == 4
    assert all(" 0 missed" in line and line.endswith(" 0 of them without a kill") for line in lines)
    assert all(" 0 told" not in line for line in lines)


@pytest.fixture
def year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> reminders_year.Year:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return reminders_year.Year(tmp_path, 0, 1, outbox=False)


def test_the_judge_sees_what_is_missed(year: reminders_year.Year) -> None:
    day = reminders_year.START
    year.stages = [reminders_year.Stage("e", "deadline", day, day)]
    year.judge(day)
    assert year.figures.missed == ["e deadline 2025-01-01 on 2025-01-01"]


def test_the_judge_sees_what_is_repeated(year: reminders_year.Year) -> None:
    told = {"key": "k", "reason": "lead", "lead_day": "2025-01-01", "id": "e", "when": "2025-01-01"}
    for _ in range(2):
        (year.work / "out-0").write_text(json.dumps([told | {"late": False}]))
        year.collect(reminders_year.START, killed=False)
    assert year.figures.repeats_without_kill == ["k"]
    assert os.environ["XDG_STATE_HOME"]


def test_the_judge_sees_what_went_untold(year: reminders_year.Year) -> None:
    day = reminders_year.START
    year.removed = [reminders_year.Stage(name, "deadline", day, day) for name in "ef"]
    year.versions["e", "2025-01-01"] = [(day, day)]
    year.told["f@gone@deadline@2025-01-01"] = 1  # of which nobody had been told
    year.judge_gone(day - timedelta(days=1))
    assert [each.split()[0] for each in year.figures.missed] == ["e", "f"]
