"""Whether its news say that a call is called off."""

import json

import pytest

from clustercalls.sources.eu.news import called_off
from portal import answered


@pytest.mark.parametrize(("news", "quoted"), [
    ("<p>News.</p><p>The topic has been cancelled. See below.</p>", "The topic has been cancelled."),
    ("The call for proposals is <b>withdrawn</b>", "The call for proposals is withdrawn"),
    ("This call was canceled on 5 May 2026.", "This call was canceled on 5 May 2026."),
    ("Cancellation of the call.", "Cancellation of the call."),
    ("The call is cancelled and will not be published again.",) * 2,
    ("Topic HORIZON-CL1-2027-7 is cancelled.",) * 2,
    ("Topic HORIZON-CL1-2027-77 is cancelled.", ""),  # another one
    ("The info day has been cancelled. The call is open.", ""), ("The call's info day is cancelled.", ""),
    ("The webinar of the call was cancelled.", ""), ("The call is not cancelled.", ""),
    ("If the call is cancelled, you will be told.", ""), ("The call may be cancelled.", ""),
    ("The deadline of the call has been extended.", ""), ("", ""),
    ("The call was cancelled. It was re-opened on 1 June.", ""),
])  # fmt: skip
def test_what_news_say(news: str, quoted: str) -> None:
    told = json.dumps([{"content": news, "lastChangeDate": "2026-04-15T15:31:59.992"}])
    assert called_off(answered(7, "1", latestInfos=told)) == quoted


def test_the_newest_counts() -> None:
    off = {"content": "The call is cancelled.", "lastChangeDate": "2026-04-15T15:31:59.992"}
    on = {"content": "The call is relaunched.", "lastChangeDate": "2026-05-15T15:31:59.992"}
    for every in ([off, on], [on, off]):
        assert called_off(answered(7, "1", latestInfos=json.dumps(every))) == ""
    earlier = {**on, "lastChangeDate": "2026-03-01"}
    assert called_off(answered(7, "1", latestInfos=json.dumps([earlier, off]))) == "The call is cancelled."


def test_news_that_are_no_list_are_read_too() -> None:
    assert (
        called_off(answered(7, "1", latestInfos="<p>The call is cancelled.</p>")) == "The call is cancelled."
    )
    for other in ("7", "[7, null]", '[{"content": 7}]', "{}"):
        assert called_off(answered(7, "1", latestInfos=other)) == ""
