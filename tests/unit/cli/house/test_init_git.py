"""What `init --git` says; that git understands it is tried in tests/acceptance/test_merge.py."""

from pathlib import Path

import pytest

from clustercalls.cli.house.init_git import CONFIG, merged_by_entries
from clustercalls.i18n import language


@pytest.mark.parametrize(("name", "pattern"), [
    ("calls.toml", "/calls.toml"), ("a b.toml", '"/a b.toml"'), ("a[1]*.toml", r'"/a\\[1\\]\\*.toml"'),
    ('a"\\.toml', r'"/a\"\\\\.toml"'),
])  # fmt: skip
@pytest.mark.parametrize("code", ["en", "it"])
def test_the_line_and_what_everybody_runs_once(tmp_path: Path, name: str, pattern: str, code: str) -> None:
    (tmp_path / ".git").mkdir()  # as a repository has, which git cannot be asked of
    said = merged_by_entries(tmp_path / name, language(code))
    assert (tmp_path / ".gitattributes").read_text() == f"{pattern} merge=clustercalls\n"
    assert f"{pattern} merge=clustercalls" in said[0]
    assert said[-1] == f"  {CONFIG}\n"
