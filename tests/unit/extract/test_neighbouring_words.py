"""Words that only look like those for a date's role, and stand beside dates in calls all the same."""

import pytest

from clustercalls.enumerations import EntryKind, StageKind
from clustercalls.extract.date_roles import roles
from clustercalls.extract.date_spans import spans
from clustercalls.extract.folded import Folded
from clustercalls.extract.kind_words import KINDS
from clustercalls.extract.put_off import put_off


@pytest.mark.parametrize(
    "text",
    [
        "registrato alla Corte dei conti il 5 maggio 2026",
        "aprobada por las Cortes el 5 de mayo de 2026",
        "La administración pública, 5 de mayo de 2026",
        "innerhalb von 10 Tagen nach dem 5. Mai 2026",
        "Salonicco, 5 maggio 2027",
        "Lanzarote, 5 de mayo de 2027",
        "The terminal in Gdynia, 5 May 2026",
        "A sessão do dia 5 de maio de 2026",
    ],
)
def test_it_says_nothing_of_the_date(text: str) -> None:
    folded = Folded(text)
    assert [role.kind for role in roles(folded.folded, spans(folded), None)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Firms with no previous EU grant can apply until 5 May 2026",
        "Candidates who previously applied must submit by 5 May 2026",
        "Chi è già stato precedentemente finanziato può presentare domanda entro il 5 maggio 2026",
        "Podmioty z poprzedniego roku mogą składać wnioski do 5 maja 2026",
        "Statt per Post sind Anträge online bis 5. Mai 2026 einzureichen",
        "Jede Firma kann bis 5. Mai 2026 einen Antrag stellen",
        "Każda firma może złożyć wniosek do 5 maja 2026",
        "Deadline NATO DIANA: 5 May 2026",
        "Deadline for contractors: 5 May 2026",
        "Frist für Vertragspartner: 5. Mai 2026",
        "Zgłoszenia na konkurs przyjmujemy do 5 maja 2026",
    ],
)
def test_it_takes_no_deadline_away(text: str) -> None:
    folded = Folded(text)
    (role,) = roles(folded.folded, spans(folded), None)
    assert (role.kind, role.was) == (StageKind.DEADLINE, False)


@pytest.mark.parametrize(
    "text",
    ["previous deadline 5 May 2026", "originally the deadline was 5 May 2026", "statt bis 5. Mai 2026"],
)
def test_what_was_before_is_still_so(text: str) -> None:
    folded = Folded(text)
    (role,) = roles(folded.folded, spans(folded), None)
    assert role.was


@pytest.mark.parametrize(
    ("text", "was"),
    [
        ("Grants for an extension of the network: apply from 1 April to 30 June 2026", False),
        ("Ampliación de regadíos: solicitar del 1 de abril al 30 de junio de 2026", False),
        ("The deadline for applications is extended from 30 June to 31 July 2026", True),
        ("Il termine per presentare domanda è prorogato dal 30 giugno al 31 luglio 2026", True),
    ],
)
def test_what_is_extended_is_a_day_and_no_network(text: str, was: bool) -> None:
    folded = Folded(text)
    told = put_off(folded.folded, roles(folded.folded, spans(folded), None))
    assert any(role.was for role in told) is was


def test_competitiveness_is_no_competition() -> None:
    assert KINDS.first("wettbewerbsfahigkeit der hafen") is None
    assert KINDS.first("der wettbewerb") is EntryKind.CALL
