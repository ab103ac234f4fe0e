"""Links between pages, languages and calendars."""

from datetime import date
from urllib.parse import urljoin

from builders import entry, stage
from clustercalls.site.pages import files
from conftest import BUNDLED
from made_pages import FOLDERS, links, page, publication, read

HOUR = entry(stage("2017-04-04", at="17:00"), name="hour", title="An hour", checked=date(2016, 12, 1))


def test_every_link_within_leads_to_a_file() -> None:
    # What others write beside the pages.
    others = {"calls.ics", "feed.xml", "feed.json"}
    base = "https://calls.example.org/members/"
    there = {base + each for each in ("calls.csv", "calls.json", "style.css")}
    made = []
    for code, folder in FOLDERS.items():
        one = dict(files(publication(read(BUNDLED), code=code)))
        there |= {f"{base}{folder}{path}" for path in (*one, *others)}
        there |= {f"{base}{folder}{path}".replace(".html", ".ics") for path in one if "calls/" in path}
        made += [(f"{base}{folder}{path}", data.decode()) for path, data in one.items() if "html" in path]
    there |= {base, f"{base}it/"}
    for address, html in made:
        for link in links(html):
            target = urljoin(address, link).partition("#")[0]
            if target.startswith(base):
                assert target in there, (address, link)


def test_languages_are_linked_for_readers_and_for_machines() -> None:
    html = page("calls/hour.html", HOUR, code="it")
    assert '<html lang="it">' in html
    address = "https://calls.example.org/members/"
    assert f'<link rel="alternate" hreflang="en" href="{address}calls/hour.html">' in html
    assert f'<link rel="alternate" hreflang="it" href="{address}it/calls/hour.html">' in html
    assert '<a href="../../calls/hour.html" hreflang="en" lang="en">English</a>' in html
    assert '<h1 lang="">An hour</h1>' in html
    alone = page("calls/hour.html", HOUR, others=False)
    assert "hreflang" not in alone


def test_calendars_are_subscribed_to_where_there_is_an_address() -> None:
    html = page("calls/hour.html", HOUR)
    assert "webcal://calls.example.org/members/calls/hour.ics" in links(html)
    assert "webcal://calls.example.org/members/calls.ics" in links(html)
    assert "hour.ics" in links(html)
    nowhere = page("calls/hour.html", HOUR, address="")
    assert not [each for each in links(nowhere) if each.startswith("webcal")]
    assert "hour.ics" in links(nowhere)
    for files_made in (files(publication([HOUR])), files(publication([HOUR]), calendars={"another"})):
        without = dict(files_made)["calls/hour.html"].decode()
        assert not [each for each in links(without) if each.endswith("hour.ics")]


def test_feeds_and_the_calendar_are_found_by_the_address_of_any_page() -> None:
    for path, up in (("index.html", ""), ("timeline.html", ""), ("calls/hour.html", "../")):
        html = page(path, HOUR)
        for kind, target in (
            ("application/atom+xml", f"{up}feed.xml"),
            ("application/feed+json", f"{up}feed.json"),
            ("text/calendar", "webcal://calls.example.org/members/calls.ics"),
        ):
            head = f'<link rel="alternate" type="{kind}" title="Calls for our members" href="{target}">'
            assert head in html, path
    nowhere = page("calls/hour.html", HOUR, address="")
    assert 'type="text/calendar" title="Calls for our members" href="../calls.ics">' in nowhere
    assert not [each for each in links(nowhere) if "feed" in each or each.startswith("webcal")]
    assert "../calls.ics" in links(nowhere)
    assert "feed" not in nowhere
