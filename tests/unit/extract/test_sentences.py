from clustercalls.extract.sentences import sentences
from told_texts import document


def texts(*lines: str) -> list[str]:
    return [each.text for each in sentences(document(*lines))]


def test_sentences_end_at_points_that_end_them() -> None:
    assert texts("Il bando è aperto. Scade il 4.4. 2026! Info: tel. 080.") == [
        "Il bando è aperto.",
        "Scade il 4.4. 2026!",
        "Info: tel. 080.",
    ]


def test_numbers_and_abbreviations_end_none() -> None:
    assert texts("Bis zum 2. Februar stehen ca. 5 Mio. Euro bereit.") == [
        "Bis zum 2. Februar stehen ca. 5 Mio. Euro bereit."
    ]


def test_cells_of_a_row_are_apart_and_know_their_column() -> None:
    cells = list(sentences(document("| Nature | 5 May 2026")))
    assert [(each.text, each.cell, each.start) for each in cells] == [("Nature", 0, 0), ("5 May 2026", 1, 9)]


def test_the_letter_of_a_polish_year_may_end_one() -> None:
    assert texts("Do 5 maja 2026 r. Budżet rośnie.") == ["Do 5 maja 2026 r.", "Budżet rośnie."]


def test_what_never_ends_is_cut() -> None:
    cut = texts("5 May - " * 1000)
    assert max(map(len, cut)) <= 1500
    assert "".join(cut) == ("5 May - " * 1000).strip()


def test_the_hour_ends_a_sentence_and_a_dash_begins_none() -> None:
    assert texts("De 14 h à 17 h. Merci de confirmer.") == ["De 14 h à 17 h.", "Merci de confirmer."]
    assert texts("16 kwietnia 2027 r. – warsztaty. Wstęp wolny.") == [
        "16 kwietnia 2027 r. – warsztaty.",
        "Wstęp wolny.",
    ]


def test_hours_and_polish_years_end_a_sentence() -> None:
    assert texts("Il 12 novembre alle 14.30. Per il collegamento occorre iscriversi.") == [
        "Il 12 novembre alle 14.30.",
        "Per il collegamento occorre iscriversi.",
    ]
    assert texts("Targi odbędą się 24 kwietnia br. Zgłoszenia do 16 kwietnia.") == [
        "Targi odbędą się 24 kwietnia br.",
        "Zgłoszenia do 16 kwietnia.",
    ]
    assert texts("Cfr. il punto 14.30. Il resto segue.") == ["Cfr. il punto 14.30. Il resto segue."]


def test_a_day_with_its_polish_letter_may_begin_a_sentence() -> None:
    assert texts("28 maja 2027 r. Komisja otworzy konkurs.") == ["28 maja 2027 r. Komisja otworzy konkurs."]
    assert texts("Środa, 28 maja 2027 r. Szkolenie.") == ["Środa, 28 maja 2027 r. Szkolenie."]
