from clustercalls.extract import date_forms


def test_months_of_all_languages_are_known_and_the_longest_first() -> None:
    names = date_forms.months().split("|")
    assert {"maggio", "marz", "kwietnia", "outubro"} <= set(names)
    assert names.index("septembre") < names.index("sept")


def test_short_names_that_mean_more_are_no_month_alone() -> None:
    assert "mar" not in date_forms.long_months().split("|")


def test_a_date_is_found_at_its_place() -> None:
    match = date_forms.single().search("by 5 may 2026.")
    assert match is not None
    assert match["day"] == "5 may 2026"


def test_a_month_alone_wants_a_word_before_it() -> None:
    assert date_forms.led_by_in().search("decided in ")
    assert not date_forms.led_by_in().search("decided ")
