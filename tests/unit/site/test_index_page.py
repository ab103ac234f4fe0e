"""The first page: what a card says, and that nothing is left out."""

import re
from datetime import date
from itertools import product

from builders import entry, moved, stage
from clustercalls.model import Status
from made_pages import page, words

HOUR = entry(stage("2017-04-04", at="17:00"), name="hour", title="An hour", checked=date(2016, 12, 1))


def test_a_card_says_what_comes_and_what_is_doubted() -> None:
    old = entry(
        stage("2017-04-04"),
        stage("2017-06-01", name="second", follows="deadline"),
        checked=date(2015, 11, 1),
        history=(moved("deadline", "2017-03-01", "2016-11-20"),),
    )
    said = words(page("index.html", old))
    assert "in 123 days Tue 4 Apr 2017 was 1 Mar" in said
    assert "Then second stage: Thu 1 June 2017" in said
    assert "confirmed Sun 1 Nov 2015; to be confirmed" in said
    assert "to be confirmed" not in words(page("index.html", HOUR))
    assert "nobody has confirmed it" in words(page("index.html", entry(stage("2017-04-04"))))


def test_no_entry_is_left_out_of_the_first_page_whatever_it_is() -> None:
    dates = ("", "2015-01-01", "2016-12-02", "2017-02/2017-03", "2017/..", "../2017-05-01")
    stated = (None, Status.OPEN, Status.CANCELLED, Status.EXHAUSTED, Status.SUSPENDED)
    kinds = ("call", "event", "policy", "resource")
    every = [
        entry(stage(when), name=f"e{n}", kind=kind, status=status if kind == "call" else None, source=told)
        for n, (when, status, kind, told) in enumerate(product(dates, stated, kinds, ("", "2014")))
    ]
    every += [entry(name="bare", kind=kind) for kind in kinds[:1]]
    shown = re.findall(r'<h3><a href="calls/(.*?)\.html"', page("index.html", *every))
    assert sorted(shown) == sorted(each.id for each in every)
