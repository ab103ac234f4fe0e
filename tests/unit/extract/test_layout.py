import pytest

from told_texts import CALL, EVENT, entries, stages, understood, values


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


def test_the_head_of_a_mail_is_no_entry() -> None:
    assert entries("Da: Ufficio", "Inviato: 14/01/2026", "# Bando Reti", "Scade il 5 maggio 2026.") == [
        (CALL, "Bando Reti")
    ]
    told = entries("Da: Ufficio Avvisi", "# Scadenze di maggio", "Le domande scadono il 5 maggio 2026.")
    assert told == [(CALL, "Scadenze di maggio")]


@pytest.mark.parametrize("mark", [">", "•", "►"])
def test_items_within_a_paragraph_are_entries(mark: str) -> None:
    line = (
        f"Ports news {mark} BLUEPORTS – 2nd call: until 5 May 2026 {mark} GreenNets – vouchers of EUR 2,000."
        f" Until 6 June 2026 {mark} SEA2LAND: opening on 7 July 2026"
    )
    told = entries("# Three calls of ports", line)
    assert [title for _, title in told] == ["BLUEPORTS – 2nd call", "GreenNets", "SEA2LAND"]
    assert len(entries("# Call of ports", f"It closes on 5 May 2026 {mark} Save the day.")) == 1


def test_news_of_a_bulletin_that_begin_with_a_name_are_entries_of_their_own() -> None:
    lines = (
        "# Notícias do mar",
        "Missão Oceanos e Águas: três tópicos encerram no dia 18 de setembro de 2027. São 85 M€.",
        "Ação Portos Verdes: a primeira fase fecha a 12 de abril de 2027.",
    )
    assert [title for _, title in entries(*lines)] == ["Missão Oceanos e Águas", "Ação Portos Verdes"]


def test_items_that_name_a_call_head_the_items_below_them() -> None:
    lines = (
        "# Programme Interreg Ports – calendrier prévisionnel 2027",
        "- Appel « Environnement »",
        "- fin de dépôt : 15 juillet 2027",
        "- Appel « Santé »",
        "- lancement : septembre 2027",
    )
    told = {values(one, "title")[0]: stages(one) for one in understood(*lines).drafts}
    assert {key.strip("Apel «»"): dates for key, dates in told.items()} == {
        "Environnement": {"deadline": "2027-07-15"},
        "Santé": {"opens": "2027-09"},
    }


def test_paragraphs_that_begin_each_with_their_topic_are_entries_of_their_own() -> None:
    told = entries(
        "# Bericht für den Monat September",
        "Häfen: Die Kommission will im vierten Quartal 2027 die nächste Ausschreibung vorlegen.",
        "LIFE: Für die Vorhaben am Meer endet die Einreichung am 4. Oktober 2027.",
        "Termine: Das Forum „Meer“ findet am 10. November 2027 statt.",
    )
    assert [kind for kind, _ in told] == [CALL, CALL, EVENT]
    assert entries(
        "# Call “Blue Ports”",
        "Scope: the call is on harbours and what stands in them, for all ports of the sea until 5 May 2027.",
        "Support: the programme LIFE pays 60% of the costs of all harbours that take part by 6 May 2027.",
    ) == [(CALL, "Blue Ports")]


def test_lines_of_names_and_days_are_entries_of_their_own() -> None:
    told = entries(
        "# Deadline reminder",
        "Please find below the deadlines.",
        "ERC Synergy Grant: 5 November 2026",
        "MSCA Doctoral Networks: 25 November 2026",
        "- Energiegemeinschaften – Start Herbst 2027",
    )
    assert [title for _, title in told][:2] == ["ERC Synergy Grant", "MSCA Doctoral Networks"]


def test_the_slides_of_a_talk_are_on_the_entries_of_others() -> None:
    told = entries(
        "# Krajowy Punkt Kontaktowy – slajdy",
        "# Slajd 2: Harmonogram",
        "- Projekty standardowe, przyroda: nabór 18 kwietnia – 19 września 2027 r.",
        "- Zintegrowane projekty strategiczne: I etap do 5 września 2027 r.",
    )
    assert [title for _, title in told] == [
        "Projekty standardowe, przyroda",
        "Zintegrowane projekty strategiczne",
    ]


def test_lines_that_only_name_a_call_head_what_stands_below_them() -> None:
    told = entries(
        "Call for proposals Alpha Clusters",
        "Deadline: 5 April 2027",
        "Call for proposals Beta Skills",
        "Deadline: 6 May 2027",
    )
    assert [title for _, title in told] == [
        "Call for proposals Alpha Clusters",
        "Call for proposals Beta Skills",
    ]
    assert (
        len(
            entries(
                "Call for proposals Alpha Clusters: deadline 5 April 2027.",
                "Call for proposals Beta Skills: deadline 6 May 2027.",
                "Call for proposals Gamma: opens 1 March 2027.",
            )
        )
        == 3
    )
