import pytest

from told_texts import dated, of_key, only, stages, understood, values


@pytest.mark.parametrize(
    ("heading", "sentence", "told"),
    [
        ("# Call for ports", "The deadline is 5 May 2027.", {"deadline": "2027-05-05"}),
        ("# Ports Conference", "It takes place on 5 May 2027.", {"dates": "2027-05-05"}),
        ("# Ports Conference", "Register by 5 May 2027.", {"registration": "2027-05-05"}),
        ("# Call for ports", "The call opens on 4 May 2027.", {"opens": "2027-05-04"}),
    ],
)
def test_what_a_date_is_of_depends_on_what_the_entry_is(
    heading: str, sentence: str, told: dict[str, str]
) -> None:
    first = understood(heading, sentence).drafts[0]
    assert stages(first) == told


def test_an_event_takes_place_on_the_day_that_its_line_begins_with() -> None:
    draft = only("# Diary", "- 3 May 2027: members' lunch on proposals, RSVP by 26 April")
    assert stages(draft) == {"dates": "2027-05-03", "registration": "2027-04-26"}


CALL = ("# Call “Green Ports”", "The budget is EUR 5 million.")


@pytest.mark.parametrize(
    "sentence",
    [
        "An online info session will be held on 5 May 2027.",
        "Join our partnering event in Ghent on 5 May 2027.",
        "A brokerage meeting is scheduled for 5 May 2027 in Riga.",
        "The annual forum is on 5 May 2027; sign up by 3 March 2027.",
        "Come and meet the programme team on 5 May 2027 at the town hall.",
        "A site visit takes place on 5 May 2027.",
        "Il seminario di presentazione si svolge il 5 maggio 2027 a Bari.",
        "Mercoledì 5 maggio 2027 incontro online con gli esperti.",
        "Vi aspettiamo il 5 maggio 2027 per la presentazione del bando.",
        "È previsto un evento di lancio il 5 maggio 2027.",
        "La riunione dei soci è convocata per il 5 maggio 2027.",
        "Une réunion d'information est organisée le 5 mai 2027 à Lille.",
        "Rendez-vous le 5 mai 2027 pour un webinaire.",
        "Le salon des ports se tient le 5 mai 2027.",
        "Un atelier de montage de projets est prévu le 5 mai 2027.",
        "Eine Online-Infoveranstaltung gibt es am 5. Mai 2027.",
        "Das Netzwerktreffen ist für den 5. Mai 2027 geplant.",
        "Zum Workshop am 5. Mai 2027 sind alle eingeladen.",
        "El 5 de mayo de 2027 habrá una jornada informativa en Bilbao.",
        "La reunión se celebrará el 5 de mayo de 2027.",
        "Se ha programado un taller para el 5 de mayo de 2027.",
        "No dia 5 de maio de 2027 realiza-se um workshop em Faro.",
        "A sessão de esclarecimento está marcada para 5 de maio de 2027.",
        "Haverá um encontro de parceiros a 5 de maio de 2027.",
        "Webinar odbędzie się 5 maja 2027 r.",
        "Zapraszamy na spotkanie informacyjne 5 maja 2027 r. w Lublinie.",
        "5 maja 2027 r. organizujemy warsztaty dla wnioskodawców.",
    ],
)
def test_what_takes_place_is_of_an_event(sentence: str) -> None:
    drafts = understood(*CALL, sentence).drafts
    days = {each["kind"]: dated(each) for draft in drafts for each in values(draft, "stage")}
    assert "2027-05-05" in {days.get("dates"), days.get("info_day")}
    assert "deadline" not in days


@pytest.mark.parametrize(
    "sentence",
    [
        "The call will open in March 2027.",
        "We expect the call text in March 2027.",
        "The next round is foreseen for March 2027.",
        "Publication is planned for March 2027.",
        "Il bando uscirà a marzo 2027.",
        "L'apertura dello sportello è attesa per marzo 2027.",
        "Il bando sarà pubblicato nel mese di marzo 2027.",
        "Si prevede di aprire il bando a marzo 2027.",
        "L'appel devrait être lancé en mars 2027.",
        "L'ouverture est prévue en mars 2027.",
        "Le prochain appel paraîtra en mars 2027.",
        "Der Aufruf wird im März 2027 veröffentlicht.",
        "Die Ausschreibung startet voraussichtlich im März 2027.",
        "Mit der Öffnung ist im März 2027 zu rechnen.",
        "La convocatoria se publicará en marzo de 2027.",
        "Se espera la apertura en marzo de 2027.",
        "La convocatoria saldrá en marzo de 2027.",
        "O aviso abre em março de 2027.",
        "Prevê-se a abertura do concurso em março de 2027.",
        "O aviso será publicado em março de 2027.",
        "Nabór zostanie ogłoszony w marcu 2027 r.",
        "Ogłoszenie konkursu planowane jest na marzec 2027 r.",
        "Nabór ruszy w marcu 2027 r.",
    ],
)
def test_a_month_in_which_a_call_is_to_come(sentence: str) -> None:
    drafts = understood(*CALL, sentence).drafts
    told = [(each["kind"], each["when"]) for draft in drafts for each in values(draft, "stage")]
    assert told in ([("opens", "2027-03")], [("published", "2027-03")])


