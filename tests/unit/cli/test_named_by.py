"""Which variable of the environment named a file of ours that is not as it should be."""

import pytest

from clustercalls.cli.named_by import EVERY, with_variable
from clustercalls.errors import Place, problem


def test_the_files_of_every_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable, fallback in EVERY:
        monkeypatch.setenv(variable, "/a//b/")
        for file in ("/a/b", "/a/b/clustercalls", "/a/b/clustercalls/x.json", "/a//b/clustercalls/c/d"):
            found = problem("unreadable", Place(file), reason="x")
            assert with_variable(found, EVERY).hint.startswith(f"{variable} names it. ")
            by_key = found.named_by("by key", key="registry", config="c")
            assert with_variable(by_key, EVERY) == by_key
        for file in ("", "/a", "/a/b/clustercallsx/y", "/a/b/else", f"~/{fallback}/clustercalls/x"):
            found = problem("unreadable", Place(file), reason="x")
            assert with_variable(found, EVERY) == found
        monkeypatch.setenv(variable, "relative")  # is to be ignored
        found = problem("unreadable", Place("relative/clustercalls/x"), reason="x")
        assert with_variable(found, EVERY) == found
        monkeypatch.delenv(variable)
