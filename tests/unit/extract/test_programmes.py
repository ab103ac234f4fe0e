from clustercalls.extract.programmes import named, programme_of, refs


def test_identifiers_by_their_form() -> None:
    text = "Topic HORIZON-CL4-2027-X-01-12 of the SMP-like COS-lead"
    assert [ref for *_, ref in refs(text)] == ["HORIZON-CL4-2027-X-01-12"]
    assert programme_of("COS-NET-2026-1") == "COSME"


def test_what_is_only_compared_weighs_nothing() -> None:
    found = {cue.meaning: weight for cue, weight in named("moins connu que horizon 2020, interreg europe")}
    assert found["Horizon 2020"] == 0
    assert found["Interreg"] > 0


def test_the_strand_of_the_single_market_programme_is_that_programme() -> None:
    assert {cue.meaning for cue, _ in named("single market programme (smp cosme)")} == {
        "Single Market Programme"
    }
