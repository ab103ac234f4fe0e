import pytest

from told_texts import CALL, EVENT, POLICY, entries


@pytest.mark.parametrize(
    "label",
    [
        "Chi può partecipare",
        "Who: teams of two",
        "What's on offer",
        "Calendrier",
        "Auditions",
        "Cuánto",
        "3. Plazo",
        "Instrumente und Mittel",
        "Dotação",
        "Kto może aplikować?",
    ],
)
def test_a_heading_that_labels_is_no_entry(label: str) -> None:
    told = entries("# Call for ports", "The budget is EUR 5 million.", f"# {label}", "Until 5 May 2026.")
    assert told == [(CALL, "Call for ports")]


@pytest.mark.parametrize(
    ("rubric", "line", "kind", "name"),
    [
        ("OPEN CALLS", "The call “Blue Ports” closes on 5 May 2026.", CALL, "Blue Ports"),
        ("BANDI", "Il bando “Porti blu” scade il 5 maggio 2026.", CALL, "Porti blu"),
        ("APPELS EN COURS", "L'appel « Ports bleus » se clôt le 5 mai 2026.", CALL, "Ports bleus"),
        ("AUSSCHREIBUNGEN", "Der Aufruf „Blaue Häfen“ endet am 5. Mai 2026.", CALL, "Blaue Häfen"),
        (
            "CONVOCATORIAS",
            "La convocatoria «Puertos azules» cierra el 5/5/2026.",
            CALL,
            "Puertos azules",
        ),
        ("CONCURSOS", "O concurso “Portos azuis” encerra a 5 de maio de 2026.", CALL, "Portos azuis"),
        ("NABORY", "Nabór „Błękitne porty” kończy się 5 maja 2026 r.", CALL, "Błękitne porty"),
        ("EVENT", "National info day, 3 June 2026, Vienna.", EVENT, "National info day"),
        ("VERANSTALTUNG", "Nationaler Infotag, 3. Juni 2026, Wien.", EVENT, "Nationaler Infotag"),
        ("EVENTO", "Giornata informativa, 3 giugno 2026, Bari.", EVENT, "Giornata informativa"),
        ("ÉVÉNEMENT", "Réunion d'information, 3 juin 2026, Lyon.", EVENT, "Réunion d'information"),
        ("WYDARZENIE", "Dzień informacyjny, 3 czerwca 2026, Łódź.", EVENT, "Dzień informacyjny"),
    ],
)
def test_a_heading_that_is_only_the_word_for_what_is_below_names_nothing(
    rubric: str, line: str, kind: str, name: str
) -> None:
    assert entries(f"# {rubric}", line) == [(kind, name)]


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("The deadline of the third call is over.", "BALTIC PORTS, third call"),
        ("La scadenza del terzo bando è passata.", "BALTIC PORTS, terzo bando"),
        ("Die Frist der dritten Ausschreibung ist vorbei.", "BALTIC PORTS, dritten Ausschreibung"),
    ],
)
def test_a_region_above_a_numbered_call_names_it(number: str, name: str) -> None:
    lines = ("# Newsletter", "# ALPINE PORTS", "The 4th call closes on 5 May 2026.", "# BALTIC PORTS")
    told = entries(*lines, number, "The decision falls on 6 December 2026.")
    assert told == [(CALL, "ALPINE PORTS, 4th call"), (CALL, name)]


def test_an_institution_acts_at_the_head_of_a_paragraph() -> None:
    told = entries(
        "# Boletín de puertos",
        "COSME. Redes de puertos del norte. Plazo: 5 de mayo de 2026.",
        "INTERREG. La Comisión propone 7 millones; el Parlamento votará en otoño de 2026.",
    )
    assert [kind for kind, _ in told] == [CALL, POLICY]


def test_to_register_is_no_event_of_a_diary_and_a_topic_lists_what_begins_with_names() -> None:
    told = entries("# Newsletter", "# VERANSTALTUNG", "Infotag, 3. Juni 2026. Anmeldung bis 24. Mai 2026.")
    assert told == [(EVENT, "Infotag")]
    lines = ("Creative Europe, ports: deadline 5 May 2026.", "Digital Europe, nets: deadline 6 June 2026.")
    assert len(entries("# Newsletter", "# CULTURE AND PORTS", *lines)) == 2


def test_further_opportunities_head_what_is_below_them() -> None:
    lines = ("# Ports Conference, Genoa, 5 May 2027", "# Further funding opportunities")
    item = "- Innoports 1 New chains of ports: call published in March 2027, deadline 6 June 2027"
    assert entries(*lines, item) == [
        (EVENT, "Ports Conference, Genoa, 5 May 2027"),
        (CALL, "Innoports 1 New chains of ports"),
    ]


def test_a_paragraph_that_begins_with_the_name_of_an_event_is_one() -> None:
    told = entries(
        "# Biuletyn izby",
        "Program Porty (KPO): wnioski można składać od 6 maja do 5 czerwca 2027 r.",
        "Giełda kooperacyjna: 12–13 września 2027 r. w Jasionce spotkają się dostawcy.",
    )
    assert told == [(CALL, "Program Porty (KPO)"), (EVENT, "Giełda kooperacyjna")]
