import pytest

from clustercalls.extract import event_names
from clustercalls.extract.folded import Folded


def test_an_event_without_a_word_for_one_is_what_is_held() -> None:
    name = event_names.of_event(Folded("The Hub Fortnight 2026 will be held in Turin"))
    assert name is not None
    assert name.text == "Hub Fortnight 2026"


def test_events_are_called_without_articles_and_verbs() -> None:
    cases = {
        "A national briefing of hubs will take place": "national briefing of hubs",
        "Der Infotag findet am 28. Januar statt": "Infotag",
        "Le giornate informative di Bari si terranno dal 5 maggio": "giornate informative di Bari",
        "An info day took place on 7 December": "info day",
        "Le webinaire du 25 septembre": "webinaire",
        "Infotag Horizon Europe Cluster 5 (online)": "Infotag Horizon Europe Cluster 5",
        "“Ports of Tomorrow” conference, Ghent": "Ports of Tomorrow",
        "confirmed by the Monitoring Committee at its meeting in Riga": "Monitoring Committee",
        "register at example.org/events by May": None,
    }
    found = {text: event_names.of_event(Folded(text)) for text in cases}
    assert {text: name and name.text for text, name in found.items()} == cases


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The meeting of partners will be held on 5 May", "meeting"),
        ("La riunione si terrà il 5 maggio", "riunione"),
        ("La réunion aura lieu le 5 mai", "réunion"),
        ("La reunión se celebrará el 5 de mayo", "reunión"),
        ("Die Sitzung findet am 5. Mai statt", "Sitzung"),
        ("A reunião realiza-se a 5 de maio", "reunião"),
        ("Posiedzenie odbędzie się 5 maja", "Posiedzenie"),
    ],
)
def test_a_meeting_without_a_name_takes_place(text: str, name: str) -> None:
    assert event_names.is_meeting(Folded(text))
    meeting = event_names.of_event(Folded(text))
    assert meeting is not None
    assert meeting.text == name


@pytest.mark.parametrize(
    "text",
    [
        "The monitoring committee, meeting in Riga on 5 May, approved 12 projects",
        "Il comitato di sorveglianza, riunito a Bari, ha approvato 12 progetti",
        "Le comité de suivi, réuni à Lyon, a approuvé 12 projets",
        "Der Begleitausschuss hat in seiner Sitzung 12 Projekte genehmigt",
        "El comité de seguimiento, reunido en Vigo, aprobó 12 proyectos",
        "O comité de acompanhamento, reunido em Faro, aprovou 12 projetos",
        "Komitet Monitorujący na posiedzeniu zatwierdził 12 projektów",
    ],
)
def test_a_meeting_that_has_decided_is_no_event_ahead(text: str) -> None:
    assert not event_names.is_meeting(Folded(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Un incontro di presentazione è in programma mercoledì 4 febbraio", "incontro di presentazione"),
        (
            "Przypominam o giełdzie partnerów w Gdyni, która odbędzie się 24 kwietnia",
            "giełdzie partnerów w Gdyni",
        ),
        ("Le tour des ports aura lieu le 5 mai", "tour des ports"),
        ("Das Hafenfest findet am 5. Mai statt", "Hafenfest"),
        ("The committee, meeting in Riga on 5 May, approved the third call", None),
        ("The deadline is 5 May", None),
    ],
)
def test_what_takes_place_is_named_by_its_noun_or_what_stands_before_the_verb(
    text: str, name: str | None
) -> None:
    found = event_names.of_event(Folded(text))
    assert (found.text if found else None) == name


def test_how_one_meets_is_no_name() -> None:
    name = event_names.of_event(Folded("réunion avec les laboratoires le 18 mars (visioconférence)"))
    assert name is not None
    assert name.text.startswith("réunion avec les laboratoires")
