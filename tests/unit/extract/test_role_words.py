import pytest

from clustercalls.enumerations import StageKind
from clustercalls.extract.role_words import ROLES


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
