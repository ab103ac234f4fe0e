import pytest

from told_texts import CALL, EVENT, POLICY, entries


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


def test_an_item_of_a_diary_begins_with_its_day_whatever_else_is_due() -> None:
    lines = ("# Diary", "- 3 May 2027 – members' lunch on LIFE proposals, RSVP by 26 April")
    assert entries(*lines)[0][0] == EVENT
    lines = (
        "# Wydarzenia",
        "- 16 kwietnia 2027 r. – warsztaty „Partnerstwo portów”. Zgłoszenia do 9 kwietnia.",
    )
    ((kind, title),) = entries(*lines)
    assert (kind, title) == (EVENT, "Partnerstwo portów")


def test_what_pays_until_a_day_is_a_call_whatever_it_pays_for() -> None:
    lines = (
        "# Newsletter",
        "- Europa Creativa, sostegno ai festival: chiude il 28 marzo 2027. 17 milioni di euro.",
    )
    assert entries(*lines) == [(CALL, "Europa Creativa, sostegno ai festival")]


def test_items_with_a_date_of_their_own_are_named_by_small_words_too() -> None:
    lines = (
        "# Resoconto di missione",
        "- Progetti di azione standard, Porti Verdi: sportello aperto fino al 23 settembre 2027;",
        "- Progetti strategici integrati: due fasi, nota da inviare entro il 4 settembre 2027.",
    )
    assert [title for _, title in entries(*lines)][1:] == ["Progetti strategici integrati"]


def test_items_are_called_by_the_call_that_they_name() -> None:
    told = entries(
        "# Scadenze",
        "- il 10 aprile 2027 chiude il bando Interreg Marittimo (quarto avviso);",
        "- l'avviso “Porti verdi” è stato prorogato al 30 aprile 2027;",
    )
    assert told == [(CALL, "Interreg Marittimo, quarto avviso"), (CALL, "Porti verdi")]


def test_a_few_days_of_a_list_are_those_of_an_event() -> None:
    told = entries(
        "# Verbale della riunione",
        "- Interreg Central. Il quarto bando è atteso per l'autunno 2027.",
        "- Missione a Bruxelles. Confermata per il 6-7 maggio 2027.",
    )
    assert [kind for kind, _ in told] == [CALL, EVENT]
