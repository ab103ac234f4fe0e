from datetime import date

import pytest

from clustercalls.extract.date_roles import roles
from clustercalls.extract.date_spans import spans
from clustercalls.extract.datelines import in_address, is_dateline
from clustercalls.extract.sentences import sentences
from told_texts import document, stages, understood


@pytest.mark.parametrize(
    ("text", "is_own"),
    [
        ("12 December 2026", True),
        ("Articolo pubblicato il: 9 marzo 2026 11:20", True),
        ("Venezia, 9 settembre 2026 - È aperto il bando", True),
        ("(AGI) - TRENTO, 11 FEB - Da oggi le domande", True),
        ("Jusqu'au 23/05/2026", False),
        ("Deadline: 5 May 2026", False),
        ("O prazo termina no próximo dia 16 de fevereiro de 2026", False),
        ("Boletim Europa n.º 7, 16 de fevereiro de 2026", True),
        ("Newsletter 2, September 2026", True),
        ("Inviato: 14/01/2026", True),
        ("Al via il bando 16:20 - 12/11/2026", True),
        ("The conference begins on 5 May 2026", False),
    ],
)
def test_which_dates_are_of_the_document(text: str, is_own: bool) -> None:
    (sentence,) = sentences(document(text))
    (role,) = roles(sentence.folded.folded, spans(sentence.folded))
    assert is_dateline(sentence, role, 0, labelled=False) is is_own


def test_the_day_in_an_address() -> None:
    assert in_address("https://site.example/2026/03/15/call") == date(2026, 3, 15)
    assert in_address("https://site.example/2026/13/15/") is None
    assert in_address("https://site.example/call") is None


def test_the_week_of_an_issue_is_its_date() -> None:
    draft = understood(
        "# Lettre du bureau", "Semaine du 7 au 11 octobre 2026", "# Appel Ports", "Clôture le 12 novembre."
    ).drafts[0]
    assert stages(draft) == {"deadline": "2026-11-12"}
