from told_texts import of_key, only, sure, understood, values


def test_of_several_budgets_the_first_is_sure() -> None:
    draft = only("# Call for hubs", "The budget is EUR 4 million, of which EUR 1 million for lot 1.")
    assert values(draft, "budget") == [4_000_000, 1_000_000]
    assert sure(of_key(draft, "budget")) == [True, False]
    assert values(draft, "currency") == ["EUR", "EUR"]


def test_an_amount_of_two_readings_has_both() -> None:
    draft = only("# Aviso de concurso", "Cada projeto pode receber até 500 mil euros.")
    (fact,) = of_key(draft, "grants")
    assert (fact.sure, fact.readings) == (False, ("500000", "500000000"))


def test_grants_have_their_bounds_and_number() -> None:
    draft = only("# Call for hubs", "We fund 12 projects, with grants between EUR 3 and 4 million each.")
    assert values(draft, "grants") == [{"min": 3_000_000, "max": 4_000_000}, {"number": 12}]


def test_the_first_address_is_that_of_the_entry_and_others_are_links() -> None:
    draft = only("# Call for hubs", "Deadline: 5 May 2026. See https://a.example and www.b.example/x.")
    assert values(draft, "url") == ["https://a.example"]
    assert [each["url"] for each in values(draft, "links")] == ["https://www.b.example/x"]


def test_a_programme_that_stands_elsewhere_is_not_sure() -> None:
    draft = only("# LIFE news", "The call for hubs closes on 5 May 2026.")
    assert values(draft, "programme") == ["LIFE"]


def test_an_identifier_tells_the_programme() -> None:
    draft = only("# Call for hubs", "COS-NET-2026-1 closes on 5 May 2026; COS-NET-2026-1 is new.")
    assert values(draft, "ref") == ["COS-NET-2026-1"]
    assert values(draft, "programme") == ["COSME"]


def test_a_programme_of_the_whole_text_is_not_sure_for_its_event() -> None:
    _, event = understood(
        "# LIFE call for hubs", "Deadline: 5 May 2026.", "The infoday takes place on 3 April 2026."
    ).drafts
    assert values(event, "programme") == ["LIFE"]
    assert sure(of_key(event, "programme")) == [False]
