"""Whole texts, in several languages, and the entries that they tell of."""

from datetime import date

import pytest

from clustercalls.drafts import DraftFact
from clustercalls.enumerations import EntryKind
from clustercalls.extract.entry import extracted
from counted import calls_of
from told_texts import document, of_key, only, stages, sure, understood, values


def test_a_call_has_its_dates_money_programme_and_conditions() -> None:
    draft = only(
        "# Digital Europe opens a call for innovation hubs",
        "The call DIGITAL-2026-HUBS-07 has an indicative budget of EUR 110 million.",
        "The EU will co-finance 50% of the costs (75% for SMEs), with up to EUR 2 million per project.",
        "Proposals must be submitted by 10 September 2026 (17:00).",
        "Results are expected in December 2026.",
        "Consortia must include three partners.",
    )
    assert draft.kind is EntryKind.CALL
    assert values(draft, "title") == ["Digital Europe opens a call for innovation hubs"]
    assert values(draft, "ref") == ["DIGITAL-2026-HUBS-07"]
    assert values(draft, "programme") == ["Digital Europe"]
    assert stages(draft) == {"deadline": "2026-09-10 17:00", "decision": "2026-12"}
    assert values(draft, "budget") == [110_000_000]
    assert values(draft, "grants") == [{"max": 2_000_000}]
    assert values(draft, "funding") == [{"rate": 50}, {"rate": 75, "for": "SMEs"}]
    assert values(draft, "eligibility") == ["Consortia must include three partners."]


@pytest.mark.parametrize(
    ("text", "opens", "deadline"),
    [
        ("Call: applications from 1 March to 30 June 2026.", "2026-03-01", "2026-06-30"),
        ("Bando: domande dal 1° marzo al 30 giugno 2026.", "2026-03-01", "2026-06-30"),
        ("Appel : dossiers du 1er mars au 30 juin 2026.", "2026-03-01", "2026-06-30"),
        ("Aufruf: Anträge vom 1. März bis 30. Juni 2026.", "2026-03-01", "2026-06-30"),
        ("Convocatoria: solicitudes del 1 de marzo al 30 de junio de 2026.", "2026-03-01", "2026-06-30"),
        ("Edital: candidaturas de 1 de março a 30 de junho de 2026.", "2026-03-01", "2026-06-30"),
        ("Konkurs: wnioski od 1 marca do 30 czerwca 2026 r.", "2026-03-01", "2026-06-30"),
    ],
)
def test_the_days_of_a_call_in_seven_languages(text: str, opens: str, deadline: str) -> None:
    assert stages(only(text)) == {"opens": opens, "deadline": deadline}


@pytest.mark.parametrize(
    "text",
    [
        "Il termine del bando è prorogato dal 30 giugno al 31 luglio 2026.",
        "Die Einreichfrist des Aufrufs wurde vom 30. Juni auf den 31. Juli 2026 verlängert.",
        "The deadline of the call was extended to 31 July 2026 (previously 30 June 2026).",
        "Se amplía el plazo de la convocatoria hasta el 31 de julio de 2026 (antes 30 de junio de 2026).",
    ],
)
def test_what_was_put_off_has_its_new_day_and_the_one_before(text: str) -> None:
    draft = only(text)
    assert stages(draft) == {"deadline": "2026-07-31"}
    assert values(draft, "history") == [{"stage": "deadline", "was": "2026-06-30"}]


def test_both_stages_of_a_call_follow_one_another() -> None:
    draft = only("Aufruf: Die erste Stufe endet am 8. Mai 2026, die zweite Stufe am 9. Oktober 2026.")
    assert stages(draft) == {"first": "2026-05-08", "second": "2026-10-09"}
    assert [each.get("follows") for each in values(draft, "stage")] == [None, "first"]


def test_an_event_within_a_call_is_an_entry_of_its_own() -> None:
    call, event = understood(
        "# Bando Reti: al via le domande",
        "Scadenza: 30 giugno 2026.",
        "Il 12 maggio 2026 si terrà un infoday sulle reti, presso la Regione.",
    ).drafts
    assert (call.kind, event.kind) == (EntryKind.CALL, EntryKind.EVENT)
    assert stages(event) == {"dates": "2026-05-12"}
    assert values(event, "title") == ["infoday sulle reti"]


def test_rows_of_a_table_are_calls_by_the_headings_of_its_columns() -> None:
    first, second = understood(
        "# LIFE: open calls",
        "| Call | Budget | Opening | Deadline",
        "| Nature | €150 million | 21/04/2026 | 22/09/2026",
        "| Climate | €90 million | 21/04/2026 | 24/09/2026",
    ).drafts
    assert [values(each, "title") for each in (first, second)] == [["Nature"], ["Climate"]]
    assert stages(second) == {"opens": "2026-04-21", "deadline": "2026-09-24"}
    assert values(second, "budget") == [90_000_000]


