import pytest

from told_texts import CALL, EVENT, entries, of_key, only, sure


@pytest.mark.parametrize(
    "label", ["Designação", "Titolo", "Title", "Intitulé", "Bezeichnung", "Denominación", "Nazwa naboru"]
)
def test_the_line_of_a_form_that_names_the_call_is_its_title(label: str) -> None:
    draft = only("# Aviso n.º 7/2027", f"{label}: Porti verdi del mare", "Deadline: 5 May 2027")
    (title,) = of_key(draft, "title")
    assert (title.value, title.sure) == ("Porti verdi del mare", True)
    assert sure(of_key(draft, "stage")) == [True]


def test_an_event_under_a_heading_of_one_word_is_called_by_the_text() -> None:
    told = entries("# Cluster news", "# 5. Matchmaking", "The annual brokerage event is on 5 November 2027.")
    assert told == [(EVENT, "annual brokerage event")]


def test_a_call_under_the_heading_of_a_topic_is_called_by_the_text() -> None:
    told = entries(
        "# Compte rendu du bureau",
        "# Point 2. Europe",
        "Claire présente l'appel de l'entreprise bio-industries : ouverture le 24 avril 2027.",
    )
    assert [(kind, "bio-industries" in title) for kind, title in told] == [(CALL, True)]
