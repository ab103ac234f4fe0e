"""Which entry is meant: a whole id, else any part of one, in any case; and the values that entries have."""

import pytest
from msgspec.structs import replace

from builders import entry, registry_of
from clustercalls.query.named import exactly, known_values, meant, unclear

ALL = registry_of(
    entry(name="h2020", programme="H2020", tags=("smes", "chains"), owner="Ada", track="apply"),
    entry(name="cosme", programme="COSME", tags=("s3",), owner="Bea", track="watch"),
    entry(name="spent"),
    entry(name="stale"),
)


def test_values_that_are_known() -> None:
    assert known_values(ALL, "programme") == ("COSME", "H2020")
    assert known_values(ALL, "tag") == ("chains", "s3", "smes")
    assert known_values(ALL, "owner") == ("Ada", "Bea")
    assert known_values(ALL, "track") == ("apply", "go", "lost", "no", "submitted", "watch", "won")
    assert "aside" in known_values(replace(ALL, words=("aside",)), "track")


IDS = ("call-2", "call", "h2020", "SMP", "smp-2027", "cosme", "spent", "stale", "call")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("h2020", ["h2020"]),
        ("H20", ["h2020"]),
        ("st", ["stale"]),
        ("s", ["SMP", "smp-2027", "cosme", "spent", "stale"]),
        ("call", ["call"]),  # a whole id is no part of another
        ("CALL", ["call"]),
        ("smp", ["SMP"]),
        ("SMP-2", ["smp-2027"]),
        ("zzz", []),
        ("", []),
    ],
)
def test_a_whole_id_else_any_part_of_one_is_meant_in_any_case(text: str, expected: list[str]) -> None:
    assert list(meant(text, IDS)) == expected


def test_of_ids_that_differ_in_case_alone_the_one_as_written() -> None:
    assert meant("SMP", ("smp", "SMP", "smp-2027")) == ("SMP",)
    assert meant("Smp", ("smp", "SMP", "smp-2027")) == ("smp", "SMP")
    assert exactly("sm", ("smp",)) == ()


def test_what_is_unclear_names_the_nearest_or_those_that_could_be_meant() -> None:
    assert unclear("inosup", (), ("innosup-1-2017", "cosme")).hint == "Did you mean innosup-1-2017?"
    assert unclear("x", (), ("cosme",)).hint == "clustercalls list --all shows every id."
    for typed in ("innosup/first", "INNOSUP-1/first", "innosup-1-2017/no/such"):
        told = unclear(typed, (), ("innosup-1-2017", "cosme")).hint
        assert told == "Here an entry is named, without its stage: innosup-1-2017"
    assert unclear("c/first", (), ("c1", "c2")).hint == "clustercalls list --all shows every id."
    assert unclear("c", ("c1", "c2"), ("c1", "c2", "d")).message == "`c` could be c1, c2"
