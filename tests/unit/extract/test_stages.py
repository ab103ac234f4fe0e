from told_texts import of_key, only, stages, sure, values


def test_a_date_said_twice_is_one_stage_with_the_hour() -> None:
    draft = only("# Call for hubs", "It closes on 5 May 2026.", "The deadline is 5 May 2026 at 17:00.")
    assert stages(draft) == {"deadline": "2026-05-05 17:00"}


def test_two_deadlines_have_two_ids() -> None:
    draft = only("# Call for hubs", "Deadlines: 5 May 2026 for lot 1; 6 June 2026 is the deadline for lot 2.")
    assert stages(draft) == {"deadline": "2026-05-05", "deadline-2": "2026-06-06"}


def test_from_today_is_the_day_of_the_document() -> None:
    draft = only(
        "# Bando Reti", "Da oggi sino al 19 aprile 2026 si presentano le domande.", dated="2026-01-20"
    )
    assert stages(draft)["opens"] == "2026-01-20"
    assert sure(each for each in of_key(draft, "stage") if each.value["kind"] == "opens") == [False]


def test_a_date_without_a_word_for_it_is_not_sure() -> None:
    draft = only("# Convocatória de projetos", "De 26 de fevereiro a 31 de maio de 2026.")
    assert stages(draft) == {"opens": "2026-02-26", "deadline": "2026-05-31"}
    assert sure(of_key(draft, "stage")) == [False, False]


def test_a_year_that_is_taken_from_elsewhere_can_be_chosen() -> None:
    draft = only("# Call for hubs", "It opens on 2 February.", "It closes on 5 May 2026.")
    fact = next(each for each in of_key(draft, "stage") if each.value["kind"] == "opens")
    assert (fact.value["when"], fact.readings) == ("2026-02-02", ("2026-02-02", "2027-02-02"))


def test_an_event_lasts_its_days() -> None:
    draft = only("# Cluster conference, Turin, 9-11 June 2026")
    assert values(draft, "stage") == [
        {"id": "dates", "kind": "dates", "when": "2026-06-09", "until": "2026-06-11"}
    ]


def test_a_month_is_no_second_stage_beside_its_day() -> None:
    draft = only("# Call for hubs opens in December 2026", "It opens on 6 December 2026.")
    assert stages(draft) == {"opens": "2026-12-06"}


def test_what_only_a_weak_word_says_is_not_sure() -> None:
    draft = only("# Call for hubs", "Proposals: 14 September 2026.")
    assert stages(draft) == {"deadline": "2026-09-14"}
    assert sure(of_key(draft, "stage")) == [False]


def test_of_a_call_without_a_deadline_the_day_that_nothing_is_said_of_is_asked() -> None:
    draft = only("# Call for hubs", "Mobilità individuale: 17 febbraio 2026 alle ore 12.")
    assert stages(draft) == {"deadline": "2026-02-17 12:00"}
    assert sure(of_key(draft, "stage")) == [False]
    with_one = only("# Call for hubs", "Mobilità: 17 febbraio 2026.", "It closes on 5 May 2026.")
    assert stages(with_one) == {"deadline": "2026-05-05"}


def test_what_was_over_on_the_day_of_the_document_is_asked() -> None:
    draft = only("# Call for hubs", "It closes on 5 May 2026.", dated="2026-06-01")
    assert sure(of_key(draft, "stage")) == [False]


def test_the_old_day_of_an_opening_is_that_of_the_opening() -> None:
    draft = only(
        "# Third call for hubs", "The call, originally scheduled to open on 4 March 2026, was put back."
    )
    assert values(draft, "history") == [{"stage": "opens", "was": "2026-03-04"}]


def test_the_days_in_the_heading_of_an_event_are_sure() -> None:
    draft = only("# Cluster Conference", "# Turin, 9-11 June 2026", "What was shown there is told below.")
    assert sure(of_key(draft, "stage")) == [True]
    below = only("# Cluster Conference", "The second conference: 9 June 2026 in Turin.")
    assert sure(of_key(below, "stage")) == [True]


def test_a_call_that_goes_on_since_a_month_is_open_since_then() -> None:
    draft = only("# Call", "Le call per i cluster proseguiranno, sin da Gennaio 2027.")
    assert sure(of_key(draft, "stage")) == [True]


def test_an_hour_keeps_the_clock_that_is_named() -> None:
    london = only("# Call for hubs", "The call closes on 4 April 2027 at 17:00 London time.")
    assert values(london, "stage")[0]["zone"] == "Europe/London"
    nobody = only("# Call for hubs", "The call closes on 4 April 2027 at 17:00 local time.")
    assert "at" not in values(nobody, "stage")[0]
    assert sure(of_key(nobody, "stage")) == [False]


def test_a_date_that_americans_read_otherwise_is_asked_in_english() -> None:
    draft = only("# Call for hubs", "The call closes on 04/05/2027.")
    (fact,) = of_key(draft, "stage")
    assert (fact.sure, fact.readings) == (False, ("2027-05-04", "2027-04-05"))
    italian = only("# Bando reti", "Scadenza: 04/05/2027")
    assert sure(of_key(italian, "stage")) == [True]


def test_stages_named_in_the_first_cells_of_a_table() -> None:
    draft = only(
        "# Call for hubs", "First stage | 4 April 2027", "Second stage | 5 May 2027", "Budget | EUR 5 million"
    )
    assert stages(draft) == {"first": "2027-04-04", "second": "2027-05-05"}
    assert values(draft, "budget") == [5_000_000]


def test_an_event_without_a_date_is_to_be_looked_at() -> None:
    draft = only("# Report of the Clusters Forum", "What was said there.")
    assert sure(of_key(draft, "title")) == [False]


def test_the_deadline_of_a_call_that_a_policy_step_names_is_asked() -> None:
    draft = only(
        "# Cluster policy: what comes next",
        "The expert group on clusters will publish its recommendations for the policy in spring 2027.",
        "Meanwhile the call for hubs closes on 5 May 2027.",
    )
    assert all(not each.sure for each in of_key(draft, "stage") if each.value["when"] == "2027-05-05")
