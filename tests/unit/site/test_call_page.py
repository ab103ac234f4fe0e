"""The page of one call: the answer first, history, calendars, only links that are harmless."""

from datetime import date
from urllib.parse import urlsplit

from msgspec.structs import replace

from builders import entry, fuzzy, moved, stage
from clustercalls.entry_tables import Link
from clustercalls.model import Source
from clustercalls.site import pages
from clustercalls.site.call_page import call
from clustercalls.site.frame import frame
from clustercalls.site.json_ld import embedded
from clustercalls.site.pages import http
from made_pages import links, page, publication, words

HOUR = entry(stage("2017-04-04", at="17:00"), name="hour", title="An hour", checked=date(2016, 12, 1))


def test_the_call_page_answers_first() -> None:
    said = words(page("calls/hour.html", HOUR, moment="2017-03-28"))
    first = said.index("Closing. Closes Tue 4 Apr 2017 17:00 Brussels, in 7 days.")
    assert first < said.index("Dates")


def test_history_says_from_when_and_why_as_far_as_it_is_told() -> None:
    rows = (
        moved("deadline", "2017-03-01", "2016-11-20", why="the portal was down", source="https://p.eu/1"),
    )
    html = page("calls/a.html", entry(stage("2017-04-04"), history=rows))
    assert "deadline: moved from 1 Mar 2017, noticed Sun 20 Nov 2016 (https://p.eu/1)" in words(html)
    told = call(publication([]), entry(stage("2017-04-04"), history=rows))
    assert told.history[0].endswith(", because the portal was down (https://p.eu/1)")
    assert "was 1 Mar" in words(html)
    assert "was 1 Mar" not in words(
        page("calls/a.html", entry(stage("2017-04-04"), history=rows), moment="2017-01-15")
    )


def test_only_http_is_linked() -> None:
    bad = "javascript:alert(1)"
    html = page(
        "calls/a.html",
        entry(stage("2017-04-04"), url=bad, links=(Link(bad, "T"), Link("data:,x"))),
        entry(name="b", url="HTTPS://example.org/<b>"),
    )
    assert {urlsplit(each).scheme for each in links(html)} == {"", "https", "webcal"}
    assert not [each for each in links(html) if each.startswith("data:")]
    assert http("ftp://example.org") == ""
    assert http("HTTPS://example.org/<b>") == "HTTPS://example.org/%3Cb%3E"


def test_what_machines_read_and_quotes_are_escaped() -> None:
    told = Source("Notes", "https://example.org/notes", None, "<script>x</script>")
    made, one = replace(HOUR, source=told), publication([])
    shown = pages.environment().get_template("call.html.j2")
    html = shown.render(
        frame=frame(one, "calls/hour.html"), t=one.t, page=call(one, made), data=embedded({"a": "</script>"})
    )
    assert "&lt;script&gt;x&lt;/script&gt;" in html
    assert '<script type="application/ld+json">{"a":"\\u003c/script\\u003e"}</script>' in html
    assert "confirmed Thu 1 Dec 2016" in words(html)


def test_of_a_source_that_stays_here_the_date_is_told_without_brackets() -> None:
    dated = fuzzy("2016-12")
    html = page("calls/a.html", entry(name="a"), entry(name="b"))
    assert "Source" not in words(html)
    mail = page("calls/hour.html", replace(HOUR, source=Source("", "", dated, "")))
    assert "Source Dec 2016 How sure" in words(mail)
    told = page("calls/hour.html", replace(HOUR, source=Source("Notes", "https://example.org", dated, "")))
    assert "Source Notes (Dec 2016)" in words(told)
