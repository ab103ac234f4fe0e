from clustercalls.extract.folded import Folded
from clustercalls.extract.names import NameInText
from clustercalls.extract.sentences import Sentence
from clustercalls.extract.title_facts import title_fact, whole_heading, whole_sentence
from clustercalls.extract.told import ToldSentence, told
from clustercalls.passages import PassageKind


def heading(text: str, start: int = 0) -> ToldSentence:
    return told(0, Sentence(3, start, Folded(text), PassageKind.HEADING), None)


def test_a_title_has_the_place_of_its_words() -> None:
    piece = heading("Open: call “Blue ports”", start=10)
    fact = title_fact(piece, NameInText(12, 22, "Blue ports"), "**Blue ports**", sure=True)
    assert (fact.value, fact.passage, fact.start, fact.end, fact.sure, fact.reason) == (
        "Blue ports", 3, 22, 32, True, "",
    )  # fmt: skip
    assert whole_sentence(piece, sure=False).reason


def test_a_heading_is_without_its_number_but_that_of_a_call() -> None:
    assert whole_heading([heading("2. Ports of tomorrow")], sure=True).value == "Ports of tomorrow"
    assert (
        whole_heading([heading("2. Ausschreibung für Häfen")], sure=True).value
        == "2. Ausschreibung für Häfen"
    )
    assert whole_heading([heading("Ports."), heading("Nets.")], sure=True).value == "Ports. Nets"
