"""`clustercalls schema`: what editors are told agrees with what is read."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from clustercalls.model import EntryKind, StageKind
from conftest import Run


def test_it_is_a_schema_of_every_table(run: Run) -> None:
    ran = run("schema")
    assert (ran.code, ran.err) == (0, "")
    found: dict[str, Any] = json.loads(ran.out)
    assert found["$schema"].startswith("https://json-schema.org/")
    name = found["$ref"].rsplit("/", 1)[-1]
    found = found["$defs"][name]
    assert {kind.value for kind in EntryKind} <= found["properties"].keys()
    assert "defaults" in found["properties"]


def test_every_kind_of_stage_is_also_a_key_of_an_entry(run: Run) -> None:
    said = run("schema").out
    for kind in StageKind:
        assert f'"{kind.value}"' in said


def test_every_run_says_it_in_the_same_order(tmp_path: Path) -> None:
    # The order of a set of texts hangs on this seed.
    runs = [
        subprocess.run(
            [sys.executable, "-m", "clustercalls", "schema"],
            env=os.environ | {"PYTHONHASHSEED": seed, "HOME": str(tmp_path)},
            capture_output=True,
            check=True,
        )
        for seed in "123456"
    ]
    assert len({ran.stdout for ran in runs}) == 1
