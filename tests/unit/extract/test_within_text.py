import pytest

from told_texts import CALL, EVENT, POLICY, entries, of_key, understood


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Un secondo sportello è atteso il 5 ottobre 2027.", "secondo sportello"),
        ("A further round opens on 5 October 2027.", "further round"),
        ("Un nouvel appel sera ouvert le 5 octobre 2027.", "nouvel appel"),
        ("Una segunda convocatoria abre el 5 de octubre de 2027.", "segunda convocatoria"),
        ("Die nächste Runde beginnt am 5. Oktober 2027.", "nächste Runde"),
        ("Uma nova edição abre a 5 de outubro de 2027.", "nova edição"),
        ("Kolejny nabór rusza 5 października 2027 r.", "Kolejny nabór"),
    ],
)
def test_the_next_round_is_an_entry_of_its_own(sentence: str, name: str) -> None:
    told = entries("# Call “Green ports”", "The deadline is 5 May 2027.", sentence)
    assert told == [(CALL, "Green ports"), (CALL, f"Green ports, {name}")]


def test_the_round_that_a_text_is_on_is_no_other_one() -> None:
    assert entries(
        "# Green ports: second call", "The deadline is 5 May 2027.", "The second call opens on 5 April 2027."
    ) == [(CALL, "Green ports: second call")]
    assert entries("# Call for ports", "A new call opens on 5 April 2027.") == [(CALL, "Call for ports")]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Incontro informativo a Rimini: 22 gennaio 2026.", "Incontro informativo a Rimini"),
        ("Online info session on Thursday 21 May 2026.", "Online info session"),
        ("Réunion d'information le 12 février 2026 à Lyon.", "Réunion d'information"),
        ("Jornada informativa: 10 de febrero de 2026.", "Jornada informativa"),
        ("Der Infotag findet am 28. Januar 2026 statt.", "Infotag"),
        ("Sessão de esclarecimento: 18 de fevereiro de 2026.", "Sessão de esclarecimento"),
        ("Szkolenie dla wnioskodawców: 6 marca 2026 r.", "Szkolenie dla wnioskodawców"),
    ],
)
def test_an_event_in_the_text_of_a_call_is_its_own(sentence: str, name: str) -> None:
    call, event = understood("# Call for ports", "The deadline is 5 May 2026.", sentence).drafts
    assert [of_key(call, "stage")[0].value["when"], len(of_key(call, "stage"))] == ["2026-05-05", 1]
    assert (str(event.kind), of_key(event, "title")[0].value) == (EVENT, name)


def test_two_calls_with_names_are_parted() -> None:
    lines = (
        "# News of May",
        "La convocatoria «Puertos verdes» cierra el 5 de mayo de 2026.",
        "También está abierta la convocatoria «Redes azules», hasta el 6 de junio de 2026.",
    )
    assert entries(*lines) == [(CALL, "Puertos verdes"), (CALL, "Redes azules")]


def test_a_step_of_an_institution_is_one_under_any_heading() -> None:
    told = entries(
        "# Ausblick", "Die Kommission wird ihren Vorschlag zum Hafengesetz im vierten Quartal 2027 vorlegen."
    )
    assert [kind for kind, _ in told] == [POLICY]


def test_a_call_told_of_in_the_report_of_an_event_is_an_entry() -> None:
    text = "Il prossimo bando (HORIZON-MISS-2027-SOIL-01) apre l'8 maggio 2027 e scade l'8 ottobre 2027."
    told = entries("# Conferenza “Suoli vivi”, Genova, 14 novembre 2026", text)
    assert [kind for kind, _ in told] == [EVENT, CALL]
