"""What each date of a sentence is of: the same rules in seven languages, a kind of sentence a table."""

import pytest

from clustercalls.enumerations import StageKind
from clustercalls.extract.date_role import DateRole
from clustercalls.extract.date_roles import roles
from clustercalls.extract.date_spans import spans
from clustercalls.extract.folded import Folded
from told_texts import only, stages


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
        ("L'appel sera lancé le 3 mai 2026 et clos le 1er octobre 2026", "opens deadline"),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A word behind a date that is of the next one says nothing of the first.
        ("Lo sportello sarà attivo dal 18 aprile 2027 e si chiuderà il 31 maggio 2027.", "opens deadline"),
        ("O concurso sai em outubro de 2027 e deverá fechar em 22 de janeiro de 2028.", "published deadline"),
        # One registers for what takes place on a day; until a day, one registers.
        ("Conferenza a Bari, 8 maggio 2027, iscrizioni su www.bari.example", "dates"),
        ("Forum, 8 and 9 May 2027, register at www.forum.example", "dates"),
        ("Iscrizioni entro l'8 maggio 2027", "registration"),
        ("Las reuniones se reservan hasta el 11 de octubre de 2027", "registration"),
        # Until a day, as it may stand behind it.
        ("Die Anträge müssen am 5. Mai 2027 spätestens vorliegen", "deadline"),
        ("remettre leur demande pour le 29 mars 2027 au plus tard", "deadline"),
        # "no" is Portuguese for "in the", and Spanish for "not".
        ("O concurso abre no segundo semestre de 2027", "opens"),
        ("cierra el 6 de mayo y no el 5 de mayo de 2027", "deadline (deadline)"),
        # What is held are the interviews.
        ("Interviews will be held on 5 May 2027", "interview"),
        ("A pitch session takes place on 5 May 2027", "dates"),
        # No word of an address.
        ("Il link è https://ports.example/info-day, entro il 21 febbraio 2027", "deadline?"),
        # What closed already is asked.
        ("Erasmus+: chiuso il 7 marzo 2027", "deadline?"),
        ("The previous call closed on 4 April 2026", "-"),
    ],
)
def test_the_word_that_is_of_a_date(text: str, expected: str) -> None:
    assert kinds(text) == expected.split()


