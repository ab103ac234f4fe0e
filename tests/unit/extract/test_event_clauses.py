from told_texts import of_key, understood


def test_an_event_in_a_clause_leaves_the_rest_to_its_call() -> None:
    call, event = understood(
        "# Call for ports",
        "The deadline is 5 May 2026; the webinar takes place on 3 March 2026 (register by 1 March 2026).",
    ).drafts
    assert [fact.value["when"] for fact in of_key(call, "stage")] == ["2026-05-05"]
    assert {fact.value["when"] for fact in of_key(event, "stage")} == {"2026-03-03", "2026-03-01"}
