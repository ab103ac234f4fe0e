import pytest

from clustercalls.extract.date_spans import spans
from clustercalls.extract.folded import Folded
from clustercalls.extract.nearest_cue import is_registration, nearest_cue
from clustercalls.extract.role_words import ROLES


def words(text: str) -> list[str]:
    """Of each date of a text the word that says what it is of."""
    folded = Folded(text)
    every, cues = spans(folded), ROLES.found(folded.folded)
    nearest = (nearest_cue(folded.folded, span, every, cues) for span in every)
    return [folded.folded[cue.start : cue.end] if cue else "" for cue in nearest]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("opens on 3 May 2027, closes on 5 June 2027", ["opens on", "closes on"]),
        ("3 May 2027: deadline", ["deadline"]),
        ("ouverture le 3 mai 2027 ; clôture le 5 juin 2027", ["ouverture le", "cloture le"]),
        ("on 3 May 2027", [""]),
        (f"deadline {'x ' * 100} 3 May 2027", [""]),
        ("closes at 16:00 on 3 May 2027 (heure de La Réunion).", ["closes at"]),
        ("O prazo é quarta-feira, 3 de maio de 2027", ["prazo"]),
        ("cut-off of the Proof Grant (of all fields of science, and of art) is 3 May 2027", ["cut-off"]),
    ],
)
def test_the_word_that_belongs_to_a_date(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(("text", "expected"), [("registration closes", True), ("the call closes", False)])
def test_whether_the_registration_closes(text: str, expected: bool) -> None:
    cues = ROLES.found(text)
    assert is_registration(cues[-1], cues) is expected
