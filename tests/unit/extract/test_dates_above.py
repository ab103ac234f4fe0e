"""Labels, heads of columns and first cells say what the dates below or beside them are of."""

import pytest

from clustercalls.extract.entry import _told
from clustercalls.passages import Passage, PassageKind, ReadDocument
from told_texts import document


def kinds(read: ReadDocument) -> list[str]:
    return [str(role.kind or "-") for piece in _told(read) for role in piece.dates]


def rows(*texts: str) -> ReadDocument:
    return ReadDocument(tuple(Passage(text, PassageKind.ROW) for text in texts))


def test_a_label_is_of_all_dates_below_it_up_to_other_words() -> None:
    read = document(
        "Vouchers can be asked for. Cut-off dates for the coming period:",
        "31 January 2027",
        "30 April 2027",
        "Each voucher is a help to a company that wants to test what it has made before it invests in it.",
        "30 June 2027",
    )
    assert kinds(read) == ["deadline", "deadline", "-"]


def test_items_below_a_label_may_have_words_of_their_own() -> None:
    read = document("Termini:", "- rilascio delle deleghe", "- a seguire 15/09/2027 e 15/12/2027")
    assert kinds(read) == ["deadline", "deadline"]


def test_the_head_of_a_column() -> None:
    read = rows("Topic | Apertura | Cierre", "Datos | 15/12/2026 | 20/04/2027", "Viento | T1 2027 | T2 2027")
    assert kinds(read) == ["opens", "deadline", "opens", "deadline"]


def test_the_first_cell_of_a_row_where_no_columns_have_heads() -> None:
    read = rows(
        "Ouverture du guichet | 13 mai 2026", "Relève n° 1 | 9 septembre 2026, 12 h 00", "Divers | 1 mai 2026"
    )
    assert kinds(read) == ["opens", "deadline", "-"]


def test_the_days_of_events_below_a_word_for_days_are_no_deadlines() -> None:
    assert kinds(document("Termine", "08.12.2027 Jahrestagung, Bonn")) == ["dates"]
    assert kinds(document("Termine", "08.12.2027")) == ["deadline"]


def test_the_last_words_of_a_long_sentence_that_ends_in_a_colon_are_a_label() -> None:
    read = document(
        "Damit ein Antrag in der jeweiligen Sitzung noch behandelt werden kann, muss er bis zu"
        " einem der folgenden Stichtage vollständig vorliegen:",
        "16. Februar 2027",
        "7. Juni 2027",
    )
    assert kinds(read) == ["deadline", "deadline"]


@pytest.mark.parametrize(
    "line",
    [
        "Please find below the deadlines.",
        "Di seguito le scadenze del mese.",
        "Voici ci-dessous les échéances.",
        "Es gelten die folgenden Fristen.",
        "Estos son los siguientes plazos.",
        "Os prazos são os seguintes.",
        "Poniżej terminy.",
    ],
)
def test_a_sentence_that_announces_a_list_of_deadlines_is_its_label(line: str) -> None:
    read = document(line, "ERC Grants 2027: 5 November 2026, 17:00 CET", "MSCA Networks: 25 November 2026")
    assert kinds(read) == ["deadline", "deadline"]


def test_a_sentence_on_a_deadline_is_no_label() -> None:
    assert kinds(document("The deadline is near.", "ERC Grants 2027: 5 November 2026")) == ["-"]


def test_days_and_more_are_no_deadlines_of_events() -> None:
    read = document("# Termine und Förderungen", "12.06.2027: Fachkongress in Bremen.")
    assert kinds(read) == ["dates"]
