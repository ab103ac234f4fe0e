"""Shell completion, asked as a shell asks: ids and values of the registry, and the words we know."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run
from samples import BAD, SAMPLE


@pytest.fixture
def complete(process: Run, tmp_path: Path) -> Callable[..., list[str]]:
    """What bash is proposed for a line."""
    path = tmp_path / "work" / "calls.toml"
    path.write_text(SAMPLE + '[audience.members]\ntitle = "For our members"\n[audience.office]\n')

    def complete(line: str) -> list[str]:
        words = line.split(" ")
        environment = os.environ | {
            "_CLUSTERCALLS_COMPLETE": "complete_bash",
            "COMP_WORDS": line,
            "COMP_CWORD": str(len(words) - 1),
        }
        ran = process(env=environment)
        assert ran.err == ""
        return ran.out.split()

    return complete


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("clustercalls show ch", ["chains"]),
        ("clustercalls show hain", []),  # an inner part does for a command, not for a shell
        ("clustercalls upcoming --programme ", ["COSME", "H2020"]),
        ("clustercalls upcoming -p C", ["COSME"]),
        ("clustercalls upcoming --tag s", ["skills", "smes"]),
        ("clustercalls upcoming --track ", ["apply", "go", "lost", "no", "submitted", "watch", "won"]),
        ("clustercalls upcoming --owner A", ["Ada"]),
        ("clustercalls upcoming --kind e", ["event"]),
        ("clustercalls upcoming --format ", ["table", "plain", "json", "csv", "tsv", "md", "xlsx"]),
        ("clustercalls digest --audience m", ["members"]),
        ("clustercalls digest --by ", ["programme", "tag"]),
        ("clustercalls upco", ["upcoming"]),
    ],
)
def test_proposals(complete: Callable[..., list[str]], line: str, expected: list[str]) -> None:
    assert complete(line) == expected


def test_a_broken_registry_proposes_nothing_and_says_nothing(
    complete: Callable[..., list[str]], tmp_path: Path
) -> None:
    path = tmp_path / "work" / "calls.toml"
    path.write_text("broken =")
    assert complete("clustercalls show ") == []
    path.write_text(BAD)
    assert "chains" in complete("clustercalls show ")
