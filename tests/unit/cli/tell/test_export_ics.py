"""`export ics` and `export todo`: the example only ever to a stream, never into a file of one's own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from calendars import events, lint
from clustercalls.cli.options import AsOf, Common, Filters
from clustercalls.cli.tell.export_ics import ics, todo
from clustercalls.cli.tell.export_select import CalendarShape
from clustercalls.errors import InputRefused
from samples import SAMPLE

MARCH, SHAPE = AsOf("2017-03-15"), CalendarShape()


@pytest.mark.parametrize(
    ("command", "kind", "uid"), [(ics, "VEVENT", "chains/deadline"), (todo, "VTODO", "chains/deadline")]
)
def test_to_the_stream_and_into_a_file(
    registry: Callable[[str], Path],
    tmp_path: Path,
    capfdbinary: pytest.CaptureFixture[bytes],
    command: Callable[..., int],
    kind: str,
    uid: str,
) -> None:
    common, target = Common(registry=[registry(SAMPLE)]), tmp_path / "calls.ics"
    asked = (Filters(stage=["deadline"]), MARCH, SHAPE, common)
    assert command(*asked, name="Ours") == 0
    shown = capfdbinary.readouterr().out
    assert command(*asked, name="Ours", output=target) == 0
    assert capfdbinary.readouterr().out == b""
    for data in (shown, target.read_bytes()):
        assert list(events(data, kind)) == [uid]
        assert b"NAME:Ours\r\n" in data
        assert lint(data) == []


@pytest.mark.parametrize("command", [ics, todo])
def test_the_example_goes_into_no_file(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], command: Callable[..., int]
) -> None:
    command(Filters(), AsOf("2016-12-01"), SHAPE, Common())
    assert capfdbinary.readouterr().out.startswith(b"BEGIN:VCALENDAR\r\n")
    with pytest.raises(InputRefused):
        command(Filters(), AsOf("2016-12-01"), SHAPE, Common(), output=tmp_path / "calls.ics")


def test_a_file_that_is_not_ours_is_replaced_by_force_alone(
    registry: Callable[[str], Path], tmp_path: Path
) -> None:
    common, target = Common(registry=[registry(SAMPLE)]), tmp_path / "mine.ics"
    target.write_text("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
    with pytest.raises(InputRefused):
        ics(Filters(), MARCH, SHAPE, common, output=target)
    assert ics(Filters(), MARCH, SHAPE, common, output=target, force=True) == 0
    assert "chains/deadline" in events(target.read_bytes())