def test_a_label_says_what_the_date_under_it_is() -> None:
    draft = only("# Appel Filières", "# Date limite de dépôt", "12 novembre 2026, 18h00")
    assert stages(draft) == {"deadline": "2026-11-12 18:00"}


def test_the_date_of_the_document_is_none_of_the_call() -> None:
    draft = only("# Call for clusters", "12 December 2025", "The call closes on 30 April.")
    assert stages(draft) == {"deadline": "2026-04-30"}


def test_a_year_that_nothing_tells_stays_open() -> None:
    draft = only("Der Aufruf läuft noch: Anträge bis zum 9. März.")
    assert stages(draft) == {"deadline": "XXXX-03-09"}
    assert sure(of_key(draft, "stage")) == [False]


def test_a_share_that_is_no_rate_is_kept_as_a_sentence() -> None:
    text = "At least 60 % of the budget must be allocated to SMEs."
    draft = only("# Call for hubs", "Deadline: 5 May 2026.", text)
    assert values(draft, "funding") == []
    assert values(draft, "eligibility") == [text]


def test_what_nothing_was_made_of_is_said() -> None:
    text = "The programme has 245 million euro for the period 2021-2027."
    found = understood("# Call for hubs", "Deadline: 5 May 2026.", text)
    assert [each.text for each in found.left] == [text]


def test_every_fact_stands_where_it_says() -> None:
    lines = (
        "Call for hubs. Deadline: 5 May 2026.",
        "The budget is EUR 3 million: https://hubs.example/call.",
    )
    for fact in only(*lines).facts:
        said = lines[fact.passage][fact.start : fact.end]
        assert said in fact.quote
        assert {"budget": "EUR 3 million", "url": "https://hubs.example/call"}.get(fact.key, said) == said


def test_nothing_is_read_of_nothing() -> None:
    assert understood().drafts == understood("Thank you for your letter.").drafts == ()


def test_the_work_grows_as_the_text_does() -> None:
    line = "The call for hubs closes on 5 May 2026 and has a budget of EUR 3 million for 12 projects."
    understood(line)
    few, many = calls_of(understood, *[line] * 100), calls_of(understood, *[line] * 300)
    assert many < 3.5 * few


@pytest.mark.parametrize(("wording", "most"), [("5 May 2026 ", 800), ("EUR 3 million ", 150)])
def test_the_work_grows_as_one_line_of_the_same_does(wording: str, most: int) -> None:
    understood(wording)
    few, many = calls_of(understood, wording * 500), calls_of(understood, wording * 1_500)
    assert many < 3.5 * few
    assert many < most * 1_500


def test_a_date_that_is_no_fact_is_said_beside_one_that_is() -> None:
    text = "Deadline: 5 May 2026; signature: June 2026."
    found = understood("# Call for hubs", text)
    assert [stages(each) for each in found.drafts] == [{"deadline": "2026-05-05"}]
    assert [each.text for each in found.left] == [text]


def test_rows_of_an_agenda_are_events() -> None:
    found = understood("| 20-21 May 2026 | Cluster Conference", "| 4 June 2026 | Clusters meet Regions")
    assert [stages(each) for each in found.drafts] == [
        {"dates": "2026-05-20..2026-05-21"},
        {"dates": "2026-06-04"},
    ]


def test_a_stage_named_alone_is_a_deadline() -> None:
    draft = only("# Call for hubs", "# First stage: 5 May 2026", "# Second stage: 6 June 2026")
    assert stages(draft) == {"first": "2026-05-05", "second": "2026-06-06"}


def _said(fact: DraftFact) -> str:
    value = fact.value
    if fact.key == "history":
        told = f"was {value['stage']} {value['was']}"
    elif fact.key == "stage":
        told = " ".join(value[key] for key in ("id", "when", "at", "zone") if value.get(key))
    else:
        told = f"{fact.key} {value}"
    return told if fact.sure else f"{told}?"


