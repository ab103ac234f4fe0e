"""`publish --serve`: what was typed, and where the port stands in it."""

from pathlib import Path

import pytest

from clustercalls.cli.tell.serve import with_port
from clustercalls.errors import UsageRefused

OUT = Path("out")


@pytest.mark.parametrize(
    ("folder", "words", "meant"),
    [
        (OUT, (), (OUT, (), 0)),
        (OUT, ("members",), (OUT, ("members",), 0)),
        (OUT, ("8080",), (OUT, (), 8080)),
        (OUT, ("members", "8080"), (OUT, ("members",), 8080)),
        (Path("8080"), ("out",), (OUT, (), 8080)),
        (Path("8080"), ("out", "members"), (OUT, ("members",), 8080)),
        (Path("2027"), (), (Path("2027"), (), 0)),
        (Path("2027"), ("8080",), (Path("2027"), (), 8080)),
    ],
)
def test_the_number_behind_it_is_the_port(
    folder: Path, words: tuple[str, ...], meant: tuple[Path, tuple[str, ...], int]
) -> None:
    assert with_port(folder, words) == meant


@pytest.mark.parametrize("typed", ["0", "65536", "9" * 5_000])
def test_a_number_that_is_no_port(typed: str) -> None:
    with pytest.raises(UsageRefused) as refused:
        with_port(OUT, (typed,))
    assert refused.value.problem.code == "bad-port"
