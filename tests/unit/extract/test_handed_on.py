import pytest

from told_texts import document, understood, values

LISTED = (
    "# Ports: calls open",
    "- Call “Blue ports”: deadline 5 May 2026",
    "- Call “Green ports”: deadline 6 June 2026",
)


@pytest.mark.parametrize(
    "text",
    ["Info: https://ports.example/calls", "Maggiori informazioni: https://ports.example/calls"],
)
def test_an_address_below_a_list_is_of_each_entry(text: str) -> None:
    assert [values(one, "url") for one in understood(*LISTED, text).drafts] == [
        ["https://ports.example/calls"]
    ] * 2


def test_rates_and_amounts_per_project_below_a_list_are_of_each_that_says_none() -> None:
    drafts = understood(*LISTED, "The co-financing rate is 70%.", "Up to EUR 50,000 per project.").drafts
    assert [values(one, "funding") for one in drafts] == [[{"rate": 70}]] * 2
    assert [values(one, "grants") for one in drafts] == [[{"max": 50000}]] * 2
    own = (LISTED[0], f"{LISTED[1]}, co-financing rate 50%", LISTED[2])
    rates = [values(one, "funding") for one in understood(*own, "The co-financing rate is 70%.").drafts]
    assert rates == [[{"rate": 50}], [{"rate": 70}]]


def test_a_budget_of_all_is_of_none() -> None:
    assert [
        values(one, "budget") for one in understood(*LISTED, "The total budget is EUR 5 million.").drafts
    ] == [[], []]


def test_no_address_of_a_bulletin_is_lost() -> None:
    lines = ("# Newsletter", "See https://ports.example", "# Call for ports", "It closes on 5 May 2026.")
    assert [values(one, "url") for one in understood(*lines).drafts] == [["https://ports.example"]]
    assert document(*lines).passages


def test_an_address_on_the_one_event_is_of_it_and_not_of_the_call_listed_last() -> None:
    lines = (
        "# Ports Conference, Genoa, 5 May 2026",
        "What was said there.",
        "# Further funding opportunities",
        "- **Innoports 1 New chains of ports**: call published in March 2026, deadline 6 June 2026",
    )
    slides = "N.B. The slides shown at the conference are at https://ports.example/slides."
    event, call = understood(*lines, slides).drafts
    assert values(event, "url") == ["https://ports.example/slides"]
    assert values(call, "url") == []
    event, call = understood(*lines, "More on it: https://ports.example/calls.").drafts
    assert values(call, "url") == ["https://ports.example/calls"]
