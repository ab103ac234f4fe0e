"""`add` says how it understood what was typed, and writes into the file that is meant."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clustercalls.cli.keep.add import add
from clustercalls.cli.keep.add_options import Facts
from clustercalls.cli.keep.desk import Editing
from clustercalls.cli.options import AsOf, Common
from clustercalls.errors import UsageRefused
from commands import Screen
from samples import SAMPLE

Write = Callable[..., Path]
MARCH = AsOf("2017-03-01")
CREDITED = '[defaults]\nsource = { title = "The list" }\n' + SAMPLE


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (Facts(title="A", deadline="4 apr 2017"), "deadline Tue 4 Apr 2017; source: The list, the default"),
        (Facts(title="A", deadline="feb-mar 2018"), "deadline one day of "),
        (Facts(title="A", budget="2M", source_title="Mine"), "Added a: A (2 M)"),
        (Facts(title="A", source_title="Mine"), "Added a: A\n"),
    ],
)
def test_it_says_how_it_understood(
    registry: Write, monkeypatch: pytest.MonkeyPatch, facts: Facts, said: str
) -> None:
    screen = Screen(monkeypatch)
    assert add(facts, MARCH, Editing(), Common(registry=[registry(CREDITED)]), "call") == 0
    assert said in screen.said


@pytest.mark.parametrize(
    ("facts", "kept"),
    [
        (Facts(title="A", currency="zł", budget="7 mln"), 'currency = "PLN"'),
        (Facts(title="A", currency="Euro", budget="7 mln €"), 'currency = "EUR"'),
        (Facts(title="A", status="Suspended"), 'status = "suspended"'),
        (Facts(title="A", grants="seven projects"), "number = 7"),
    ],
)
def test_words_are_kept_as_their_codes(registry: Write, facts: Facts, kept: str) -> None:
    path = registry(SAMPLE)
    add(facts, MARCH, Editing(), Common(registry=[path]))
    assert kept in path.read_text()


def test_into_the_last_file_or_the_one_named(registry: Write) -> None:
    first, last = registry(SAMPLE), registry("schema = 1\n", "last.toml")
    common = Common(registry=[first, last])
    add(Facts(title="Later"), MARCH, Editing(), common)
    add(Facts(title="Named"), MARCH, Editing(), common, file=Path("../calls.toml"))
    assert ("Later" in last.read_text(), "Named" in first.read_text()) == (True, True)
    with pytest.raises(UsageRefused):
        add(Facts(title="Other"), MARCH, Editing(), common, file=Path("other.toml"))


@pytest.mark.parametrize(
    ("facts", "edit"), [(Facts(), False), (Facts(title=" "), False), (Facts(title="A"), True)]
)
def test_neither_nothing_nor_two_ways(registry: Write, facts: Facts, edit: bool) -> None:
    with pytest.raises(UsageRefused):
        add(facts, MARCH, Editing(), Common(registry=[registry(SAMPLE)]), edit=edit)


@pytest.mark.parametrize(
    ("facts", "again", "said"),
    [
        (Facts(title="Vouchers", url="https://a.example/other"), False, "vouchers has the same title."),
        (Facts(title="Other", url="https://a.example/v"), False, "vouchers has the same address."),
        (
            Facts(title="Vouchers", url="https://a.example/v"),
            True,
            "vouchers has the same title and address.",
        ),
        (Facts(title="Other"), False, ""),
    ],
)
def test_what_is_alike_is_remarked_on(
    registry: Write, monkeypatch: pytest.MonkeyPatch, facts: Facts, said: str, *, again: bool
) -> None:
    path = registry('[[call]]\nid = "vouchers"\ntitle = "Vouchers"\nurl = "https://a.example/v"\n')
    screen = Screen(monkeypatch)
    assert add(facts, MARCH, Editing(), Common(registry=[path]), "call", again=again) == 0
    assert said in screen.said
    assert ("the same" in screen.said) is bool(said)
