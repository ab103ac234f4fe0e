"""Which entries a text tells of, of which kind and by which names, in the seven languages."""

import pytest

from told_texts import of_key, understood

CALL, EVENT, POLICY = "call", "event", "policy"


def entries(*lines: str) -> list[tuple[str, str]]:
    return [(str(draft.kind), str(of_key(draft, "title")[0].value)) for draft in understood(*lines).drafts]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (
            (
                "# Bollettino di marzo",
                "- LIFE, Acque pulite",
                "La scadenza è il 5 maggio 2026.",
                "- Europa Creativa: piccoli teatri",
                "Apertura il 6 giugno 2026.",
            ),
            [(CALL, "LIFE, Acque pulite"), (CALL, "Europa Creativa: piccoli teatri")],
        ),
        (
            (
                "# Office bulletin, week 3",
                "- 1. Just out – Green Ports Scheme. The deadline is 5 May 2026.",
                "- 2. For your diary – “Ports of Tomorrow” conference, Ghent, 3 April 2026.",
            ),
            [(CALL, "Green Ports Scheme"), (EVENT, "Ports of Tomorrow")],
        ),
        (
            (
                "# Boletim da Madeira",
                "Interreg MED: o prazo termina a 5 de maio de 2026.",
                "Erasmus+: o prazo termina a 6 de junho de 2026.",
            ),
            [(CALL, "Interreg MED"), (CALL, "Erasmus+")],
        ),
        (
            ("# Infobrief 2/2026", "# Termine", "12. Mai 2026: Clusterkonferenz Nord in Kiel"),
            [(EVENT, "Clusterkonferenz Nord in Kiel")],
        ),
        (
            ("# Lettre d'Europe n° 3", "# AGENDA", "Carrefour des ports, Brest, 15 juin 2026"),
            [(EVENT, "Carrefour des ports, Brest")],
        ),
        (
            (
                "# Fristen im Mai",
                "- Kleinprojekte Nord: Anträge bis 15. Mai 2026",
                "- Kleinprojekte Süd: Anträge bis 20. Mai 2026",
            ),
            [(CALL, "Kleinprojekte Nord"), (CALL, "Kleinprojekte Süd")],
        ),
        (
            ("# News of ports", "# Rendez-vous", "- 5 mars 2026 – Petit-déjeuner portuaire, Brest"),
            [(EVENT, "Petit-déjeuner portuaire")],
        ),
        (
            (
                "# Horizon Europe",
                "- Cluster 4: scadenza 15 aprile 2026",
                "- Cluster 5: scadenza 5 maggio 2026",
            ),
            [(CALL, "Horizon Europe, Cluster 4"), (CALL, "Horizon Europe, Cluster 5")],
        ),
        (
            (
                "# Polityka klastrowa",
                "- Nowa ustawa o portach: II kwartał 2026",
                "- Przegląd programu portów",
            ),
            [(POLICY, "Nowa ustawa o portach"), (POLICY, "Przegląd programu portów")],
        ),
    ],
)
def test_bulletins_and_lists_are_the_entries_in_them(
    lines: tuple[str, ...], told: list[tuple[str, str]]
) -> None:
    assert entries(*lines) == told


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Un secondo sportello è atteso il 5 ottobre 2027.", "secondo sportello"),
        ("A further round opens on 5 October 2027.", "further round"),
        ("Un nouvel appel sera ouvert le 5 octobre 2027.", "nouvel appel"),
        ("Una segunda convocatoria abre el 5 de octubre de 2027.", "segunda convocatoria"),
        ("Die nächste Runde beginnt am 5. Oktober 2027.", "nächste Runde"),
        ("Uma nova edição abre a 5 de outubro de 2027.", "nova edição"),
        ("Kolejny nabór rusza 5 października 2027 r.", "Kolejny nabór"),
    ],
)
def test_the_next_round_is_an_entry_of_its_own(sentence: str, name: str) -> None:
    told = entries("# Call “Green ports”", "The deadline is 5 May 2027.", sentence)
    assert told == [(CALL, "Green ports"), (CALL, f"Green ports, {name}")]


