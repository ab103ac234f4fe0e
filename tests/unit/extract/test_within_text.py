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


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The consortium drafting session is on 20 March 2026 in our office.", "2026-03-20"),
        ("Le pôle organise un speed-dating à Lyon les 9 et 10 mars 2026.", "2026-03-09"),
        ("Zur Einführung lädt die Kammer am 9. März 2026 nach Münster ein.", "2026-03-09"),
        ("Das Hafenfest findet am 9. März 2026 statt.", "2026-03-09"),
        ("La gala se celebra el 9 de marzo de 2026.", "2026-03-09"),
        ("Giełda partnerów odbędzie się 9 marca 2026 r.", "2026-03-09"),
    ],
)
def test_what_takes_place_is_an_event_whatever_it_is_called(sentence: str, day: str) -> None:
    call, event = understood("# Call for ports", "The deadline is 5 May 2026.", sentence).drafts
    assert str(event.kind) == EVENT
    assert of_key(event, "stage")[0].value["when"] == day
    assert len(of_key(call, "stage")) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "The committee, meeting in Riga on 5 March 2026, approved 54 applications.",
        "Interviews will be held on 5 March 2026.",
        "Las reuniones se reservan hasta el 11 de marzo de 2026.",
        "Comissão de Coordenação, 5 de março de 2026",
    ],
)
def test_what_only_sounds_like_a_meeting_is_no_event(sentence: str) -> None:
    told = entries("# Call for ports", "The deadline is 5 May 2026.", sentence, "It is open to all ports.")
    assert told == [(CALL, "Call for ports")]


def test_a_call_that_a_text_on_an_event_begins_a_sentence_with_is_an_entry() -> None:
    told = entries(
        "# Jornada informativa sobre puertos",
        "Tendrá lugar el 22 de noviembre de 2026.",
        "Las primeras convocatorias del clúster cierran el 29 de marzo de 2027.",
    )
    assert [kind for kind, _ in told] == [EVENT, CALL]


def test_the_day_on_which_a_call_is_presented_is_an_event() -> None:
    call, event = understood(
        "# Bando Porti", "Scade il 5 maggio 2026.", "Il bando sarà illustrato il 20 febbraio 2026 a Bari."
    ).drafts
    assert [str(call.kind), str(event.kind)] == [CALL, EVENT]
    assert of_key(event, "title")[0].value == "Il bando sarà illustrato il 20 febbraio 2026 a Bari"


def test_until_when_one_applies_to_an_event_is_of_the_event() -> None:
    (_, event) = understood(
        "# Nabór „Porty”",
        "Termin: 5 maja 2026 r. Giełda odbędzie się 8–9 kwietnia 2026 r.; zgłoszenia do 21 marca.",
    ).drafts
    assert [each.value["kind"] for each in of_key(event, "stage")] == ["dates", "registration"]
