"""The ticks of a source stand in the place of those it had; who has no such table has none."""

from datetime import date
from sqlite3 import connect

from clustercalls.candidate import DoneElsewhere
from clustercalls.catalogue.ticked import note_ticked, ticked_in

ONE, TWO = DoneElsewhere("a.b@c", date(2027, 3, 20)), DoneElsewhere("d.e@c", date(2027, 3, 21))


def test_they_are_kept_by_source() -> None:
    with connect(":memory:") as connection:
        assert ticked_in(connection, ["cal"]) == []
        note_ticked(connection, "cal", [ONE])
        note_ticked(connection, "other", [TWO])
        assert ticked_in(connection, ["cal"]) == [ONE]
        note_ticked(connection, "cal", [])
        assert ticked_in(connection, ["cal", "other"]) == [TWO]
    connection.close()
