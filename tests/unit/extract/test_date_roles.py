"""What each date of a sentence is of: the same rules in seven languages, a kind of sentence a table."""

import pytest

from clustercalls.enumerations import StageKind
from clustercalls.extract.date_role import DateRole
from clustercalls.extract.date_roles import roles
from clustercalls.extract.date_spans import spans
from clustercalls.extract.folded import Folded


def told(text: str, beside: StageKind | None = None) -> list[DateRole]:
    folded = Folded(text)
    return roles(folded.folded, spans(folded), beside)


def kinds(text: str, beside: StageKind | None = None) -> list[str]:
    """Of each date its kind, in brackets where it held before, with `?` where it is not sure."""
    named = (f"{role.kind or '-'}{'?' * role.is_weak}" for role in told(text, beside))
    return [f"({name})" if role.was else name for name, role in zip(named, told(text, beside), strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Open since 12 September 2025, it will close on 3 March 2026.", "opens deadline"),
        ("Deadline: 5 May 2026", "deadline"),
        ("emanato in giugno 2026 con scadenza il 9 ottobre 2026", "published deadline"),
        ("Inscription possible jusqu'au 12 novembre 2026", "registration"),
        ("Der 2. Call ist seit 8. Mai 2026 geöffnet", "opens"),
        ("La graduatoria sarà pubblicata entro il 15 settembre 2026", "decision"),
        ("The conference will take place on 5 May 2026", "dates"),
        ("Updated on 5 May 2026", "-"),
        ("Apertura il 12.05.2026, chiusura il 6.06.2026.", "opens deadline"),
        ("Ouverture le 4 mai 2026, clôture le 5 juin 2026", "opens deadline"),
        ("L'appel sera lancé le 3 mai 2026 et clos le 1er octobre 2026", "published deadline"),
        ("Abertura a 2 de março de 2026, encerramento a 17 de abril de 2026", "opens deadline"),
        ("Il bando sarà pubblicato entro il 30 maggio 2026", "published"),
        ("Le domande possono essere presentate entro il 30 maggio 2026", "deadline"),
        ("Proposals can be submitted until 30 May 2026", "deadline"),
    ],
)
def test_words_around_a_date_say_what_it_is_of(text: str, expected: str) -> None:
    assert kinds(text) == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By 30 May 2026.", "deadline?"),
        ("Entro il 30 maggio 2026.", "deadline?"),
        ("Proposals: 14 September 2026", "deadline?"),
        ("A partire dal 1 giugno 2026.", "opens?"),
        ("A nova call está prevista para março de 2026", "published?"),
    ],
)
def test_a_bound_alone_says_not_of_what(text: str, expected: str) -> None:
    assert kinds(text) == expected.split()


