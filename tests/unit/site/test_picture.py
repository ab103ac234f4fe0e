"""The picture as SVG: well-formed under any title, told in words, without script or fetching."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import at, entry, registry_of, stage
from clustercalls.audiences import Audience
from clustercalls.i18n import ENGLISH, language
from clustercalls.model import Entry
from clustercalls.query import select
from clustercalls.query.wanted import Query
from clustercalls.render.bars import Chart, chart
from clustercalls.site.picture import drawn, standalone, svg
from clustercalls.site.picture_line import RIGHT
from clustercalls.site.publication import Publication

TODAY = at("2027-03-15")
CALL = entry(stage("2027-04-01", "opens"), stage("2027-06-30"), name="soil", title="Soil")


def chart_of(*calls: Entry) -> Chart:
    return chart(select.upcoming(registry_of(*calls), Query(), TODAY, standing_too=True), TODAY)


def published(*calls: Entry, internal: bool = False, lang: str = "en") -> Publication:
    audience = Audience(title="Members", internal=internal)
    return Publication("members", audience, "Calls & more", registry_of(*calls), TODAY, language(lang))


def parsed(text: str) -> ET.Element:
    return ET.fromstring(text.encode())  # noqa: S314 - of our own making


def names(root: ET.Element) -> set[str]:
    return {each.tag.rpartition("}")[2] for each in root.iter()}


def test_a_publication_has_a_line_a_call_with_a_link_to_its_page() -> None:
    root = parsed(svg(published(CALL, entry(stage("2027-05-05"), name="b"))))
    assert [each.get("href") for each in root.iter("{http://www.w3.org/2000/svg}a")] == [
        "calls/soil.html", "calls/b.html",
    ]  # fmt: skip


def test_it_is_told_in_words_and_links_are_not_hidden_in_an_image() -> None:
    root = parsed(svg(published(CALL)))
    title, told = root[0], root[1]
    assert (title.text, root.get("role"), root.get("class")) == ("Calls & more", "group", "timeline")
    assert (root.get("aria-labelledby"), root.get("aria-describedby")) == (title.get("id"), told.get("id"))
    assert told.text == "1 Mar 2027 – 29 Feb 2028"
    [line] = root.iter("{http://www.w3.org/2000/svg}a")
    assert line[0].text == "Soil; forecast; opening: Thu 1 Apr 2027; deadline: Wed 30 June 2027"


def test_without_links_it_is_an_image_that_tells_all() -> None:
    vague = entry(stage("", "published"), name="v", title="Vague")
    root = parsed(drawn(chart_of(CALL, vague), ENGLISH, "", lambda _: ""))
    assert (root.get("role"), root[1].text) == (
        "img",
        (
            "Soil; forecast; opening: Thu 1 Apr 2027; deadline: Wed 30 June 2027. "
            "Vague · publication: date not announced."
        ),
    )


def test_in_a_page_it_needs_no_style_and_runs_nothing() -> None:
    text = svg(published(CALL))
    assert "style" not in text
    assert names(parsed(text)) <= {
        "svg", "title", "desc", "defs", "linearGradient", "stop", "a", "g", "path", "rect", "circle", "text",
    }  # fmt: skip


def test_a_file_of_its_own_knows_light_and_dark_and_paper() -> None:
    text = standalone(chart_of(CALL), ENGLISH, "A", lambda _: "")
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<svg ')
    assert "prefers-color-scheme: dark" in text
    assert "@media print" in text


def test_steps_of_ours_are_for_an_internal_audience_alone() -> None:
    calls = (entry(stage("2027-04-04", "internal"), stage("2027-06-30"), name="soil"),)
    assert "internal" in svg(published(*calls, internal=True))
    assert "internal" not in svg(published(*calls))


def test_what_has_no_date_stands_below_in_words() -> None:
    text = svg(published(CALL, entry(stage("", "published"), name="v", title="Vague")))
    assert text.index("Not announced") < text.index("Vague · publication: date not announced")


def test_nothing_ahead_says_so() -> None:
    root = parsed(svg(published()))
    assert root[1].text == "Nothing ahead."
    assert "Nothing ahead." in [each.text for each in root.iter("{http://www.w3.org/2000/svg}text")]


def test_the_words_are_the_readers() -> None:
    text = svg(published(CALL, lang="it"))
    assert 'lang="it"' in text
    assert "domande aperte" in text
    assert "one can apply" not in text


def test_the_same_again_is_the_same() -> None:
    assert svg(published(CALL)) == svg(published(CALL))


@given(st.text(st.characters(exclude_categories=()), min_size=1), st.text(min_size=1))
def test_no_title_breaks_it(title: str, name: str) -> None:
    call = entry(stage("2027-06-30", title=name), stage("", "decision", title=title), title=title)
    root = parsed(svg(published(call)))
    assert names(root) <= names(parsed(svg(published(CALL)))) | {"circle"}
    assert root[1].text is not None


@pytest.mark.parametrize("title", ["W" * 400, "Wide words " * 40, "題名" * 100, "Short"])
def test_a_title_stays_left_of_the_bars_on_two_lines(title: str) -> None:
    root = parsed(svg(published(entry(stage("2027-06-30"), title=title))))
    lines = [each for each in root.iter("{http://www.w3.org/2000/svg}text") if each.get("font-size") == "13"]
    assert 1 <= len(lines) <= 2


def test_all_is_inside_the_picture() -> None:
    calls = [entry(stage("2029-06-30"), name=f"c{number}", title=f"Call {number}") for number in range(9)]
    root = parsed(svg(published(*calls)))
    height = float(root.get("height", "0"))
    for each in root.iter("{http://www.w3.org/2000/svg}text"):
        assert 0 < float(each.get("y", "0")) < height
        assert 0 < float(each.get("x", "0")) < RIGHT
