from datetime import date

import pytest

from clustercalls.extract.date_roles import roles
from clustercalls.extract.date_spans import spans
from clustercalls.extract.datelines import in_address, is_dateline
from clustercalls.extract.sentences import sentences
from told_texts import CALL, EVENT, document, entries, stages, understood


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
        ("BRUXELLES IN BREVE – settimana del 3 marzo 2026", True),
        ("À très bientôt, L'équipe – message envoyé le 22 janvier 2026", True),
        ("Bruxelles, 18-19 marzo 2026 – Incontro con le regioni", False),
        ("Bruxelles, 18 marzo 2026 – Giornata informativa LIFE", False),
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


def test_the_last_line_of_an_agenda_is_no_date_of_the_document() -> None:
    told = entries("# Lettre d'Europe n° 3", "# AGENDA", "Carrefour des ports, Brest, 15 juin 2026")
    assert told == [(EVENT, "Carrefour des ports, Brest")]


def test_who_signs_a_mail_is_no_event() -> None:
    (told,) = entries(
        "# Appel Ports", "Clôture le 12 novembre 2026.", "L'équipe – message envoyé le 5 mai 2026"
    )
    assert told == (CALL, "Appel Ports")


def test_the_day_on_which_a_list_was_so_is_none_of_its_calls() -> None:
    told = understood("# UPCOMING DEADLINES (as of 3 June 2026)", "| CALL | DEADLINE", "| Ports | 24/04/2027")
    assert [stages(draft) for draft in told.drafts] == [{"deadline": "2027-04-24"}]


@pytest.mark.parametrize(
    "line",
    [
        "# Minutes of the steering group, 11 September 2026 (approved)",
        "# Verbale della riunione dell'11 settembre 2026",
        "# Compte rendu de la réunion du 11 septembre 2026",
        "# Protokoll der Sitzung vom 11. September 2026",
        "# Acta de la reunión de la junta, 11 de septiembre de 2026",
        "# Notatka ze spotkania zarządu, 11 września 2026 r.",
    ],
)
def test_minutes_are_of_the_day_of_their_meeting(line: str) -> None:
    told = understood(line, "# Call of ports", "The call is open until 28 February.")
    assert [stages(draft) for draft in told.drafts] == [{"deadline": "2027-02-28"}]


def test_the_day_of_today_is_that_of_the_document() -> None:
    (draft,) = understood(
        "# Clean Ports Fund", "The Minister announced it today (6 June 2026).", "It closes on 10 November."
    ).drafts
    assert stages(draft) == {"deadline": "2026-11-10"}