@pytest.mark.parametrize(
    "text",
    [
        "Sono ammissibili le spese sostenute a partire dal 1 gennaio 2027",
        "I progetti dovranno concludersi entro il 30 giugno 2028",
        "Projects must start by 1 October 2027",
        "Costs incurred before 1 October 2027 are not eligible",
        "Les dépenses sont éligibles à compter du 1er janvier 2027",
        "Der Projektstart ist ab dem 1. September 2027 möglich",
        "Las actuaciones deberán ejecutarse antes del 30 de junio de 2028",
        "Os projetos devem estar concluídos até 31 de dezembro de 2028",
        "Wydatki są kwalifikowalne do 31 grudnia 2028 r.",
        "I contratti saranno firmati entro il 15 dicembre 2026",
        "Les conventions seront signées avant le 30 juin 2027",
        "The first payment is made by 30 June 2027",
        "Il primo rapporto va consegnato entro il 28 febbraio 2028",
        "Rückfragen bis zum 5. Mai 2027",
        "Questions can be asked by 5 May 2027: questions and answers are published",
        "La Richtlinie vom 12. August 2026",
        "Il regolamento dovrebbe applicarsi dal 1 gennaio 2028",
    ],
)
def test_what_is_of_projects_costs_contracts_and_papers_is_of_no_stage(text: str) -> None:
    assert {kind for kind in kinds(text) if not kind.endswith("?")} <= {"-"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("prorogato dal 30 giugno al 31 luglio 2026", "(deadline) deadline"),
        ("Scadenza 31 luglio 2026 anziché 30 giugno 2026, prorogata", "deadline (deadline)"),
        ("Il termine, già fissato al 20 giugno 2026, è differito al 18 luglio 2026", "(deadline) deadline"),
        (
            "as propostas que deviam chegar até 8 de maio de 2026 podem ser entregues até 5 de junho de 2026",
            "(deadline) deadline",
        ),
        (
            "podem ser entregues até 20 de setembro de 2026, e não até 31 de julho de 2026",
            "deadline (deadline)",
        ),
        (
            "amplía hasta el 29 de noviembre de 2026 el plazo, que expiraba el 15 de noviembre de 2026",
            "deadline (deadline)",
        ),
        ("wydłużyła termin składania wniosków z 31 marca na 14 kwietnia 2026", "(deadline) deadline"),
        ("The call, originally scheduled to open on 4 March 2026, has been put back", "(opens)"),
    ],
)
def test_of_what_was_moved_the_old_day_is_known(text: str, expected: str) -> None:
    assert kinds(text) == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("relevés des dossiers : les 31 mars, 30 juin et 14 novembre 2026", "deadline deadline deadline"),
        ("cut-off dates: 31 January 2026, 30 April 2026 and 31 August 2026", "deadline deadline deadline"),
        ("dos cortes: el 29 de septiembre de 2026 y el 1 de marzo de 2027", "deadline deadline"),
    ],
)
def test_dates_of_one_list_are_of_one_kind(text: str, expected: str) -> None:
    assert kinds(text) == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Registration closes: 10 February 2027", "registration"),
        ("4 février 2027 : clôture des inscriptions à la journée", "registration"),
        ("szkolenie odbędzie się 12 stycznia 2027, a zapisy trwają do 8 stycznia 2027", "dates registration"),
    ],
)
def test_what_closes_may_be_the_registration(text: str, expected: str) -> None:
    assert kinds(text) == expected.split()


def test_a_label_says_it_and_so_does_what_stands_above() -> None:
    assert kinds("Start: Mittwoch, 21. Januar 2026") == ["opens"]
    assert kinds("Ende: Mittwoch, 20. Mai 2026") == ["deadline"]
    assert kinds("20 May 2026", StageKind.DEADLINE) == ["deadline"]
    assert kinds("20 May 2026") == ["-"]


def test_what_is_handed_in_is_weaker_than_an_opening() -> None:
    (role,) = told("Apertura dello sportello per la presentazione di domande, prevista per il 6 luglio 2026")
    assert role.kind is StageKind.OPENS


def test_the_stage_is_the_one_named_beside_it() -> None:
    first, second = told("pierwszy etap kończy się 8 maja 2026, drugi etap trwa do 9 października 2026")
    assert (first.stage, second.stage) == (1, 2)


def test_an_expression_of_interest_is_a_stage_beside_the_full_application_alone() -> None:
    both = told("Expressions of interest by 7 March 2026; full business plans by 23 May 2026")
    assert [role.stage for role in both] == [1, 2]
    (alone,) = told("Expressions of interest by 7 March 2026")
    assert alone.stage == 0


def test_months_in_which_something_is_to_come_are_no_stretch() -> None:
    assert kinds("Nabór wniosków zaplanowano na przełom lutego i marca 2026") == ["published?"]


def test_a_stretch_of_days_opens_and_closes() -> None:
    (role,) = told("Domande dal 3 maggio al 5 giugno 2026")
    assert (role.kind, role.opens, role.span.last) == (StageKind.DEADLINE, "2026-05-03", "2026-06-05")


def test_what_is_not_begun_before_a_month_has_no_deadline_in_it() -> None:
    assert told("Decisions come in June 2027, so nobody starts before September 2027.")[-1].kind is None


def test_one_registers_within_days_for_no_call() -> None:
    assert [role.kind for role in told("Registration: 3 to 4 June 2027.")] == [StageKind.REGISTRATION]


def test_what_opens_does_so_once() -> None:
    first, second = told("The system opened on 17 May 2027 and will be sealed on 16 November 2027.")
    assert (first.kind, first.is_weak) == (StageKind.OPENS, False)
    assert second.is_weak or second.kind is None
    assert kinds("It opened on 17 May 2027 and shuts on 16 November 2027.") == ["opens", "deadline"]


def test_a_colon_behind_until_changes_nothing() -> None:
    assert kinds("Project idea form to be sent by: 12 December 2027") == ["deadline"]
