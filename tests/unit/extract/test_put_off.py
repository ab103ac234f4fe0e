import pytest

from clustercalls.enumerations import StageKind
from clustercalls.extract.date_role import DateRole
from clustercalls.extract.date_roles import roles
from clustercalls.extract.date_spans import spans
from clustercalls.extract.folded import Folded
from clustercalls.extract.put_off import put_off, tells_of_moving, was_before
from told_texts import of_key, only, stages, values


@pytest.mark.parametrize(
    ("before", "moved", "was"),
    [
        ("originally planned for ", False, True),
        ("anziche il ", False, True),
        ("que expiraba el ", False, True),
        ("e nao ate ", False, True),
        ("(before ", True, True),
        ("(before ", False, False),
        ("the previous call closed on ", False, False),
        ("until ", True, False),
    ],
)
def test_what_says_that_a_day_held_before(before: str, moved: bool, was: bool) -> None:
    assert was_before(before, moved=moved) is was


def test_from_one_day_to_another_is_the_old_and_the_new() -> None:
    folded = Folded("prorogato dal 30 giugno al 31 luglio 2027")
    (span,) = spans(folded)
    old, new = put_off(folded.folded, [DateRole(span, StageKind.DEADLINE)])
    assert (old.was, old.span.last, new.was, new.span.last) == (True, "2027-06-30", False, "2027-07-31")


def test_a_day_behind_the_word_for_moving_is_the_new_one_of_what_was() -> None:
    folded = Folded("30 giugno 2027, differito al 31 luglio 2027")
    first, second = spans(folded)
    told = put_off(folded.folded, [DateRole(first, StageKind.OPENS, was=True), DateRole(second, None)])
    assert [role.kind for role in told] == [StageKind.OPENS, StageKind.OPENS]


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("dal 10 al 31 marzo, salvo esaurimento anticipato delle risorse", False),
        ("del 10 al 31 de marzo, salvo cierre anticipado", False),
        ("dal 10 al 31 marzo, salvo proroghe", False),
        ("il termine è anticipato al 31 marzo", True),
        ("deadline extended to 31 March", True),
    ],
)
def test_what_may_end_early_was_not_moved(text: str, moved: bool) -> None:
    assert tells_of_moving(Folded(text).folded) is moved


def test_a_window_that_may_end_early_is_no_history() -> None:
    draft = only("# Bando Porti", "Domande: dal 10 febbraio al 31 marzo 2027, salvo esaurimento anticipato.")
    assert stages(draft) == {"opens": "2027-02-10", "deadline": "2027-03-31"}
    assert of_key(draft, "history") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The deadline has been extended from 3 March 2027 to 5 May 2027.",
        "The call now closes on 5 May 2027 instead of 3 March 2027.",
        "Deadline: 5 May 2027 (originally 3 March 2027).",
        "The closing date of 3 March 2027 has been moved to 5 May 2027.",
        "La scadenza è stata prorogata dal 3 marzo 2027 al 5 maggio 2027.",
        "Il termine del 3 marzo 2027 è posticipato al 5 maggio 2027.",
        "Nuova scadenza 5 maggio 2027 (prima 3 marzo 2027).",
        "C'è più tempo: non più il 3 marzo 2027 ma il 5 maggio 2027.",
        "La date limite, initialement fixée au 3 mars 2027, est reportée au 5 mai 2027.",
        "L'appel est prolongé du 3 mars 2027 au 5 mai 2027.",
        "Nouvelle échéance : 5 mai 2027 au lieu du 3 mars 2027.",
        "Die Frist wurde vom 3. März 2027 auf den 5. Mai 2027 verlängert.",
        "Einreichschluss ist nun der 5. Mai 2027 statt des 3. März 2027.",
        "Die ursprüngliche Frist (3. März 2027) wird bis zum 5. Mai 2027 verlängert.",
        "El plazo, que finalizaba el 3 de marzo de 2027, se amplía hasta el 5 de mayo de 2027.",
        "Se prorroga el cierre del 3 de marzo de 2027 al 5 de mayo de 2027.",
        "Nuevo plazo: 5 de mayo de 2027 (antes, 3 de marzo de 2027).",
        "O prazo foi prorrogado de 3 de março de 2027 para 5 de maio de 2027.",
        "O concurso, que terminava a 3 de março de 2027, foi alargado até 5 de maio de 2027.",
        "Termin przesunięto z 3 marca 2027 r. na 5 maja 2027 r.",
        "Nabór, który miał się zakończyć 3 marca 2027 r., wydłużono do 5 maja 2027 r.",
        "Nowy termin: 5 maja 2027 r. zamiast 3 marca 2027 r.",
    ],
)
def test_a_day_that_was_moved_is_told_with_the_one_before(sentence: str) -> None:
    draft = only("# Call “Green Ports”", sentence)
    assert stages(draft) == {"deadline": "2027-05-05"}
    assert values(draft, "history") == [{"stage": "deadline", "was": "2027-03-03"}]


def test_the_deadline_of_another_call_was_not_moved() -> None:
    draft = only(
        "# Calls of ports", "The call Blue closes on 3 March 2027, the call Green was extended to 5 May 2027."
    )
    assert values(draft, "history") == []


@pytest.mark.parametrize(
    "text",
    ["previous deadline 5 May 2026", "originally the deadline was 5 May 2026", "statt bis 5. Mai 2026"],
)
def test_what_was_before_is_still_so(text: str) -> None:
    folded = Folded(text)
    (role,) = roles(folded.folded, spans(folded), None)
    assert role.was


@pytest.mark.parametrize(
    ("text", "was"),
    [
        ("Grants for an extension of the network: apply from 1 April to 30 June 2026", False),
        ("Ampliación de regadíos: solicitar del 1 de abril al 30 de junio de 2026", False),
        ("The deadline for applications is extended from 30 June to 31 July 2026", True),
        ("Il termine per presentare domanda è prorogato dal 30 giugno al 31 luglio 2026", True),
    ],
)
def test_what_is_extended_is_a_day_and_no_network(text: str, was: bool) -> None:
    folded = Folded(text)
    told = put_off(folded.folded, roles(folded.folded, spans(folded), None))
    assert any(role.was for role in told) is was
