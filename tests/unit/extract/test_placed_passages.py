import pytest

from clustercalls.extract.entry import _told
from clustercalls.extract.placed_passages import PlacedPassage
from told_texts import document


def placed(text: str) -> PlacedPassage:
    return PlacedPassage(list(_told(document(text))), None)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Städtebau: Die Kommission will im vierten Quartal 2027 die nächste Ausschreibung vorlegen.", True),
        ("ERC Synergy Grant: 5 November 2027", True),
        ("Small-scale partnerships – 5 March 2027", True),
        ("Call for proposals Gamma: opens 1 March 2027.", True),
        ("Deadline: 5 May 2027", False),
        ("Agenda: on 5 May 2027 all the ports of the sea come together here.", False),
        ("Info day on ports: it takes place on 5 May 2027 in the town hall.", False),
        ("Updated: 5 May 2027", False),
    ],
)
def test_which_paragraph_begins_with_its_topic(text: str, told: bool) -> None:
    assert placed(text).is_on_topic is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Call for proposals Alpha Clusters", True),
        ("Bando per le reti dei porti", True),
        ("Call for proposals Alpha Clusters.", False),
        ("Call for proposals until 5 May 2027", False),
        ("The call for proposals Alpha Clusters", False),
    ],
)
def test_which_line_only_names_a_call(text: str, told: bool) -> None:
    assert placed(text).only_names_call is told
