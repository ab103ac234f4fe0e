"""The items of a feed read as reports: each is one entry, what is not sure of its text is kept apart."""

from html import escape

import pytest

from clustercalls.candidate import Candidate
from clustercalls.catalogue.reading import entry_of
from clustercalls.limits import FEED_LETTERS, ITEM_LETTERS
from clustercalls.sources.feeds.read import items
from clustercalls.sources.feeds.reports import ItemReport, candidates, reports

SOIL = (
    "<p>The agency opened a call for <b>soil</b> projects under Horizon Europe.</p>"
    "<ul><li>Deadline for submission: 31 March 2027 at 17:00</li>"
    "<li>Total budget: EUR 4 million</li></ul>"
    "<p>See <a href='https://portal.example.org/x'>the portal</a>. Published on 5 January 2027.</p>"
)
DAY = "Mon, 11 Jan 2027 10:00:00 GMT"


def rss(*texts: str, title: str = "Call for soil projects", link: str = "https://example.org/a") -> bytes:
    made = "".join(
        f"<item><title>{title}</title><link>{link and f'{link}/{number}'}</link><guid>{number}</guid>"
        f"<pubDate>{DAY}</pubDate><description>{escape(text)}</description></item>"
        for number, text in enumerate(texts)
    )
    return f"<rss version='2.0'><channel><title>News</title>{made}</channel></rss>".encode()


def offered(data: bytes) -> list[Candidate]:
    made = [each for each in candidates(data, "s") if isinstance(each, Candidate)]
    assert all(entry_of("s", each.key, each.entry)[1] == [] for each in made)
    return made


def read(data: bytes) -> list[ItemReport]:
    return [each for each in reports(items(data, "s")) if isinstance(each, ItemReport)]


def days(made: Candidate) -> dict[str, str]:
    return {each["id"]: each["when"] for each in made.entry.get("stage", ())}


def test_the_text_is_read_in_its_structure_and_the_item_wins() -> None:
    (made,) = offered(rss(SOIL))
    assert days(made) == {"published": "2027-01-11", "deadline": "2027-03-31"}
    assert (made.title, made.entry["url"]) == ("Call for soil projects", "https://example.org/a/0")
    assert (made.entry["budget"], made.entry["currency"]) == (4_000_000, "EUR")
    assert made.entry["programme"] == "Horizon Europe"
    assert made.entry["stage"][1]["at"] == "17:00"


def test_plain_text_keeps_its_lines() -> None:
    text = "Call for water projects.\n\n- Deadline: 31 March 2027\n- Place: Bari\n\nOther things stand here."
    assert days(offered(rss(text))[0])["deadline"] == "2027-03-31"


def test_without_a_link_the_text_has_one() -> None:
    assert offered(rss(SOIL, link=""))[0].entry["url"] == "https://portal.example.org/x"


def test_the_year_is_that_of_the_item() -> None:
    text = "<p>The deadline of the call is 31 March.</p>"
    for year in ("2027", "2029"):
        (made,) = offered(rss(text).replace(b"Jan 2027", f"Jan {year}".encode()))
        assert days(made)["deadline"] == f"{year}-03-31"


def test_what_is_not_sure_is_kept_so_and_no_source_takes_it() -> None:
    text = "<p>The call was cancelled: its deadline was 31 March 2027.</p>"
    (report,) = read(rss(text))
    (stage,) = [each for each in report.draft.facts if each.key == "stage" and not each.sure]
    assert (stage.value["when"], stage.value["id"]) == ("2027-03-31", "deadline")
    assert days(offered(rss(text))[0]) == {"published": "2027-01-11"}


def test_an_event_is_one() -> None:
    text = "<p>The conference takes place in Brussels on 5 and 6 May 2027.</p>"
    (made,) = offered(rss(text, title="Conference of clusters"))
    assert (made.entry["kind"], days(made)["dates"]) == ("event", "2027-05-05")


def test_several_calls_in_one_item_are_one_entry_and_the_others_are_left_over() -> None:
    text = (
        "<h2>Call for soil labs</h2><p>The deadline of the call is 31 March 2027.</p>"
        "<h2>Call for water labs</h2><p>Opens on 1 May 2027. The deadline of the call is 9 June 2027.</p>"
    )
    (report,) = read(rss(text, title="Two calls"))
    dates = [each.value["when"] for each in report.draft.facts if each.key == "stage"]
    assert dates == ["2027-01-11", "2027-05-01", "2027-06-09"]
    assert [each.text for each in report.left] == ["The deadline of the call is 31 March 2027."]


def test_a_fact_stands_where_its_passage_says() -> None:
    (report,) = read(rss(SOIL))
    for fact in report.draft.facts:
        assert fact.quote in report.passages[fact.passage].text


def test_what_is_behind_the_bounds_is_searched_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    assert FEED_LETTERS < 1_000_000  # some seconds of reading
    long = f"<p>{'word ' * (ITEM_LETTERS // 5)}</p>"
    (made,) = offered(rss(f"<p>The deadline is 1 March 2027.</p>{long}{SOIL}"))
    assert days(made) == {"published": "2027-01-11", "deadline": "2027-03-01"}
    monkeypatch.setattr("clustercalls.sources.feeds.reports.FEED_LETTERS", 300)
    every = offered(rss(SOIL, SOIL, SOIL))
    assert ["deadline" in days(each) for each in every] == [True, False, False]
    assert "31 March 2027" in every[-1].text