# Each sentence below the heading of a call, and what is made of it: `?` is asked.
@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        ("Info day: 3 March 2027.", ["dates 2027-03-03"]),
        ("The second edition of the call closes on 4 April 2027.", ["deadline 2027-04-04"]),
        ("Breve: scadenza 4 aprile 2027.", ["deadline 2027-04-04"]),
        ("Applications stand open until they are due on 4 April 2027.", ["deadline 2027-04-04"]),
        (
            "The results of the call will be published on 1 June 2027 and the deadline is 4 April 2027.",
            ["decision 2027-06-01", "deadline 2027-04-04"],
        ),
        (
            "The information day takes place on 3 March 2027; applications close on 4 April 2027.",
            ["deadline 2027-04-04", "dates 2027-03-03"],
        ),
        (
            "The results will be published on 1 June 2027. The call closes on 1 March 2027.",
            ["decision 2027-06-01", "deadline 2027-03-01"],
        ),
        (
            "It closes on 4 April 2027 (first stage) and 5 September 2027 (second stage).",
            ["first 2027-04-04", "second 2027-09-05"],
        ),
        (
            "The first stage closes on 4 April 2027 and the second on 5 September 2027.",
            ["first 2027-04-04", "second 2027-09-05"],
        ),
        ("Public bodies have until 4 April 2027.", ["deadline 2027-04-04?"]),
        ("Gli enti pubblici hanno tempo fino al 4 aprile 2027.", ["deadline 2027-04-04?"]),
        ("Avviso pubblico: fino al 4 aprile 2027.", ["deadline 2027-04-04?"]),
        ("L'appel public court jusqu'au 4 avril 2027.", ["deadline 2027-04-04?"]),
        (
            "Se ha anulado la convocatoria, cuyo plazo termina el 4 de abril de 2027.",
            ["deadline 2027-04-04?"],
        ),
        ("O concurso foi suspenso; o prazo era 4 de abril de 2027.", ["deadline 2027-04-04?"]),
        (
            "The deadline was brought forward from 30 June 2027 to 15 June 2027.",
            ["deadline 2027-06-15", "was deadline 2027-06-30"],
        ),
        (
            "La scadenza è anticipata dal 30 giugno 2027 al 15 giugno 2027.",
            ["deadline 2027-06-15", "was deadline 2027-06-30"],
        ),
        (
            "Die Frist wird vom 30. Juni 2027 auf den 15. Juni 2027 vorverlegt.",
            ["deadline 2027-06-15", "was deadline 2027-06-30"],
        ),
        (
            "The report covers the period from 1 March 2027 to 31 December 2027.",
            ["opens 2027-03-01?", "deadline 2027-12-31?"],
        ),
        (
            "It closes on 4 April 2027 (not 4 May 2027 as earlier announced).",
            ["deadline 2027-04-04", "deadline-2 2027-05-04?"],
        ),
        ("The deadline has not been extended to 4 May 2027.", ["deadline 2027-05-04?"]),
        ("The deadline is not 4 May 2027.", ["deadline 2027-05-04?"]),
        (
            "The call closes on 4 April 2027 at 17:00 London time.",
            ["deadline 2027-04-04 17:00 Europe/London"],
        ),
        ("The call closes on 04/05/2027.", ["deadline 2027-05-04?"]),
        ("Total budget of the programme: 1.2 billion euro.", []),
        ("The total budget of the programme Horizon Europe is 95 billion euro.", []),
        ("Le aziende ammesse firmano il 4 aprile 2027.", ["deadline 2027-04-04?"]),
        ("Eventually the call closes on 5 May 2027.", ["deadline 2027-05-05"]),
        ("Organisations have until 4 April 2027.", ["deadline 2027-04-04?"]),
        ("Lot 2 may apply. 3 set of criteria, 4 out of 10.", []),
        ("La fase a sportello si chiude il 4 aprile 2027.", ["deadline 2027-04-04"]),
        (
            "The previous call closed on 4 April 2026. The new call closes on 4 April 2027.",
            ["deadline 2027-04-04"],
        ),
        ("Partners sign the grant agreement by 1 December 2027.", []),
        ("Grants of up to 350,000 GBP per project.", []),
        ("Budget 2 million EUR, grants of 350,000 GBP per project.", ["budget 2000000?"]),
        ("The last day to apply is 31 October.", ["deadline XXXX-10-31?"]),
        (
            "La segunda fase, para los proyectos preseleccionados, terminará el 27 de septiembre de 2027.",
            ["second 2027-09-27"],
        ),
        ("The call's info day: registration opens on 4 April 2027.", ["registration 2027-04-04?"]),
    ],
)
def test_what_is_sure_of_a_sentence_and_what_is_asked(sentence: str, facts: list[str]) -> None:
    made = extracted(document("# Call for proposals: Regional Clusters", sentence))
    told = [
        fact for draft in made.drafts for fact in draft.facts if fact.key in {"stage", "history", "budget"}
    ]
    assert [_said(fact) for fact in told] == facts


def test_what_will_be_published_lies_ahead_of_the_document() -> None:
    for text, year in (
        ("La convocatoria se publicará el 18 de abril.", "2027"),
        ("La convocatoria fue publicada el 18 de abril.", "2026"),
    ):
        (draft,) = extracted(document("# Convocatoria para clústeres", text), date(2027, 4, 1)).drafts
        assert [each.value["when"] for each in draft.facts if each.key == "stage"] == [f"{year}-04-18"]


def test_a_year_of_the_text_is_none_of_its_heading() -> None:
    (draft,) = understood(
        "# Bando Porti", "Che cosa cambia dopo il 2027.", "Apre il 3 maggio 2026.", "Chiude il 4 giugno."
    ).drafts
    assert [each.value["when"] for each in of_key(draft, "stage")] == ["2026-05-03", "2026-06-04"]
