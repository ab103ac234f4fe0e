"""`list` looks for all words however they are given, and says at a terminal what it passed over."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clustercalls.cli.look.list import list_entries
from clustercalls.cli.options import AsOf, Common, Filters, Shape
from commands import Screen
from samples import SAMPLE

MARCH, IDS = AsOf("2017-03-01"), Shape(template="{id}\\n")


@pytest.mark.parametrize(
    ("text", "search", "ids"),
    [
        ("", "", ["plan", "skills", "fair", "chains"]),
        ("value", "", ["chains"]),
        ("", "abilita", ["skills"]),
        ("value", "chains", ["chains"]),
        ("value", "skills", []),
    ],
)
def test_words_of_both_places_are_wanted(
    registry: Callable[[str], Path],
    capfd: pytest.CaptureFixture[str],
    text: str,
    search: str,
    ids: list[str],
) -> None:
    assert list_entries(Filters(search=search), MARCH, IDS, Common(registry=[registry(SAMPLE)]), text) == 0
    assert sorted(capfd.readouterr().out.split()) == sorted(ids)


@pytest.mark.parametrize(
    ("text", "options", "said"),
    [
        ("dropped", {}, "Nothing current; 1 past, cancelled, put away or unconfirmed: add --all.\n"),
        ("nonsense", {}, "Nothing matches nonsense.\n"),
        ("nonsense", {"everything": True}, "Nothing matches nonsense.\n"),
        ("nonsense", {"unconfirmed": True}, "Nothing matches nonsense.\n"),
        ("value", {"unconfirmed": True}, "Nothing is unconfirmed.\n"),
        ("", {"unconfirmed": True}, "Nothing is unconfirmed.\n"),
        ("value", {}, ""),
    ],
)
def test_what_was_passed_over(
    registry: Callable[[str], Path],
    monkeypatch: pytest.MonkeyPatch,
    text: str,
    options: dict[str, bool],
    said: str,
) -> None:
    screen = Screen(monkeypatch)
    list_entries(Filters(), MARCH, IDS, Common(registry=[registry(SAMPLE)]), text, **options)
    assert screen.said == said
