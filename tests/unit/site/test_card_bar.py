"""The bar of a card: which dates have one, where it lies, and that it is hidden from who hears the page."""

from datetime import date
from xml.etree import ElementTree as ET

import pytest

from builders import at, entry, registry_of, stage
from clustercalls.i18n import language
from clustercalls.query import select
from clustercalls.query.wanted import Query
from clustercalls.render.bars import year_of
from clustercalls.site.card_bar import card_bar, shared

TODAY = at("2016-12-02")
YEAR = year_of(TODAY)


def bar(when: str, kind: str = "deadline", until: str = "") -> str:
    """The bar of the one date of an entry; nothing where it has none."""
    event = kind == "dates"
    made = entry(
        stage(when, kind, until=until),
        kind="event" if event else "call",
        checked=date(2016, 12, 1),
    )
    rows = select.upcoming(registry_of(made), Query(), TODAY, standing_too=True)
    return card_bar(rows[0], YEAR) if rows else ""


@pytest.mark.parametrize(
    ("when", "kind", "fill"),
    [
        ("2017-02/2017-03", "published", "timeline-doubt-in"),
        ("2017-02/2017-03", "deadline", "timeline-doubt-out"),
        ("2017-21", "decision", "timeline-doubt-both"),
        ("2017-01/..", "deadline", "timeline-doubt-out"),
        ("2017-04-04~", "deadline", "timeline-doubt-out"),
    ],
)
def test_doubt_fades(when: str, kind: str, fill: str) -> None:
    drawn = bar(when, kind)
    assert 'class="doubt" x="' in drawn
    assert f'fill="url(#{fill})"' in drawn
    assert f'<linearGradient id="{fill}">' in shared(YEAR, TODAY.today(), language("en"))


def test_length_is_solid_and_its_doubtful_end_fades() -> None:
    whole = bar("2016-12-01", "dates", until="2016-12-02")
    assert 'class="length"' in whole
    assert "url(" not in whole
    open_end = bar("2017-02-01", "dates", until="2017-03")
    assert open_end.index('class="length"') < open_end.index('fill="url(#timeline-doubt-out)"')


@pytest.mark.parametrize("when", ["2017-04-04", "", "2018-02/2018-03"])
def test_one_sure_day_no_date_and_another_year_have_none(when: str) -> None:
    assert bar(when) == ""


def test_a_window_lies_where_its_months_do() -> None:
    root = ET.fromstring(bar("2017-02/2017-03"))  # noqa: S314 - of our own making
    [rect] = (each for each in root.iter() if each.tag == "rect")
    first, wide = float(rect.attrib["x"]), float(rect.attrib["width"])
    assert [first, first + wide] == pytest.approx([208 * 62 / 365, 208 * 121 / 365], abs=0.1)


def test_what_goes_on_beyond_the_year_says_so() -> None:
    assert "goes-on" in bar("2017-11/2018-02")
    assert "goes-on" not in bar("2017-02/2017-03")


def test_it_is_hidden_from_who_hears_it_and_has_no_style() -> None:
    for code in ("en", "it"):
        made = shared(YEAR, TODAY.today(), language(code)) + bar("2017-02/2017-03")
        assert made.count("<svg") == made.count('aria-hidden="true">') - 1  # that of the legend
        assert "style" not in made
    assert "1 dic 2016 – 30 nov 2017" in shared(YEAR, TODAY.today(), language("it"))
