"""What a call is officially called: kept, searched, shown, and set like any list."""

import json
from pathlib import Path

from conftest import Run

TEXT = """
[[call]]
id = "twin"
title = "A call of ours"
checked = 2027-01-10
deadline = 2027-04-04
ref = ["HORIZON-CL4-2027-TWIN-01-07"]
"""


def test_a_name_of_the_portal(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "calls.toml"
    path.write_text(TEXT)
    common = ("-r", path, "--as-of", "2027-01-10")
    assert "twin" in run("list", "cl4-2027-twin", *common).out
    run("set", "twin", "ref+=I3-2027-INV1", *common)
    assert 'ref = ["HORIZON-CL4-2027-TWIN-01-07", "I3-2027-INV1"]' in path.read_text()
    assert "Official name  HORIZON-CL4-2027-TWIN-01-07, I3-2027-INV1" in run("show", "twin", *common).out
    assert json.loads(run("show", "twin", "-f", "json", *common).out)["ref"][1] == "I3-2027-INV1"
    assert "ufficiale" in run("show", "twin", "--lang", "it", *common).out
    assert run("check", "-r", path).code == 0
