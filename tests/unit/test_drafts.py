"""Facts become the keys of an entry."""

from clustercalls.drafts import DraftFact, merged


def fact(key: str, value: object) -> DraftFact:
    return DraftFact(key=key, value=value, quote="", passage=0, start=0, end=0)


def test_the_first_of_a_key_counts_and_lists_grow() -> None:
    facts = [
        fact("budget", 5),
        fact("budget", 7),
        fact("tags", "a"),
        fact("tags", ["a", "b"]),
        fact("grants", {"number": 8, "currency": "EUR"}),
        fact("grants", {"each": 350_000}),
        *(fact(key, "x") for key in ("title", "stage", "history", "source")),
    ]
    assert merged(facts) == {
        "budget": 5, "tags": ["a", "b"], "currency": "EUR", "grants": {"number": 8, "each": 350_000},
    }  # fmt: skip
