"""A date by a short key and the stage that somebody made of it are one field."""

from clustercalls.merging.merge import merge

BASE = """[[call]]
id = "a"
title = "A"
# until when
deadline = 2027-04-06T17:00:00
track = "go"
"""
LONG = (
    BASE.replace("deadline = 2027-04-06T17:00:00\n", "")
    + """
[[call.stage]]
kind = "deadline"
when = 2027-04-06T17:00:00
done = 2027-04-01
"""
)
MOVED = (
    BASE.replace("04-06", "04-13")
    + """
[[call.history]]
stage = "deadline"
was = 2027-04-06T17:00:00
noticed = 2027-03-01
"""
)


def test_a_day_that_one_moved_and_what_the_other_said_of_the_stage_are_both_taken() -> None:
    for ours, theirs in ((LONG, MOVED), (MOVED, LONG)):
        merged = merge(BASE, ours, theirs)
        assert merged.contested == 0
        assert 'kind = "deadline"\nwhen = 2027-04-13T17:00:00\ndone = 2027-04-01\n' in merged.text
        assert "\ndeadline =" not in merged.text
        assert merged.text.count("# until when") == 1


def test_a_day_that_both_moved_is_contested_in_the_stage() -> None:
    merged = merge(BASE, LONG.replace("04-06", "04-20"), MOVED)
    assert merged.contested == 1
    assert "when = 2027-04-20T17:00:00\n=======\nwhen = 2027-04-13T17:00:00\n" in merged.text


def test_where_nobody_made_a_table_the_key_stays() -> None:
    merged = merge(BASE, MOVED, BASE.replace('"go"', '"no"'))
    assert "deadline = 2027-04-13T17:00:00\n" in merged.text
    assert 'track = "no"' in merged.text
