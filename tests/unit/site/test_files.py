"""Every writer, a row each: what is there once, and what in every language."""

from pathlib import Path

from audiences import edition, making
from clustercalls.site.files import files_of


def test_data_stands_at_the_root_and_the_rest_in_each_language(tmp_path: Path) -> None:
    of = edition(tmp_path / "calls.toml")
    files = files_of(of.publications, making(of.registry))
    assert {
        "calls.json",
        "calls.csv",
        "calls.ics",
        "calls/soil.ics",
        "en/calls.ics",
        "en/calls/fair.ics",
    } <= set(files)
    assert not {"en/calls.json", "en/calls.csv"} & set(files)
    assert files_of(of.publications, making(of.registry)) == files
