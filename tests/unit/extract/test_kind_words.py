import pytest

from clustercalls.enumerations import EntryKind
from clustercalls.extract.folded import Folded
from clustercalls.extract.kind_words import KINDS


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("un bando", EntryKind.CALL),
        ("der Wettbewerb", EntryKind.CALL),
        ("Wettbewerbsfähigkeit der Häfen", None),
        ("o vale", EntryKind.CALL),
        ("vale la pena", None),
        ("séances d'explication", EntryKind.EVENT),
        ("giornate informative", EntryKind.EVENT),
        ("o giełdzie partnerów", EntryKind.EVENT),
        ("una visita di studio", EntryKind.EVENT),
        ("visit our site", None),
        ("Konsultacje indywidualne", EntryKind.EVENT),
        ("konsultacje społeczne", EntryKind.POLICY),
        ("il portale", EntryKind.RESOURCE),
    ],
)
def test_words_say_what_an_entry_is(text: str, kind: EntryKind | None) -> None:
    assert KINDS.first(Folded(text).folded) is kind
