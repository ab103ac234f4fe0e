"""Texts as they are compared: without case, accents and the typographer's dashes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clustercalls.phrase.folding import by_expression, fold

patient = settings(deadline=None)  # a busy machine is not a bug


@patient
@given(st.text())
def test_fold_twice_is_fold_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("MÄRZ", "marz"),
        ("Été", "ete"),
        ("jusqu’à", "jusqu'a"),
        ("Feb–Mar", "feb-mar"),
        ("a—b‑c", "a-b-c"),
        ("Straße", "strasse"),
        ("Œuvre cœur", "oeuvre coeur"),
        ("Æther, Færøerne", "aether, faeroerne"),
        ("Đurđevac", "durdevac"),
        ("Þórshöfn, Seyðisfjörður", "thorshofn, seydisfjordur"),
        ("Łódź", "lodz"),
        ("Isparta, Iğdır", "isparta, igdir"),
        ("Ħamrun, Ŧ", "hamrun, t"),
        ("Wett\u00adbe\u00adwerb", "wettbewerb"),
        ("co\u200bop\u2060e\ufeff", "coope"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_the_expressions_of_a_row_are_folded_and_joined() -> None:
    assert by_expression({1: "à_partir_de DÈS", 2: "até"}) == {"a partir de": 1, "des": 1, "ate": 2}
