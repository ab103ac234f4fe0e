import pytest

from clustercalls.enumerations import StageKind
from clustercalls.extract.date_roles import DateRole, roles
from clustercalls.extract.date_spans import spans
from clustercalls.extract.folded import Folded


def told(text: str) -> list[DateRole]:
    folded = Folded(text)
    return roles(folded.folded, spans(folded))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Open since 12 September 2025, it will close on 3 March 2026.", ["opens", "deadline"]),
        ("Deadline: 5 May 2026", ["deadline"]),
        ("emanato in giugno 2026 con scadenza il 9 ottobre 2026", ["published", "deadline"]),
        ("Inscription possible jusqu'au 12 novembre 2026", ["registration"]),
        ("Der 2. Call ist seit 8. Mai 2026 geöffnet", ["opens"]),
        ("La graduatoria sarà pubblicata entro il 15 settembre 2026", ["decision"]),
        ("The conference will take place on 5 May 2026", ["dates"]),
        ("Updated on 5 May 2026", [None]),
    ],
)
def test_words_around_a_date_say_what_it_is_of(text: str, kinds: list[str | None]) -> None:
    assert [each.kind and str(each.kind) for each in told(text)] == kinds


def test_what_is_handed_in_is_weaker_than_an_opening() -> None:
    (role,) = told("Apertura dello sportello per la presentazione di domande, prevista per il 6 luglio 2026")
    assert role.kind is StageKind.OPENS


def test_the_stage_is_the_one_named_beside_it() -> None:
    first, second = told("pierwszy etap kończy się 8 maja 2026, drugi etap trwa do 9 października 2026")
    assert (first.stage, second.stage) == (1, 2)


def test_a_stretch_of_days_opens_and_closes() -> None:
    (role,) = told("Domande dal 3 maggio al 5 giugno 2026")
    assert (role.kind, role.opens, role.span.last) == (StageKind.DEADLINE, "2026-05-03", "2026-06-05")


def test_of_what_was_moved_the_old_day_is_known() -> None:
    old, new = told("prorogato dal 30 giugno al 31 luglio 2026")
    assert (old.was, old.span.last, new.was, new.span.last) == (True, "2026-06-30", False, "2026-07-31")