@pytest.mark.parametrize(
    "sentence",
    [
        "Send your proposal before 5 May 2027.",
        "Proposals are due 5 May 2027 at 17:00.",
        "We must have your application by close of business on 5 May 2027.",
        "Late applications (after 5 May 2027) will be rejected.",
        "The call is open till 5 May 2027.",
        "Interested parties are invited to respond by 5 May 2027.",
        "Submit no later than Wednesday 5 May 2027, 17:00 CET.",
        "You have until 5 May 2027.",
        "Cut-off: 5 May 2027",
        "Next deadline: 5 May 2027",
        "The application form closes at noon on 5 May 2027.",
        "All documents need to be uploaded by 5 May 2027.",
        "C'è tempo fino al 5 maggio 2027.",
        "Le proposte vanno inviate entro le ore 12:00 del 5 maggio 2027.",
        "Scade il prossimo 5 maggio 2027 l'avviso della Regione.",
        "Il termine per la presentazione è fissato al 5 maggio 2027.",
        "Domande via PEC entro e non oltre il 5 maggio 2027.",
        "La scadenza è stata fissata per mercoledì 5 maggio 2027.",
        "Occorre presentare la domanda prima del 5 maggio 2027.",
        "Ultima data utile: 5 maggio 2027.",
        "Le candidature dovranno pervenire improrogabilmente il 5 maggio 2027.",
        "Presentazione domande: 5 maggio 2027.",
        "Les candidatures doivent parvenir avant le 5 mai 2027.",
        "À déposer au plus tard le 5 mai 2027 à midi.",
        "Clôture de l'appel : 5 mai 2027, 17h.",
        "Vous avez jusqu'au 5 mai 2027 pour répondre.",
        "Réponse attendue pour le 5 mai 2027.",
        "La date limite de réception des offres est le mercredi 5 mai 2027.",
        "Les dossiers sont à renvoyer d'ici le 5 mai 2027.",
        "L'appel se termine le 5 mai 2027.",
        "Échéance : 5 mai 2027",
        "Einreichungen sind bis 5. Mai 2027 möglich.",
        "Die Frist läuft am 5. Mai 2027 ab.",
        "Abgabe bis spätestens 5. Mai 2027, 12 Uhr.",
        "Bewerbungsschluss ist der 5. Mai 2027.",
        "Noch bis zum 5. Mai 2027 können Projektideen eingereicht werden.",
        "Der Antrag muss spätestens am 5. Mai 2027 vorliegen.",
        "Stichtag ist der 5. Mai 2027.",
        "Der Call schließt am 5. Mai 2027 um 17:00 Uhr.",
        "Anträge nimmt die Bank bis einschließlich 5. Mai 2027 an.",
        "El plazo expira el 5 de mayo de 2027.",
        "Fecha límite de presentación: 5 de mayo de 2027.",
        "Las propuestas se enviarán antes del 5 de mayo de 2027.",
        "Pueden presentarse solicitudes hasta las 14:00 del 5 de mayo de 2027.",
        "La convocatoria cierra el miércoles 5 de mayo de 2027.",
        "El plazo para concurrir concluye el 5 de mayo de 2027.",
        "Tienen de plazo hasta el 5 de mayo de 2027 inclusive.",
        "Se recogen propuestas hasta el 5 de mayo de 2027.",
        "O prazo para submissão termina no dia 5 de maio de 2027.",
        "As candidaturas devem ser enviadas até ao dia 5 de maio de 2027.",
        "Data limite: 5 de maio de 2027, às 17h00.",
        "Candidaturas até 5 de maio de 2027.",
        "O concurso fecha a 5 de maio de 2027.",
        "Podem concorrer até às 18 horas do dia 5 de maio de 2027.",
        "Encerra a 5 de maio de 2027 a fase de candidaturas.",
        "Termin składania wniosków upływa 5 maja 2027 r.",
        "Wnioski należy złożyć do 5 maja 2027 r. do godz. 15:00.",
        "Nabór potrwa do 5 maja 2027 r.",
        "Ostateczny termin: 5 maja 2027 r.",
        "Na zgłoszenia czekamy do 5 maja 2027 r.",
        "Konkurs zamyka się 5 maja 2027 r.",
        "Oferty przyjmowane są do 5 maja 2027 r.",
    ],
)
def test_until_one_day_one_applies(sentence: str) -> None:
    assert stages(only("# Call “Green Ports”", sentence))["deadline"].startswith("2027-05-05")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Las candidaturas podrán registrarse entre el 4 de mayo y el 13 de mayo de 2027", "deadline"),
        ("Para el taller hay que registrarse antes del 4 de mayo de 2027", "registration"),
        ("Start 7. April 2027, Ende 20. Juni 2027", "opens? deadline?"),
        ("El plazo empezó el 3 de julio de 2027 y concluye el 15 de julio de 2027", "opens deadline"),
        ("The results are due in June 2027", "decision"),
        ("Please tell us by 24 November 2027 if you plan to attend.", "deadline?"),
    ],
)
def test_what_is_registered_begun_or_attended(text: str, expected: str) -> None:
    assert kinds(text) == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Inscription à la bourse aux partenaires de Vigo, 3 et 4 juin 2027", "dates"),
        ("Anmeldung zum Workshop am 4. Juni 2027", "dates"),
        ("Anmeldung zum Workshop bis 4. Juni 2027", "registration?"),
        ("Inscription au webinaire : 4 juin 2027", "info_day"),
    ],
)
def test_the_day_of_what_one_registers_for(text: str, expected: str) -> None:
    assert kinds(text) == expected.split()
