import pytest

from clustercalls.enumerations import EntryKind
from clustercalls.extract.kinds import LABEL, first_of, gathers, is_diary, kind_of


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


@pytest.mark.parametrize(
    "text",
    [
        "le candidature potranno essere trasmesse tramite lo sportello europa",
        "sono messe a disposizione risorse",
        "quarta-feira, 3 de maio",
        "ammesse e dismesse",
    ],
)
def test_what_only_looks_like_a_fair_is_no_event(text: str) -> None:
    assert first_of(text, EntryKind.EVENT) is None


@pytest.mark.parametrize(
    "text",
    [
        "our advisers hold a proposal clinic",
        "an online q&a on the programme",
        "eu-fordersprechtag im landeshaus",
        "konsultacje dla wnioskodawcow",
        "a fachmesse in leipzig",
        "sessao publica em evora",
    ],
)
def test_what_people_meet_at_is_an_event(text: str) -> None:
    assert first_of(text, EntryKind.EVENT) is not None


def test_a_calendar_of_one_call_gathers_no_others() -> None:
    assert gathers("calendario di marzo")
    assert is_diary("calendario di marzo")
    for heading in ("calendario do concurso", "calendrier de l'appel", "calendario dell'avviso"):
        assert not gathers(heading), heading
        assert not is_diary(heading), heading


@pytest.mark.parametrize(
    "heading",
    [
        "step seal support for regions",
        "data spaces for tourism",
        "local energy communities",
        "linking clusters",
        "place-based innovation",
        "reference sites for health",
        "modular housing",
        "come together: green mobility",
        "important projects of common european interest",
        "conditional grants",
        "terminals of the future",
        "start your region",
    ],
)
def test_a_name_that_begins_like_a_label_is_none(heading: str) -> None:
    assert not LABEL.match(heading)


@pytest.mark.parametrize(
    "heading",
    ["step 1", "data di apertura", "dates", "come partecipare", "links", "start", "terms and conditions"],
)
def test_a_label_stays_one(heading: str) -> None:
    assert LABEL.match(heading)
