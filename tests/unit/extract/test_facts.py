import pytest

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


def test_of_two_budgets_as_plain_none_is_sure() -> None:
    draft = only("# Call for hubs", "The budget is EUR 4 million for lot 1 and EUR 5 million for lot 2.")
    assert sure(of_key(draft, "budget")) == [False, False]


def test_of_two_most_grants_none_is_sure_and_bounds_beside_each_other_are() -> None:
    two = only(
        "# Call for hubs", "Grants of up to EUR 50,000 for pilots.", "Grants of up to EUR 90,000 else."
    )
    assert sure(of_key(two, "grants")) == [False, False]
    bounds = only("# Call for hubs", "The minimum grant is EUR 20,000.", "The maximum grant is EUR 90,000.")
    assert sure(of_key(bounds, "grants")) == [True, True]


def test_two_numbers_of_grants_are_asked_for() -> None:
    draft = only("# Call for hubs", "We fund 12 projects in lot 1.", "We fund 8 projects in lot 2.")
    assert sure(of_key(draft, "grants")) == [False, False]


def test_an_amount_without_a_currency_or_a_plain_word_is_not_sure() -> None:
    draft = only("# Call for hubs", "The budget is 4 million.", "Up to EUR 50,000.")
    assert sure(of_key(draft, "budget")) == [False]
    assert sure(of_key(draft, "grants")) == [False]


def test_what_is_asked_for_in_an_investment_is_no_fact() -> None:
    draft = only("# Call for hubs", "Deadline: 5 May 2026.", "The minimum investment is EUR 30,000.")
    assert not of_key(draft, "grants") + of_key(draft, "budget")


def test_a_bare_address_has_its_scheme_and_the_sentence_as_its_title() -> None:
    draft = only(
        "# Call for hubs", "Deadline: 5 May 2026, see https://a.example.eu.", "Help on help.example.eu/x"
    )
    assert values(draft, "links") == [
        {"title": "Help on help.example.eu/x", "url": "https://help.example.eu/x"}
    ]


def test_two_programmes_of_the_same_weight_are_asked_for() -> None:
    draft = only(
        "# Call for hubs", "The call is for Erasmus+ and Digital Europe hubs.", "Deadline: 5 May 2026."
    )
    assert sure(of_key(draft, "programme")) == [False]


@pytest.mark.parametrize(
    "text",
    [
        "The call has EUR 10 million, of which 75 % is allocated to SMEs.",
        "Il bando ha 10 milioni di euro, di cui il 75 % destinato alle PMI.",
        "75 % of the places are reserved for SMEs.",
    ],
)
def test_a_share_that_is_no_rate_of_funding_is_kept_as_a_sentence(text: str) -> None:
    draft = only("# Call for hubs", text)
    assert values(draft, "funding") == []
    assert values(draft, "eligibility") == [text]


def test_a_long_sentence_is_cut_between_words_where_it_is_the_title_of_its_link() -> None:
    long = f"Whoever wants to see {'which regions take part, ' * 5}finds them at https://c.example/regions"
    draft = only("# Call for ports", "Deadline 5 May 2026. See https://a.example", long)
    (link,) = values(draft, "links")
    assert link["title"].endswith(("which…", "regions…", "take…", "part…"))
    assert len(link["title"]) <= 121


def test_turnover_growth_and_the_amount_of_each_project_are_no_grants_of_the_call() -> None:
    draft = only(
        "# Förderaufruf Häfen", "Die Quote beträgt 80 %, bei einem Jahresumsatz über 50 Mio. Euro 50 %."
    )
    assert values(draft, "grants") == []
    draft = only("# Convocatoria Puertos", "Está dotada con 105 millones de euros, un 10 % más que en 2026.")
    assert values(draft, "funding") == []
    draft = only(
        "# Concurso Portos", "O concurso tem 12 milhões de euros e cada projeto recebe até 750 mil euros."
    )
    assert values(draft, "budget") == [12_000_000]
