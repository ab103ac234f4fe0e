import pytest

from clustercalls.extract.entry import _told
from clustercalls.extract.first_lines import as_heading, is_greeting, is_of_mail, may_title
from clustercalls.extract.told import ToldSentence
from clustercalls.passages import PassageKind
from told_texts import CALL, document, entries


def passage(text: str) -> list[ToldSentence]:
    return list(_told(document(text)))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Konkurs „Bezpieczny port”", True),
        ("AVVISO DI PROROGA – Bando Voucher 2027", True),
        ("Bekanntmachung: Richtlinie zur Förderung der Häfen", True),
        ("Scadenza: maggio", False),
        ("The call is open.", False),
        ("EUR 5 million", False),
    ],
)
def test_which_line_may_say_what_a_paper_is_on(text: str, told: bool) -> None:
    assert may_title(passage(text)) is told


def test_greetings_and_heads_of_mails() -> None:
    assert is_greeting(passage("Dear colleagues,"))
    assert not is_greeting(passage("Dear colleagues, the call closes on 5 May 2027."))
    assert is_of_mail(passage("Da: Ufficio")[0])
    assert not is_of_mail(passage("Bando: porti")[0])
    assert as_heading(passage("Konkurs")[0]).sentence.kind is PassageKind.HEADING


def test_the_line_below_a_sender_is_the_title() -> None:
    told = entries(
        "# Bundesministerium für Häfen",
        "Bekanntmachung: Richtlinie zur Förderung von Projekten zum Thema „Robotik im Hafen“",
        "Skizzen sind bis spätestens 15. April 2027 vorzulegen.",
    )
    ((kind, title),) = told
    assert (kind, "Robotik im Hafen" in title) == (CALL, True)
