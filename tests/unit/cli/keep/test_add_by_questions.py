"""Questions fit what is added; an answer that will not do is said why and asked for again."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clustercalls.cli import output
from clustercalls.cli.keep.add_by_questions import ask_facts
from clustercalls.cli.keep.add_options import Facts
from clustercalls.cli.keep.desk import Editing, open_desk
from clustercalls.cli.options import Common
from clustercalls.editing.document import open_document
from commands import Screen
from samples import SAMPLE

Write = Callable[..., Path]
Asked = Callable[..., tuple[str, Facts, Screen]]


@pytest.fixture
def asked(registry: Write, monkeypatch: pytest.MonkeyPatch) -> Asked:
    """The facts of an entry by these answers, and the screen they were given at."""

    def asked(*typed: str, kind: str = "", text: str = SAMPLE) -> tuple[str, Facts, Screen]:
        path = registry(text)
        screen = Screen(monkeypatch, *typed)
        desk = open_desk("add", Common(registry=[path]), "2017-03-01", Editing())
        return *ask_facts(desk, open_document(path), {"elsewhere"}, kind), screen

    return asked


@pytest.mark.parametrize(
    ("typed", "kind", "facts"),
    [
        (
            ("", "A", "COSME", "4 apr", "https://a.example", "Mail", "", "y"),
            "call",
            Facts(
                title="A", programme="COSME", deadline="2017-04-04", url="https://a.example",
                source_title="Mail", id="a",
            ),
        ),
        (
            ("bando", "A", "", "", "", "", "mine", ""),
            "call",
            Facts(title="A", stage=["deadline="], id="mine"),  # a deadline that is not announced
        ),
        (
            ("event", "A", "5 apr", "6 apr", "", "", "", ""),
            "event",
            Facts(title="A", starts="2017-04-05", ends="2017-04-06", id="a"),
        ),
        (("EVENTO", "A", "", "", "", "", ""), "event", Facts(title="A", id="a")),  # no end without a start
        (("policy", "A", "", "2018", "", "", "", ""), "policy", Facts(title="A", published="2018", id="a")),
        (("risorsa", "A", "", "", "", ""), "resource", Facts(title="A", id="a")),
    ],
)  # fmt: skip
def test_what_is_asked_of_each_kind(asked: Asked, typed: tuple[str, ...], kind: str, facts: Facts) -> None:
    found, answered, _ = asked(*typed)
    assert (found, answered) == (kind, facts)


@pytest.mark.parametrize(
    ("typed", "kind", "said"),
    [
        (("grant", "resource", "A", "", "", "", ""), "", "unknown-choice"),
        (("", "A", "", "", "", ""), "resource", "An entry needs a title."),
        (("A", "nonsense", "", "", "", ""), "resource", "bad-address"),
        (("A", "", "", "chains", "", ""), "resource", "taken-id"),
        (("A", "", "", "elsewhere", "", ""), "resource", "taken-id"),
        (("A", "soon", "", "", "", "", ""), "event", "not-understood"),
        (("A", "6 apr", "5 apr", "7 apr", "", "", "", ""), "event", "end-before-start"),
    ],
)
def test_an_answer_that_will_not_do(asked: Asked, typed: tuple[str, ...], kind: str, said: str) -> None:
    assert said in asked(*typed, kind=kind)[2].said


@pytest.mark.parametrize(
    ("kind", "said"),
    # the days of an event are all of them; a call opens on the first and closes on the last
    [("call", "→ opening Wed 5 Apr 2017; deadline Fri 7 Apr 2017"), ("event", "→ 5–7 Apr 2017")],
)
def test_a_date_is_shown_as_it_is_understood(asked: Asked, kind: str, said: str) -> None:
    typed = ("A", "", "5-7 apr") if kind == "call" else ("A", "5-7 apr")
    _, _, screen = asked(*typed, "", "", "", "", kind=kind)
    assert said in screen.said


def test_the_default_source_is_offered_and_no_news(asked: Asked) -> None:
    text = '[defaults]\nsource = { title = "The list" }\n' + SAMPLE
    _, facts, screen = asked("A", "", "", "", "", kind="resource", text=text)
    assert "[The list]" in screen.shown
    assert facts.source_title == ""


def test_what_is_not_agreed_to_is_not_written(asked: Asked) -> None:
    with pytest.raises(output.Abandoned):
        asked("A", "", "", "", "n", kind="resource")
