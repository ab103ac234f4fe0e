"""How well an entry matches a text: every word, wherever it stands, counted by its best place."""

import pytest
from msgspec.structs import replace

from builders import entry, stage
from clustercalls.entry_tables import Contact, Funding, Link
from clustercalls.model import Source
from clustercalls.query.search import scoring

IT = entry(
    stage(name="outline", title="First step", note="By post"),
    name="innosup-1", title="Abilità e competenze", programme="H2020", tags=("smes", "value chains"),
    summary="Clusters", about="Innovation", place="Brussels", eligibility=("universities",), note="Ask Ada",
    url="https://portal.example",
    funding=(Funding(75, "regions"),), links=(Link("https://slides.example", "Slides"),),
    contact=Contact(name="Bea", address="Via Roma", phones=("+39 1",), email="bea@example.org"),
)  # fmt: skip

# what is looked for, and how well it matches: 8 for id and title, 4, 2, 1; 0 for not at all
SCORES = [
    ("innosup", 8), ("competenze", 8), ("h2020", 4), ("chains", 4),
    ("clusters", 2), ("innovation", 2), ("brussels", 2), ("universities", 2),
    ("ada", 1), ("portal", 1), ("regions", 1), ("slides.example", 1), ("Slides", 1),
    ("outline", 1), ("step", 1), ("post", 1), ("bea", 1), ("via", 1), ("+39", 1), ("@example", 1),
    # any part of a word, in any case, with accents or without
    ("ABILITA", 8), ("abilità", 8), ("bilit", 8), ("SME", 4),
    # every word counts, each by its best place, and one that is missing ends it
    ("innosup h2020", 12), ("h2020 innosup", 12), ("ada clusters", 3), ("innosup nothing", 0),
    ("e", 8),
    # nothing asked: all alike
    ("", 1), ("  \t", 1),
    ("nothing", 0),
]  # fmt: skip


@pytest.mark.parametrize(("text", "score"), SCORES)
def test_a_text_is_found_by_all_its_words_and_counts_by_their_best_places(text: str, score: int) -> None:
    assert scoring(text)(IT) == score


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Cœur et œuvre", "coeur oeuvre"), ("Ærøskøbing", "aeroskobing"), ("Łańcut", "lancut"),
        ("Đakovo", "dakovo"), ("Große Förderung", "grosse forderung"), ("Wett\u00adbewerb", "wettbewerb"),
        ("Coeur", "CŒUR"), ("Wettbewerb", "wett\u00adbewerb"),
    ],
)  # fmt: skip
def test_letters_without_an_accent_to_take_off_are_found_both_ways(title: str, text: str) -> None:
    assert scoring(text)(replace(entry(), title=title)) > 0


@pytest.mark.parametrize(
    ("source", "score"), [(Source("Notes", quote="by 4 April"), 1), (Source("April"), 0), (None, 0)]
)
def test_what_a_source_says_is_found_but_not_its_title(source: Source | None, score: int) -> None:
    assert scoring("april")(replace(entry(), source=source)) == score


def test_words_do_not_run_over_from_one_place_into_the_next() -> None:
    assert scoring("innosup-1 abilita")(IT) == 16
    assert scoring("h2020smes")(IT) == 0