@pytest.mark.parametrize(
    "sentence",
    [
        "Projects must start before 3 March 2027.",
        "Costs incurred until 5 May 2027 are eligible.",
        "Questions may be sent until 5 May 2027.",
        "The programme runs until 5 May 2027.",
        "The regulation was adopted on 5 May 2027.",
        "The grant agreement will be signed by 5 May 2027.",
        "The office is closed until 5 May 2027.",
        "Version of 5 May 2027.",
        "Companies founded before 5 May 2027 may apply.",
        "The final report is due on 5 May 2027.",
        "I progetti devono concludersi entro il 5 maggio 2027.",
        "Sono ammesse le spese sostenute fino al 5 maggio 2027.",
        "Eventuali quesiti entro il 5 maggio 2027.",
        "Le imprese costituite entro il 5 maggio 2027.",
        "La legge del 5 maggio 2027 istituisce il fondo.",
        "La rendicontazione va presentata entro il 5 maggio 2027.",
        "Gli uffici restano chiusi fino al 5 maggio 2027.",
        "Les projets devront être achevés avant le 5 mai 2027.",
        "Les dépenses sont éligibles jusqu'au 5 mai 2027.",
        "Le décret du 5 mai 2027 fixe les règles.",
        "Les questions peuvent être posées jusqu'au 5 mai 2027.",
        "Die Projekte müssen bis 5. Mai 2027 abgeschlossen sein.",
        "Ausgaben sind bis zum 5. Mai 2027 förderfähig.",
        "Fragen können bis 5. Mai 2027 gestellt werden.",
        "Die Richtlinie vom 5. Mai 2027 gilt weiter.",
        "Los proyectos deberán finalizar antes del 5 de mayo de 2027.",
        "Serán subvencionables los gastos realizados hasta el 5 de mayo de 2027.",
        "Consultas hasta el 5 de mayo de 2027.",
        "La Orden de 5 de mayo de 2027 aprueba las bases.",
        "Os projetos devem estar concluídos até 5 de maio de 2027.",
        "São elegíveis despesas até 5 de maio de 2027.",
        "A portaria de 5 de maio de 2027 define as regras.",
        "Projekty muszą zakończyć się do 5 maja 2027 r.",
        "Wydatki kwalifikowalne są do 5 maja 2027 r.",
        "Pytania można zadawać do 5 maja 2027 r.",
        "Rozporządzenie z 5 maja 2027 r. określa zasady.",
    ],
)
def test_what_is_of_no_stage_is_never_sure(sentence: str) -> None:
    facts = [fact for draft in understood(*CALL, sentence).drafts for fact in draft.facts]
    assert not [fact.value for fact in facts if fact.key in {"stage", "history"} and fact.sure]


@pytest.mark.parametrize(
    "sentence",
    [
        "Results are expected on 5 May 2027.",
        "Gli esiti saranno comunicati il 5 maggio 2027.",
        "Les résultats seront annoncés le 5 mai 2027.",
        "Die Entscheidung fällt am 5. Mai 2027.",
        "La resolución se publicará el 5 de mayo de 2027.",
        "Os resultados serão divulgados a 5 de maio de 2027.",
        "Wyniki poznamy 5 maja 2027 r.",
    ],
)
def test_a_day_on_which_one_hears_what_was_decided(sentence: str) -> None:
    assert stages(only(*CALL, sentence)) == {"decision": "2027-05-05"}


def test_a_month_beside_a_call_is_asked_and_one_that_only_names_it_is_none() -> None:
    (draft,) = understood("# Häfen", "Die Kommission will im Herbst 2027 die Ausschreibung vorlegen.").drafts
    assert [(fact.value["kind"], fact.value["when"], fact.sure) for fact in of_key(draft, "stage")] == [
        ("published", "2027-23", False)
    ]
    assert stages(only(*CALL, "All may take part in the call of February 2027.")) == {}


def test_an_exhibition_that_opens_takes_place() -> None:
    (_, event) = understood(*CALL, "Opening of the exhibition of ports: 7 December 2027, 18:30.").drafts
    assert stages(event) == {"dates": "2027-12-07 18:30"}


@pytest.mark.parametrize(
    ("heading", "sentence"),
    [
        ("# Zaproszenie", "Termin: 14 maja 2027 r., spotkanie w Lublinie."),
        ("# Jornadas", "Jornada de presentación (online): 14 de mayo de 2027."),
        ("# Einladung zum Netzwerk", "Termin: 14. Mai 2027, Kiel"),
    ],
)
def test_the_day_of_an_event_is_none_until_which_one_registers(heading: str, sentence: str) -> None:
    assert stages(only(heading, sentence)) == {"dates": "2027-05-14"}


def test_the_launch_of_something_that_is_an_event_takes_place() -> None:
    event = understood(*CALL, "Seminário de lançamento: Badajoz, 11 de novembro de 2027.").drafts[1]
    assert stages(event) == {"dates": "2027-11-11"}


def test_the_days_over_which_an_event_runs_are_no_registration() -> None:
    event = only("# Encontro “Atlântico Azul”", "Decorre em Viana nos dias 5 e 6 de junho de 2027.")
    assert stages(event) == {"dates": "2027-06-05..2027-06-06"}
    event = only("# Workshop", "Bewerbungen vom 5. bis 6. Juni 2027.")
    assert list(stages(event)) == ["registration"]
