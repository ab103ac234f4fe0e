import pytest

from clustercalls.enumerations import EntryKind
from clustercalls.extract.kinds import LABEL, first_of, kind_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("webinar on the 6th call", EntryKind.EVENT),
        ("6th call: webinar", EntryKind.CALL),
        ("rinnovamento della politica", EntryKind.POLICY),
        ("registrarsi al portale", EntryKind.RESOURCE),
        ("nothing of all this", None),
    ],
)
def test_what_a_sentence_is_on(text: str, kind: EntryKind | None) -> None:
    assert kind_of(text) is kind


def test_the_word_for_it_and_headings_that_only_label() -> None:
    cue = first_of("the call and its infoday", EntryKind.EVENT)
    assert cue is not None
    assert cue.start == 17
    assert LABEL.match("date limite de depot")
    assert not LABEL.match("call for hubs")
