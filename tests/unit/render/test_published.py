"""What `publish` says, in one and in several."""

from msgspec.structs import replace

from clustercalls.i18n import ENGLISH, language
from clustercalls.render.published import AudienceNews, lines

MEMBERS = AudienceNews("members", 9, 31, 1, 2, 0, 0, {"steps": 14, "owners": 31, "notes": 6})
BOARD = AudienceNews("board", 31, 31, 0, 0, 0, 0, {})


def test_a_line_an_audience_then_what_was_kept() -> None:
    assert list(lines([MEMBERS, BOARD], ENGLISH)) == [
        "members   9 of 31  1 new, 2 moved",
        "board    31 of 31  nothing new",
        "Kept from members: 14 steps, 31 owners, 6 notes",
    ]
    assert list(lines([], ENGLISH)) == []


def test_one_is_no_several() -> None:
    kept = dict.fromkeys(("steps", "tracks", "days done", "reasons", "contacts", "quotes", "sources"), 1)
    *_, last = lines([AudienceNews("a", 1, 1, 0, 0, 3, 4, kept)], ENGLISH)
    assert last == (
        "Kept from a: 1 step, 1 track, 1 day done, 1 reason, 1 contact, 1 quote, 1 source without address"
    )


def test_in_italian() -> None:
    first, _, last = lines([MEMBERS, BOARD], language("it"))
    assert first == "members   9 di 31  nuovi: 1, spostati: 2"
    assert last == "Non mostrato a members: 14 passi, 31 referenti, 6 note"


def test_what_is_news() -> None:
    unaddressed = replace(BOARD, unaddressed=True)
    every = (MEMBERS, BOARD, unaddressed, replace(unaddressed, unfed=True))
    assert [each.has_news for each in every] == [True, False, False, True]


def test_where_nobody_knows_the_address_it_is_said_what_to_write() -> None:
    *_, kept, last = lines([replace(MEMBERS, unaddressed=True), BOARD], ENGLISH)
    assert kept.startswith("Kept from members")
    assert last == (
        'No feeds for members: say where it is served, address = "https://…" in [audience.members].'
    )
