"""One line of the picture: elements where bars are, dates that do not lie over each other."""

import re

import pytest

from builders import at, entry, moved, registry_of, stage
from clustercalls.i18n import ENGLISH
from clustercalls.model import Entry, Status
from clustercalls.query import select
from clustercalls.query.wanted import Query
from clustercalls.render.bars import chart
from clustercalls.site.picture_line import BETWEEN, COLORS, LEFT, RIGHT, elements, small_width

TODAY = at("2027-03-15")


def drawn(call: Entry) -> list[str]:
    picture = chart(select.upcoming(registry_of(call), Query(), TODAY, standing_too=True), TODAY)
    return list(elements(picture.lines[0], 100, picture.today, ENGLISH))


def texts(call: Entry) -> list[str]:
    return re.findall(r">([^<>]+)</text>", "".join(drawn(call)))


def luminance(color: str) -> float:
    """Relative luminance of a colour in hexadecimal (WCAG 2.2, 1.4.11)."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("color", sorted(set(COLORS.values())))
@pytest.mark.parametrize("page", ["#ffffff", "#000000", "#16181c", "#1e1e1e"])
def test_every_colour_is_seen_on_light_and_on_dark(color: str, page: str) -> None:
    light, dark = sorted((luminance(color), luminance(page)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 3


def test_a_deadline_is_a_diamond_with_its_day() -> None:
    call = entry(stage("2027-04-01", "opens"), stage("2027-06-30"))
    text = "".join(drawn(call))
    assert 'class="deadline"' in text
    assert texts(call) == ["30 June", "1 Apr"]


def test_doubt_has_a_frame_and_fades() -> None:
    [text, _] = drawn(entry(stage("2027-05/2027-06", "published")))
    assert 'fill="url(#timeline-doubt-in)" stroke="#' in text


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (entry(stage("2027-05/2027-06", "published")), ["May–June 2027"]),
        (entry(stage("2027-05-05~", "decision")), ["about 5 May"]),
        (entry(stage("2027-05-05?", "decision")), ["5 May?"]),
        (entry(stage("2027-05-05", "dates", until="2027-05-07"), kind="event"), ["5–7 May 2027"]),
        (entry(stage("2029-05-05")), ["5 May 2029"]),
        (entry(status=Status.OPEN, source="2027-03-01"), ["open, no deadline"]),
        (
            entry(stage("2027-05-05"), history=(moved("deadline", "2027-04-04", "2027-03-01"),)),
            ["5 May", "was 4 Apr"],
        ),
    ],
)
def test_a_bar_says_its_date(call: Entry, said: list[str]) -> None:
    assert texts(call) == said


def test_dates_do_not_lie_over_each_other_nor_outside_nor_over_today() -> None:
    stages = [stage(f"2027-{3 + day // 28:02}-{day % 28 + 1:02}", name=f"s{day}") for day in range(16, 90, 3)]
    text = "".join(drawn(entry(*stages, stage("2028-02-28", "decision"))))
    found = re.findall(r'<text x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]+)</text>', text)
    assert len(found) > 6
    today = LEFT + chart((), TODAY).today * (RIGHT - LEFT)
    for x, y, said in found:
        first, last = float(x), float(x) + small_width(said)
        assert LEFT <= first <= last <= RIGHT + 0.1
        assert not first < today < last
        others = [
            (float(a), float(a) + small_width(c)) for a, b, c in found if b == y and (a, c) != (x, said)
        ]
        assert all(last + BETWEEN - 0.2 <= a or b + BETWEEN - 0.2 <= first for a, b in others)


def test_a_hairline_runs_only_where_nothing_is() -> None:
    call = entry(stage("2027-04-01", "opens"), stage("2027-06-30"), stage("2027-09", "decision"))
    assert "".join(drawn(call)).count('stroke-opacity=".55"') == 1
    assert (
        "".join(drawn(entry(stage("2027-04-01", "opens"), stage("2027-06-30")))).count("stroke-opacity") == 0
    )
