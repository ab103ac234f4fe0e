import pytest

from clustercalls.extract.clauses import clause_of, of_project, one_applies
from clustercalls.extract.date_spans import spans
from clustercalls.extract.folded import Folded


def clause(text: str) -> str:
    folded = Folded(text)
    start, end = clause_of(folded.folded, spans(folded)[-1])
    return folded.folded[start:end]


def test_a_clause_begins_behind_a_semicolon_or_a_word_that_joins_two() -> None:
    assert (
        clause("Proposals are due on 3 May 2027; results by 5 June 2027").strip() == "results by 5 june 2027"
    )
    assert (
        clause("Si apre il 3 maggio, e il progetto finisce il 5 giugno 2027").strip()
        == "il progetto finisce il 5 giugno 2027"
    )


@pytest.mark.parametrize(
    ("text", "applies"),
    [("proposals are handed in", True), ("il bando chiude", True), ("the town has a lake", False)],
)
def test_whether_one_applies(text: str, applies: bool) -> None:
    assert one_applies(text) is applies


@pytest.mark.parametrize(
    ("text", "is_project"),
    [
        ("projects must start by", True),
        ("project proposals must start with a page", False),
        ("spese sostenute dal", True),
        ("die vorhaben sollen bis dann abgeschlossen sein", True),
        ("the call opens", False),
    ],
)
def test_what_tells_of_the_life_of_a_project(text: str, is_project: bool) -> None:
    assert of_project(text) is is_project
