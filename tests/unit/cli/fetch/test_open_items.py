"""Which of what is open is meant."""

import pytest
from msgspec.structs import replace

from builders import at, entry
from clustercalls.catalogue.find import Hit
from clustercalls.cli.fetch.differing import Difference
from clustercalls.cli.fetch.news import NewForUs
from clustercalls.cli.fetch.open_items import OpenItems
from clustercalls.errors import UsageRefused
from clustercalls.model import Source
from clustercalls.query.select import entry_row
from clustercalls.reconcile.proposal import Act, Proposal


def difference(name: str, key: str) -> Difference:
    ours = replace(entry(name=name), source=Source("S", key=key))
    return Difference(Proposal(ours, Act.NOTHING, "status", "open", "closed"), None)


def new(key: str, ident: str) -> NewForUs:
    row = entry_row(entry(name=f"eu:{key}"), at("2026-12-01T09:00"))
    return NewForUs(Hit("eu", key, ident, row, ""), ("w",))


EVERY = OpenItems(
    [difference("innosup-1", "eu:11TOPICS"), difference("innosup-2", "eu:12TOPICS")],
    [new("13TOPICS", "LIFE-2027"), new("14TOPICS", "LIFE-2028")],
    frozenset({"innosup-1", "innosup-2", "13", "escp-21", "escp-22", "life-2028-ours"}),
)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ([], {"innosup-1", "innosup-2", "eu:13TOPICS", "eu:14TOPICS"}),
        (["all"], {"innosup-1", "innosup-2", "eu:13TOPICS", "eu:14TOPICS"}),
        (["innosup-1"], {"innosup-1"}),
        (["INNOSUP-2"], {"innosup-2"}),
        (["eu:11TOPICS"], {"innosup-1"}),
        (["12"], {"innosup-2"}),
        (["eu:13", "14topics"], {"eu:13TOPICS", "eu:14TOPICS"}),
    ],
)
def test_names(words: list[str], names: set[str]) -> None:
    assert EVERY.named(words).names == names


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("innosup", "ambiguous-candidate"),
        ("life", "ambiguous-candidate"),
        ("2028", "ambiguous-candidate"),  # as for every command: one of them has nothing open
        ("13", "nothing-open"),  # an id that is ours
        ("escp-21", "nothing-open"),
        ("innosup-1/typo", "nothing-open"),
        ("x9", "nothing-open"),
        ("", "nothing-open"),
    ],
)
def test_what_names_none_or_several(word: str, code: str) -> None:
    with pytest.raises(UsageRefused) as refused:
        EVERY.named([word])
    assert refused.value.problem.code == code
