"""Characters that nobody sees are taken out of whole entries of others, and told."""

from clustercalls.candidate import Candidate
from clustercalls.errors import Problem
from clustercalls.sources.seen import seen


def candidate(title: str, **more: object) -> Candidate:
    return Candidate(source="s", key="1", ident="a", title=title, entry={"title": title, **more})


def test_what_can_be_seen_stays_as_it_is() -> None:
    plain = candidate("Soil", about="one\ntwo", stage=[{"id": "deadline"}], budget=5)
    assert list(seen(plain)) == [plain]


def test_what_cannot_is_taken_out_wherever_it_stands() -> None:
    told, made = seen(
        candidate("So\x1bil", tags=["a\u200bb"], grants={"number": 5}, stage=[{"title": "\u202ex"}])
    )
    assert isinstance(told, Problem)
    assert (told.code, told.place.entry) == ("hidden-taken-out", "a")
    assert told.message.endswith(": U+001B, U+200B, U+202E")
    assert isinstance(made, Candidate)
    assert made.entry == {"title": "Soil", "tags": ["ab"], "grants": {"number": 5}, "stage": [{"title": "x"}]}


def test_nothing_but_such_is_no_title() -> None:
    (told,) = seen(candidate("\u200b\x1b"))
    assert isinstance(told, Problem)
    assert (told.code, told.message) == ("part-left-out", "it has no title")
