"""A question is asked until the answer will do; its end is the end of the command."""

import readline

import pytest

from clustercalls.cli import output
from clustercalls.cli.keep import ask
from clustercalls.i18n import ENGLISH, language
from commands import Screen


@pytest.mark.parametrize(
    ("prompt", "default", "typed", "shown", "answer"),
    [
        ("Title", "", " smes ", "Title: ", "smes"),
        ("Id", "smes", "", "Id [smes]: ", "smes"),
        ("Id", "smes", "other", "Id [smes]: ", "other"),
        ("What is it?", "", "call", "What is it? ", "call"),
        ("What is it?", "call", "", "What is it? [call]: ", "call"),
    ],
)
def test_a_line(
    monkeypatch: pytest.MonkeyPatch, prompt: str, default: str, typed: str, shown: str, answer: str
) -> None:
    screen = Screen(monkeypatch, typed)
    assert ask.line(prompt, default) == answer
    assert screen.shown == shown


def test_tab_proposes_nothing_that_does_something_to_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    Screen(monkeypatch, "x")
    ask.line(
        "Programme", known=["H2020", "h\x1b]0;owned\x07", "h\u202e", "h\u200b", "h\x9b2J", "Horizon Europe"]
    )
    complete = readline.get_completer()
    assert complete is not None
    assert [complete("h", each) for each in range(3)] == ["H2020", "Horizon Europe", None]


def test_the_end_of_the_input_is_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    Screen(monkeypatch)
    with pytest.raises(output.Abandoned):
        ask.line("Title")


def test_asked_again_until_it_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def even(answer: str) -> str:
        if int(answer) % 2:
            raise ask.Again
        return answer

    screen = Screen(monkeypatch, "1", "3", "4", "6")
    assert ask.checked("Number", even) == "4"
    assert screen.shown.count("Number: ") == 3


@pytest.mark.parametrize(("typed", "value"), [(("1",), "a"), (("2",), "b"), (("0", "3", "x", "²", "1"), "a")])
def test_one_of_several_by_its_number(
    monkeypatch: pytest.MonkeyPatch, typed: tuple[str, ...], value: str
) -> None:
    screen = Screen(monkeypatch, *typed)
    assert ask.choose("Which?", {"first": "a", "second": "b"}) == value
    assert screen.said == "  1. first\n  2. second\n"


@pytest.mark.parametrize(
    ("typed", "default", "answer"),
    [
        (("y",), False, True),
        (("SÌ",), False, True),  # as people are used to, whatever the language
        (("n",), True, False),
        (("",), True, True),
        (("",), False, False),
        (("perhaps", "no"), True, False),
    ],
)
def test_yes_or_no(
    monkeypatch: pytest.MonkeyPatch, typed: tuple[str, ...], default: bool, answer: bool
) -> None:
    screen = Screen(monkeypatch, *typed)
    assert ask.yes("Remove?", ENGLISH, default=default) is answer
    assert screen.shown.count(f"Remove? {'[Y/n]' if default else '[y/N]'}: ") == len(typed)


def test_a_letter_of_another_language_is_no_yes() -> None:
    assert "s" not in ask.says_yes(ENGLISH)
    assert {"y", "yes", "sì"} <= ask.says_yes(ENGLISH)
    assert {"s", "y", "sì"} <= ask.says_yes(language("it"))