def test_the_round_that_a_text_is_on_is_no_other_one() -> None:
    assert entries(
        "# Green ports: second call", "The deadline is 5 May 2027.", "The second call opens on 5 April 2027."
    ) == [(CALL, "Green ports: second call")]
    assert entries("# Call for ports", "A new call opens on 5 April 2027.") == [(CALL, "Call for ports")]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Incontro informativo a Rimini: 22 gennaio 2026.", "Incontro informativo a Rimini"),
        ("Online info session on Thursday 21 May 2026.", "Online info session"),
        ("Réunion d'information le 12 février 2026 à Lyon.", "Réunion d'information"),
        ("Jornada informativa: 10 de febrero de 2026.", "Jornada informativa"),
        ("Der Infotag findet am 28. Januar 2026 statt.", "Infotag"),
        ("Sessão de esclarecimento: 18 de fevereiro de 2026.", "Sessão de esclarecimento"),
        ("Szkolenie dla wnioskodawców: 6 marca 2026 r.", "Szkolenie dla wnioskodawców"),
    ],
)
def test_an_event_in_the_text_of_a_call_is_its_own(sentence: str, name: str) -> None:
    call, event = understood("# Call for ports", "The deadline is 5 May 2026.", sentence).drafts
    assert [of_key(call, "stage")[0].value["when"], len(of_key(call, "stage"))] == ["2026-05-05", 1]
    assert (str(event.kind), of_key(event, "title")[0].value) == (EVENT, name)


def test_an_event_in_a_clause_leaves_the_rest_to_its_call() -> None:
    call, event = understood(
        "# Call for ports",
        "The deadline is 5 May 2026; the webinar takes place on 3 March 2026 (register by 1 March 2026).",
    ).drafts
    assert [fact.value["when"] for fact in of_key(call, "stage")] == ["2026-05-05"]
    assert {fact.value["when"] for fact in of_key(event, "stage")} == {"2026-03-03", "2026-03-01"}


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


def test_rows_are_called_by_the_column_of_their_topic_and_values_are_the_calls() -> None:
    assert entries(
        "# Próximas convocatorias",
        "| Programa | Tema | Apertura | Cierre",
        "| LIFE | Agua limpia | 5/5/2026 | 6/6/2026",
        "| Horizonte Europa | Puertos verdes | 7/5/2026 | por determinar",
    ) == [(CALL, "Agua limpia"), (CALL, "Puertos verdes")]
    assert entries(
        "# France 2050 – Première usine", "| Ouverture du guichet | 13 mai 2026", "| Auditions | juin 2026"
    ) in ([], [(CALL, "France 2050 – Première usine")])


def test_two_calls_with_names_are_parted() -> None:
    lines = (
        "# News of May",
        "La convocatoria «Puertos verdes» cierra el 5 de mayo de 2026.",
        "También está abierta la convocatoria «Redes azules», hasta el 6 de junio de 2026.",
    )
    assert entries(*lines) == [(CALL, "Puertos verdes"), (CALL, "Redes azules")]


def test_the_head_of_a_mail_is_no_entry() -> None:
    assert entries("Da: Ufficio", "Inviato: 14/01/2026", "# Bando Reti", "Scade il 5 maggio 2026.") == [
        (CALL, "Bando Reti")
    ]
    told = entries("Da: Ufficio Avvisi", "# Scadenze di maggio", "Le domande scadono il 5 maggio 2026.")
    assert told == [(CALL, "Scadenze di maggio")]


def test_a_step_of_an_institution_is_one_under_any_heading() -> None:
    told = entries(
        "# Ausblick", "Die Kommission wird ihren Vorschlag zum Hafengesetz im vierten Quartal 2027 vorlegen."
    )
    assert [kind for kind, _ in told] == [POLICY]


def test_a_link_behind_an_emphasised_name_and_a_heading_above_steps() -> None:
    assert entries(
        "# Politica dei porti, avvio dal 5 maggio 2026",
        "- Nuove regole per i porti",
        "- Bando per le reti dal 5 maggio 2026",
    ) == [
        (POLICY, "Nuove regole per i porti"),
        (CALL, "Bando per le reti dal 5 maggio 2026"),
    ]


def test_the_address_of_what_an_event_showed_is_the_events() -> None:
    draft = understood(
        "# Ports Conference",
        "It takes place on 3 March 2026.",
        "# Further opportunities",
        "- Green Ports: call until 5 May 2026",
        "The slides of the conference: https://example.org/slides",
    ).drafts[0]
    assert [fact.value for fact in of_key(draft, "url")] == ["https://example.org/slides"]


def test_a_deadline_and_money_make_a_call_without_a_word_for_one() -> None:
    assert entries("# Digitale Häfen", "Anträge sind bis 5. Mai 2026 möglich, bis zu 20.000 Euro.") == [
        (CALL, "Digitale Häfen")
    ]
