"""What the name of a deadline says of its place: a number, a document, and which of several it is of."""

import pytest

from clustercalls.phrase.step_names import StepName, read
from clustercalls.phrase.step_words import CONCEPT, FULL, INTENT, LAST, OUTLINE


@pytest.mark.parametrize(("name", "number"), [
    ("first", 1), ("terza", 3), ("step-12", 12), ("stage2", 2), ("phase-iii", 3), ("étape deux", 2),
    ("stufe-nr-2", 2), ("2.ª fase", 2), ("the second submission stage", 2), ("i-fase", 1), ("step 2b", 2),
    ("deadline", 0), ("", 0), ("first-deadline", 0), ("round-1", 0), ("one", 0), ("ii", 0), ("two-stage", 0),
    ("stage", 0), ("step-0", 0), ("stage 2027", 0), ("second proposal", 0),
])  # fmt: skip
def test_the_number_of_a_step(name: str, number: int) -> None:
    assert read(name).number == number


@pytest.mark.parametrize(("name", "level"), [
    ("Letter of intent for proposals", INTENT), ("full concept note", CONCEPT), ("pre-bid", OUTLINE),
    ("prebewerbung", OUTLINE), ("Forschungsskizze", OUTLINE), ("short project proposal", OUTLINE),
    ("project proposal", FULL), ("langantrag", FULL), ("proyecto completo", FULL), ("final stage", LAST),
    ("final full proposal", LAST), ("definitiva", LAST), ("Langkonzept", FULL), ("Nutzungskonzept", CONCEPT),
    ("final version", LAST), ("short project", 0), ("progetto breve", FULL),
    ("full proposal after the outline", FULL),
    ("long", 0), ("short", OUTLINE), ("final round", 0), ("full proposal webinar", 0), ("spring", 0),
])  # fmt: skip
def test_the_level_of_a_document(name: str, level: int) -> None:
    assert read(name).level == level


def test_what_any_deadline_is_for_is_plain() -> None:
    assert [read(each).plain for each in ("proposal", "full proposal", "step 2", "förderantrag")] == [
        True, False, False, True,
    ]  # fmt: skip


@pytest.mark.parametrize(("name", "said"), [
    ("outline (2nd round)", StepName(0, OUTLINE, group=frozenset({"round 2"}), apart=True)),
    ("step 2a", StepName(2, group=frozenset("a"), apart=True)),
    ("stage 1, lot B", StepName(1, group=frozenset({"lot b"}), apart=True)),
    ("full proposals of farmers", StepName(0, FULL, group=frozenset({"farmer"}))),
    ("l'esquisse de l'Alsace", StepName(0, OUTLINE, group=frozenset({"alsace"}))),
    ("outline September 2031", StepName(0, OUTLINE, when=frozenset({"september", "2031"}))),
    ("first deadline, stage 1", StepName(1)),
])  # fmt: skip
def test_the_rest_of_a_name_is_its_group(name: str, said: StepName) -> None:
    assert read(name) == said
