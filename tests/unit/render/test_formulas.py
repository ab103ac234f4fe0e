"""No text is computed; a text that is none stays as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import judges
from clustercalls.render.formulas import is_formula, unable


@pytest.mark.parametrize("text", ["=1", " =1", "-2+3", "\t=1", "a;=1", "a,@x", "\uff1d1", 'a\n"+1'])
def test_a_formula_is_told_and_kept_a_text(text: str) -> None:
    assert is_formula(text)
    assert not judges.is_formula(unable(text))


@pytest.mark.parametrize("text", ["", "a", "a = b", "a-b", "1 - 2", "è", "a, b; c"])
def test_what_is_none_stays(text: str) -> None:
    assert unable(text) == text
    assert not is_formula(text)


@given(st.text())
def test_nothing_is_guarded_twice(text: str) -> None:
    assert unable(unable(text)) == unable(text)
