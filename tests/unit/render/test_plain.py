"""Aligned columns; what stands in them is tried in `test_columns.py`, other formats in `test_text.py`."""

from clustercalls.i18n import ENGLISH
from clustercalls.render.columns import MILESTONES, View
from clustercalls.render.plain import plain


def test_nothing_for_no_rows() -> None:
    assert list(plain((), MILESTONES, View(ENGLISH))) == []
