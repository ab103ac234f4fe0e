import pytest

from clustercalls.extract.date_spans import spans
from clustercalls.extract.folded import Folded
from clustercalls.extract.stage_numbers import stage_number


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("first stage 3 May 2027, second stage 5 June 2027", [1, 2]),
        ("Zweite Stufe: 5. Juni 2027", [2]),
        ("5 June 2027 (second stage)", [2]),
        (
            "el 30 de marzo de 2027 (17:00 CET) en primera fase y el 14 de mayo de 2027 en segunda fase",
            [1, 2],
        ),
        ("full application by 5 June 2027", [2]),
        (
            "Manifestazioni d'interesse entro il 3 maggio 2027, proposte complete entro il 5 giugno 2027",
            [1, 2],
        ),
        ("Manifestazioni d'interesse entro il 3 maggio 2027", [0]),
        ("en dos fases: la primera cierra el 2 de abril de 2027 y la segunda el 10 de septiembre", [1, 2]),
        ("la primera cierra el 2 de abril de 2027 y la segunda el 10 de septiembre", [0, 0]),
        ("concept note entro il 19 ottobre 2027, proposta completa ad aprile 2028", [1, 2]),
        ("nota concettuale entro il 4 settembre 2027, proposta completa entro il 3 marzo 2028", [1, 2]),
        ("3 May 2027", [0]),
    ],
)
def test_the_stage_that_a_date_is_of(text: str, numbers: list[int]) -> None:
    folded = Folded(text)
    every = spans(folded)
    assert [stage_number(folded.folded, span, every) for span in every] == numbers
