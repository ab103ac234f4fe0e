"""The words of options are those of the tables that use them; help that repeats them repeats them all."""

from datetime import date
from enum import Enum
from typing import Any

import pytest
from msgspec.structs import replace

from builders import at, entry, registry_of, stage
from clustercalls.cli.application import declared
from clustercalls.cli.choices import named, one_of, query_of, unmatched
from clustercalls.cli.context import COLORS
from clustercalls.cli.declare import Declared
from clustercalls.cli.options import Common, Filters, Options, Shape
from clustercalls.cli.rows_out import FORMATS
from clustercalls.errors import UsageRefused, problem
from clustercalls.i18n import ENGLISH
from clustercalls.model import EntryKind, StageKind, Status
from clustercalls.phrase.windows import Window
from clustercalls.query.filters import CODES, words_of
from clustercalls.query.wanted import NONE, Query, Values


def option(group: type[Options], name: str) -> Declared:
    kind: Any = declared(group)[name]
    found: Declared = kind.__metadata__[0]
    return found


def listed(words: tuple[str, ...]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"


def test_help_names_every_word() -> None:
    assert option(Common, "color").metavar == "|".join(COLORS)
    assert option(Filters, "kind").help == f"{listed(words_of(EntryKind))}."
    assert option(Shape, "format").help.startswith(f"{listed(FORMATS)};")


@pytest.mark.parametrize(("field", "kind"), CODES.items())
def test_every_code_has_its_word_in_any_case(field: str, kind: type[Enum]) -> None:
    for code in kind:
        assert one_of(f"--{field}", str(code.value).upper(), words_of(kind)) == code.value


def test_another_word_is_refused_with_the_nearest() -> None:
    with pytest.raises(UsageRefused) as refused:
        one_of("--format", "jsn", FORMATS)
    assert refused.value.problem.message == f"--format jsn: not one of {', '.join(FORMATS)}"
    assert refused.value.problem.hint == "Did you mean json?"


@pytest.mark.parametrize(
    ("option", "value", "hint"),
    [
        ("--format", "excel", "Did you mean xlsx?"),
        ("--format", "html", "Write clustercalls digest -f html"),
        ("--format", "ICS", "Write clustercalls export ics"),
        ("--format", "pdf", "Write one of these."),
        ("--status", "html", "Write one of these."),
    ],
)
def test_what_is_like_none_is_told_where_it_is_made_or_nothing(option: str, value: str, hint: str) -> None:
    with pytest.raises(UsageRefused) as refused:
        one_of(option, value, FORMATS if option == "--format" else words_of(CODES["status"]))
    assert refused.value.problem.hint == hint


ONE = registry_of(entry(stage("2017-04-04")))
NOW = at("2017-03-01")
NARROW = Window(date(2017, 3, 2), date(2017, 3, 3))


@pytest.mark.parametrize(
    ("filters", "text", "said"),
    [
        (Filters(), "", ""),
        (Filters(), "living labs", "'living labs'"),
        (Filters(tag=["soil", "living labs"], due=True), "", "--tag soil --tag 'living labs' --due"),
        (Filters(owner=["Ada"], search="x"), "y", "y --owner Ada --search x"),
    ],
)
def test_filters_are_named_as_they_are_typed(filters: Filters, text: str, said: str) -> None:
    assert named(filters, text) == said


@pytest.mark.parametrize(
    "query", [Query(tags=frozenset({"sea"})), Query(text="x"), Query(kinds=frozenset({EntryKind.EVENT}))]
)
@pytest.mark.parametrize("past", [False, True])
def test_filters_that_match_nothing_are_named(query: Query, past: bool) -> None:
    asked = replace(query, past=past, window=NARROW)
    assert unmatched(ONE, asked, "--tag x", NOW, ENGLISH) == "Nothing matches --tag x."


def test_what_is_only_over_or_outside_the_window_matches() -> None:
    assert unmatched(ONE, Query(window=NARROW), "--due", at("2020-01-01"), ENGLISH) == ""


def test_nothing_is_in_a_registry_only_where_nothing_is() -> None:
    empty = "Nothing is in the registry yet: clustercalls where names the file."
    assert unmatched(registry_of(), Query(due=True), "--due", NOW, ENGLISH) == empty
    assert unmatched(ONE, Query(), "", NOW, ENGLISH) == ""
    broken = replace(registry_of(), problems=(problem("bad-type", expected="x", found="y", key="z"),))
    assert unmatched(broken, Query(), "", NOW, ENGLISH) == ""
    assert unmatched(broken, Query(due=True), "--due", NOW, ENGLISH) == "Nothing matches --due."


KNOWN = registry_of(entry(name="a", programme="H", tags=("soil, sea",), owner="Ada", track="forse"))


def test_what_is_left_out_is_read_as_what_is_asked_for() -> None:
    typed = [
        "tag=SOIL, sea",
        "track=No",
        "KIND=event",
        "stage=deadline",
        "status=Open",
        "owner=ada",
        "programme=h",
    ]
    query = query_of(Filters(not_=typed), KNOWN)
    assert query.but == Values(
        kinds=frozenset({EntryKind.EVENT}), stage_kinds=frozenset({StageKind.DEADLINE}),
        programmes=frozenset({"H"}), tags=frozenset({"soil, sea"}), tracks=frozenset({"no"}),
        owners=frozenset({"Ada"}), statuses=frozenset({Status.OPEN}),
    )  # fmt: skip
    assert replace(query, but=NONE) == Query()
    assert named(Filters(not_=["tag=a b", "track=no"])) == "--not 'tag=a b' --not track=no"


@pytest.mark.parametrize(("typed", "code", "said"), [
    ("trak=no", "bad-not", "Did you mean track?"), ("track", "bad-not", "FIELD=VALUE"),
    ("track=", "bad-not", "FIELD=VALUE"), ("search=x", "bad-not", "FIELD=VALUE"),
    ("=no", "bad-not", "FIELD=VALUE"), ("owner=Adda", "unknown-value", "Did you mean Ada?"),
    ("kind=evnt", "unknown-choice", "Did you mean event?"),
])  # fmt: skip
def test_what_leaves_out_nothing_is_refused(typed: str, code: str, said: str) -> None:
    with pytest.raises(UsageRefused) as refused:
        query_of(Filters(not_=[typed]), KNOWN)
    assert refused.value.problem.code == code
    assert said in refused.value.problem.hint
    assert refused.value.problem.message.startswith(f"--not {typed}")


def test_a_value_that_is_gone_may_be_left_out_where_the_query_is_lenient() -> None:
    assert query_of(Filters(not_=["owner=Bea"]), KNOWN, lenient=True).but.owners == {"Bea"}
