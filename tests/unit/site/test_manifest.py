"""What was published: the files that are ours, and what the calls in them said."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from audiences import CALLS, edition
from clustercalls.errors import InputRefused
from clustercalls.query.outward import OTHERS
from clustercalls.site.manifest import (
    Manifest,
    audience_of,
    calls_of,
    digest,
    encoded,
    name_of,
    read,
    together,
)

KNOWN = Manifest(files={"calls.ics": ("aa", 3)}, begun={"calls.ics": ("bb",), "new.ics": ("cc",)})


def test_it_comes_back_as_it_was() -> None:
    assert read(encoded(KNOWN), Path("x")) == KNOWN
    assert encoded(Manifest(files={"b": ("1", 1), "a": ("2", 2)})) == encoded(
        Manifest(files={"a": ("2", 2), "b": ("1", 1)})
    )


@pytest.mark.parametrize(
    "data", [b"", b"[]", b'{"files": 1}', b'{"form": 2}', b"{}", b'{"version": 99}', b"\xff"]
)
def test_what_is_none_is_refused(data: bytes) -> None:
    with pytest.raises(InputRefused) as refused:
        read(data, Path("x"))
    assert refused.value.problem.code == "broken-manifest"


def test_a_file_is_ours_with_bytes_that_are_known() -> None:
    known = [KNOWN.knows(*each) for each in (("calls.ics", "aa"), ("calls.ics", "bb"), ("new.ics", "cc"))]
    assert known == [True] * 3
    assert not any(KNOWN.knows(*each) for each in (("calls.ics", "cc"), ("other.ics", "aa"), ("new.ics", "")))
    assert KNOWN.paths == {"calls.ics", "new.ics"}


def test_the_name_of_its_file_tells_the_audience() -> None:
    assert audience_of(name_of("members")) == "members"
    assert audience_of("members.json") == audience_of(".clustercalls.lock") == ""


def test_a_digest_tells_where_one_part_ends() -> None:
    assert digest(b"ab", b"c") != digest(b"a", b"bc")
    assert together(["a", "b"]) == together(["b", "a"]) != together(["a"])


def test_dates_and_other_facts_are_told_apart(tmp_path: Path) -> None:
    def of(text: str) -> tuple[str, str]:
        call = calls_of(edition(tmp_path / "calls.toml", text=text).publications[0].entries, OTHERS)["soil"]
        return call.dates, call.facts

    first = of(CALLS)
    moved, renamed = of(CALLS.replace("2027-04-06", "2027-04-07")), of(CALLS.replace("LIFE", "LIFE+"))
    assert moved[0] != first[0]
    assert renamed[0] == first[0]
    assert renamed[1] != first[1]
    assert of(CALLS.replace("taint-note", "seen")) == first


def test_what_is_begun_is_of_the_file_alone() -> None:
    assert replace(KNOWN, begun={}).paths == {"calls.ics"}
