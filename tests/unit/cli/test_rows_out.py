"""Format, columns and limit are settled before anything is read; an empty answer has its own exit code."""

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from builders import at, entry, registry_of, stage
from clustercalls.cli.options import Shape
from clustercalls.cli.rows_out import no_column, prepare, show
from clustercalls.config import Config
from clustercalls.errors import UsageRefused
from clustercalls.query import select
from clustercalls.query.wanted import Query
from clustercalls.render.columns import MILESTONES
from clustercalls.render.plain import TABLE_ROWS
from commands import NOBODY, SOMEBODY

REGISTRY = registry_of(*(entry(stage(f"2017-04-0{n}"), name=f"e{n}") for n in range(1, 6)))
ROWS = select.upcoming(REGISTRY, Query(), at("2017-03-01"))


@pytest.mark.parametrize(
    ("shape", "on_a_pipe", "on_a_terminal"),
    [
        ({}, "plain", "table"),
        ({"format": "CSV"}, "csv", "csv"),
        ({"output": Path("a.csv")}, "csv", "csv"),
        ({"output": Path("a.MD")}, "md", "md"),
        ({"output": Path("a.txt")}, "plain", "plain"),
        ({"output": Path("a.table")}, "plain", "plain"),
        ({"output": Path("a.csv"), "format": "json"}, "json", "json"),
        ({"output": Path("a.XLSX")}, "xlsx", "xlsx"),
    ],
)
def test_the_format_asked_for_then_that_of_the_file_then_that_of_the_stream(
    shape: dict[str, Any], on_a_pipe: str, on_a_terminal: str
) -> None:
    assert prepare(Shape(**shape), MILESTONES, NOBODY).format == on_a_pipe
    assert prepare(Shape(**shape), MILESTONES, SOMEBODY).format == on_a_terminal


@pytest.mark.parametrize(
    ("shape", "code"),
    [
        ({"format": "xml"}, "unknown-choice"),
        ({"columns": "id,nonsense"}, "unknown-column"),
        ({"columns": "left", "format": "json"}, "unknown-column"),  # words are no values
        ({"template": "{id} {nonsense}"}, "unknown-column"),
        ({"template": "{id} {title"}, "unclosed-name"),
        ({"template": "{id}", "columns": "id"}, "two-shapes"),
        ({"template": "{id}", "format": "plain"}, "two-shapes"),
        ({"zone": "Europe/Roma"}, "unknown-zone"),
        ({"format": "xlsx"}, "workbook-to-file"),
    ],
)
def test_what_cannot_be_shown_is_refused(shape: dict[str, Any], code: str) -> None:
    with pytest.raises(UsageRefused) as refused:
        prepare(Shape(**shape), MILESTONES, NOBODY)
    assert refused.value.problem.code == code


def test_a_mistyped_column_is_told_the_one_that_is_meant() -> None:
    known = ("title", "place", "date")
    assert no_column("titel", known).hint == "Did you mean title? The columns: title, place, date."
    assert no_column("venue", known).hint == "Did you mean place? The columns: title, place, date."
    assert no_column("when?", known).hint == "The columns: title, place, date."


def test_columns_are_taken_with_blanks_and_the_zone_of_the_config_stands_in() -> None:
    context = replace(NOBODY, config=Config(zone="Europe/Rome"))
    assert prepare(Shape(columns=" id , ,left"), MILESTONES, context).view.columns == ("id", "left")
    assert prepare(Shape(), MILESTONES, context).view.zone == "Europe/Rome"
    assert prepare(Shape(zone="AoE"), MILESTONES, context).view.zone == "AoE"


@pytest.mark.parametrize(
    ("shape", "rows", "ids", "code"),
    [
        (Shape(), ROWS, 5, 0),
        (Shape(limit=2), ROWS, 2, 0),
        (Shape(), (), 0, 0),
        (Shape(exit_code=True), (), 0, 1),
        (Shape(exit_code=True), ROWS, 5, 0),
    ],
)
def test_rows_out_and_an_exit_code(
    capfd: pytest.CaptureFixture[str], shape: Shape, rows: tuple[Any, ...], ids: int, code: int
) -> None:
    how = prepare(replace(shape, template="{id}\\n"), MILESTONES, NOBODY)
    assert show(rows, how, NOBODY) == code
    assert len(capfd.readouterr().out.split()) == ids


def test_beyond_what_anybody_reads_a_table_is_plain_columns(capfd: pytest.CaptureFixture[str]) -> None:
    how = prepare(Shape(format="table", columns="id"), MILESTONES, SOMEBODY)
    show(ROWS, how, SOMEBODY)
    table = capfd.readouterr().out
    show(ROWS * (TABLE_ROWS // len(ROWS) + 1), how, SOMEBODY)
    plain = capfd.readouterr().out
    assert "\nApril 2017\n" in table  # it has groups
    assert "April" not in plain


def test_nothing_overwrites_what_it_was_read_from(tmp_path: Path) -> None:
    target = tmp_path / "calls.toml"
    how = prepare(Shape(output=target), MILESTONES, NOBODY)
    with pytest.raises(UsageRefused):
        show(ROWS, how, replace(NOBODY, registries=(target,)))
    assert not target.exists()
