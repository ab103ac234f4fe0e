"""What is followed stands where `add` would put it."""

from pathlib import Path

import pytest
import tomli

from conftest import Run


@pytest.mark.usefixtures("portal")
def test_a_file_of_its_own_in_a_shared_folder(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "calls"
    run("init", folder, "--git")
    run("sync", "-r", folder, "--as-of", "2026-11-27")
    assert run("follow", "eu:3TOPICS", "eu:5001", "-r", folder, "--as-of", "2026-11-27").code == 0
    made = {path.stem: tomli.loads(path.read_text()) for path in folder.glob("*.toml")}
    assert made["horizon-cl3-2027-3"]["call"][0]["source"]["key"] == "eu:3TOPICS"
    assert made["open-call-1"]["call"][0]["source"]["key"] == "eu:5001COMPETITIVE_CALL"
