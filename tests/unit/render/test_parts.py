"""The shortest part of an id that names it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustercalls.query.named import meant
from clustercalls.render.parts import shortest_parts


@pytest.mark.parametrize(
    ("ids", "parts"),
    [
        (["innosup-1-2017", "cosme"], ["i", "c"]),
        (["hor-01", "hor-02"], ["1", "2"]),
        (["hor-soil", "hor-air", "soil"], ["r-s", "a", "soil"]),
        (["a-b", "ab", "b-a"], ["a-", "ab", "b-"]),
        (["call", "call-2"], ["call", "2"]),
        (["one"], ["o"]),
        (["SMP", "smp-2"], ["SMP", "2"]),
    ],
)
def test_the_shortest_and_of_several_the_beginning_of_a_word(ids: list[str], parts: list[str]) -> None:
    assert list(shortest_parts(ids, ids).values()) == parts


IDS = st.lists(st.from_regex(r"[ab1][ab1_-]{0,7}", fullmatch=True), min_size=1, max_size=6, unique=True)


@given(IDS)
def test_it_means_that_entry_and_none_is_shorter(ids: list[str]) -> None:
    for id_, part in shortest_parts(ids, ids).items():
        assert meant(part, ids) == (id_,)
        assert part == id_ or part[0] != "-"
        if part != id_:
            shorter = {id_[at : at + len(part) - 1] for at in range(len(id_) - len(part) + 2)} - {""}
            assert all(sum(each in other for other in ids) > 1 for each in shorter if each[0] != "-")
