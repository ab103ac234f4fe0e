import re

import pytest

from clustercalls.enumerations import StageKind
from clustercalls.extract.role_words import ROLES, STAGES, UNTIL, WAS


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("la scadenza", StageKind.DEADLINE),
        ("ouverture", StageKind.OPENS),
        ("veröffentlicht am".replace("ö", "o"), StageKind.PUBLISHED),
        ("se celebrara", StageKind.DATES),
        ("iscrizioni", StageKind.REGISTRATION),
        ("graduatoria", StageKind.DECISION),
        ("due elementi", None),
    ],
)
def test_words_say_what_a_date_is_of(text: str, kind: StageKind | None) -> None:
    meaning = ROLES.first(text)
    assert (meaning.kind if meaning else None) is kind


def test_what_stands_before_a_last_day() -> None:
    assert all(
        re.search(UNTIL, each) for each in ("entro il ", "until ", "bis zum ", "hasta el ", "jusqu'au ")
    )
    assert not re.search(UNTIL, "on ")


def test_what_was_before_and_which_stage() -> None:
    assert re.search(WAS, "(previously ")
    assert re.search(STAGES[2], "zweite stufe")
    assert not re.search(STAGES[1], "zweite stufe")
