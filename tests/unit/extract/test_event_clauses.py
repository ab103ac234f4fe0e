import pytest

from told_texts import EVENT, of_key, stages, understood


def test_an_event_in_a_clause_leaves_the_rest_to_its_call() -> None:
    call, event = understood(
        "# Call for ports",
        "The deadline is 5 May 2026; the webinar takes place on 3 March 2026 (register by 1 March 2026).",
    ).drafts
    assert [fact.value["when"] for fact in of_key(call, "stage")] == ["2026-05-05"]
    assert {fact.value["when"] for fact in of_key(event, "stage")} == {"2026-03-03", "2026-03-01"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The deadline is 5 May 2026, the meeting of the committee will be held on 6 June 2026.",
        "La scadenza è il 5 maggio 2026, la riunione si terrà il 6 giugno 2026.",
        "La date limite est le 5 mai 2026, la réunion se tiendra le 6 juin 2026.",
        "Einreichfrist ist der 5. Mai 2026, die Sitzung findet am 6. Juni 2026 in Passau statt.",
        "El plazo termina el 5 de mayo de 2026, la reunión se celebrará el 6 de junio de 2026.",
        "O prazo termina a 5 de maio de 2026, a reunião realiza-se a 6 de junho de 2026.",
    ],
)
def test_a_meeting_behind_a_comma_is_its_own(sentence: str) -> None:
    call, event = understood("# Call for ports", sentence).drafts
    assert list(stages(call).values()) == ["2026-05-05"]
    assert (str(event.kind), list(stages(event).values())) == (EVENT, ["2026-06-06"])
