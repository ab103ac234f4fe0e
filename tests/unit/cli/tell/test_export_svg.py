"""`export svg` draws what is selected, with links that lead to the web alone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clustercalls.cli.options import AsOf, Common, Filters
from clustercalls.cli.tell.export_svg import svg
from clustercalls.errors import InputRefused

CALLS = """
schema = 1
[[call]]
id = "soil"
title = "Soil"
tags = ["earth"]
url = "https://example.org/soil?a=1&b=2"
deadline = 2027-06-30
[[call.stage]]
id = "draft"
kind = "internal"
title = "Draft by us"
when = 2027-05-05
[[call]]
id = "sea"
title = "Sea"
deadline = 2027-08-08
"""
DAY = AsOf("2027-03-15")


@pytest.fixture
def common(registry: Callable[[str], Path]) -> Common:
    return Common(registry=[registry(CALLS)])


def test_everything_ahead_is_drawn(common: Common, capsys: pytest.CaptureFixture[str]) -> None:
    assert svg(Filters(), DAY, common) == 0
    text = capsys.readouterr().out
    assert text.count("Soil") > 0 < text.count("Sea")
    assert '<a href="https://example.org/soil?a=1&amp;b=2"' in text
    assert text.count("<a ") == 1
    assert ">The coming year</title>" in text


@pytest.mark.parametrize(
    ("filters", "options", "drawn", "not_drawn"),
    [
        (Filters(tag=["earth"]), {}, "Soil", "Sea"),
        (Filters(), {"window": "2027-08"}, "Sea", "Soil"),
        (Filters(), {}, "Draft by us", "Nothing ahead"),
        (Filters(), {"no_internal": True}, "Soil", "Draft by us"),
        (Filters(), {"title": "A & B"}, "A &amp; B", "The coming year</title>"),
        (Filters(), {"window": "1d"}, "Nothing ahead.", "Soil"),
    ],
)
def test_the_options_say_what_is_drawn(
    common: Common,
    capsys: pytest.CaptureFixture[str],
    filters: Filters,
    options: dict[str, str],
    drawn: str,
    not_drawn: str,
) -> None:
    assert svg(filters, DAY, common, **options) == 0  # type: ignore[arg-type]  # one is a flag
    text = capsys.readouterr().out
    assert drawn in text
    assert not_drawn not in text


def test_a_file_is_exchanged_whole(common: Common, tmp_path: Path) -> None:
    target = tmp_path / "year.svg"
    target.write_text("before")
    assert svg(Filters(), DAY, common, target=target) == 0
    assert target.read_text().endswith("</svg>\n")


def test_the_example_is_for_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(InputRefused):
        svg(Filters(), DAY, Common(), target=tmp_path / "year.svg")
    assert not (tmp_path / "year.svg").exists()
    assert svg(Filters(), AsOf("2016-12-02"), Common()) == 0
    assert "</svg>" in capsys.readouterr().out
