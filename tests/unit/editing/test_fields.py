"""What is typed for a field, as its value in the file."""

import pytest

from clustercalls.editing.fields import ENTRY, STAGE, Field, field_named, read_value
from clustercalls.errors import UsageRefused


@pytest.mark.parametrize(("name", "typed", "value"), [
    ("budget", "4 milioni di euro", 4_000_000), ("budget", "4 MM €", 4_000_000),
    ("budget", "Valor: 4 M€", 4_000_000), ("budget", "Wartość: 4 mln euro", 4_000_000),
    ("budget", "value: 4M", 4_000_000), ("budget", "Wert 4 Mio. EUR", 4_000_000),
    ("grants.each", "CHF 50k", 50_000),
    ("eligibility", " Four partners, two countries ", ["Four partners, two countries"]),
    ("contact.phones", "+39 080, ext. 5", ["+39 080, ext. 5"]), ("tags", "a, b", ["a", "b"]),
    ("warn", "2 weeks, 3d", ["2w", "3d"]), ("warn", "un mese,10 Tage", ["1m", "10d"]),
    ("warn", "2 Weeks before", ["2 Weeks before"]), ("warn", "[]", []),
    ("links", "https://a.example/x,y", [{"url": "https://a.example/x,y"}]),
    ("grants.each", "70 k€ par projet", 70_000), ("grants.max", "au plus 70 k€ par projet", 70_000),
    ("grants.min", "nie mniej niż 70 tys. zł", 70_000), ("grants.number", "9 Vorhaben", 9),
    ("currency", "zł", "PLN"), ("currency", "Franken", "CHF"), ("currency", "sek", "SEK"),
    ("status", "EXHAUSTED", "exhausted"), ("status", " Suspended", "suspended"),
    ("rate", "80 per cent SMEs; 60", [{"rate": 80, "for": "SMEs"}, {"rate": 60}]),
])  # fmt: skip
def test_what_a_text_becomes(name: str, typed: str, value: object) -> None:
    assert read_value(name, ENTRY[name], typed) == value


@pytest.mark.parametrize(("name", "typed", "code"), [
    ("budget", "lots", "not-an-amount"), ("budget", "2.000 mln", "ambiguous-amount"),
    ("rate", "60-80", "several-rates"), ("rate", "0,6", "ambiguous-rate"), ("rate", "SMEs", "not-a-rate"),
    ("rate", "3/5", "not-a-rate"),
    ("rate", "65 % hasta 70.000 €", "not-this-field"), ("rate", "65 % UE", "not-this-field"),
    ("rate", "65 % du budget", "not-this-field"),
    ("links", "https://a.example https://b.example", "bad-address"),
    ("budget", "at most 2 Mio. €", "not-this-field"), ("budget", "70 k€ par projet", "not-this-field"),
    ("grants.number", "about nine", "not-a-number"), ("grants.number", "9-11", "not-a-number"),
    ("currency", "crowns", "not-a-currency"), ("currency", "EUR or CHF", "not-a-currency"),
    ("status", "stopped", "bad-status"),
    ("rate", "no more than 65 %", "not-this-field"), ("rate", "65 SMEs 45 large", "several-rates"),
    ("rate", "65 mln", "not-this-field"), ("rate", "65 retrofit", "not-this-field"),
    ("rate", "65 SMEs in 2031", "not-this-field"),
])  # fmt: skip
def test_what_does_not_fit_says_what_works(name: str, typed: str, code: str) -> None:
    with pytest.raises(UsageRefused) as refused:
        read_value(name, ENTRY[name], typed)
    assert refused.value.problem.code == code
    assert "{" not in refused.value.problem.message + refused.value.problem.hint


@pytest.mark.parametrize("typed", ["Deadline", "INFO DAY", "info-day"])
def test_a_kind_of_stage_in_any_letters(typed: str) -> None:
    assert read_value("kind", STAGE["kind"], typed) == typed.lower().replace(" ", "_").replace("-", "_")


WORDS = {
    "opens": "apertura ouverture Eröffnung abertura otwarcie opening",
    "decision": "esiti Ergebnisse shortlist wyniki",
    "registration": "iscrizioni Anmeldeschluss rejestracja", "interview": "colloqui entretien entrevistas",
    "info_day": "webinar Infoveranstaltung", "deadline": "scadenza Einsendeschluss prazo",
    "published": "pubblicazione Veröffentlichung publicación", "internal": "interna internal",
}  # fmt: skip


@pytest.mark.parametrize("kind", WORDS)
def test_a_kind_of_stage_by_a_word_for_it(kind: str) -> None:
    assert {read_value("kind", STAGE["kind"], word) for word in WORDS[kind].split()} == {kind}


@pytest.mark.parametrize("typed", ["first", "foo", "opens 2", "inizio", "kick-off", "opening conference", ""])
def test_what_is_a_word_for_no_kind_stays_to_be_told(typed: str) -> None:
    assert read_value("kind", STAGE["kind"], typed) == typed


@pytest.mark.parametrize("name", [key for key, field in ENTRY.items() if field.read is ENTRY["tags"].read])
@pytest.mark.parametrize("typed", ["30d, 7d", "30d;7d", " 30d ; 7d;", "30d\n7d", "30d,;7d"])
def test_a_list_is_parted_by_commas_and_semicolons(name: str, typed: str) -> None:
    assert read_value(name, ENTRY[name], typed) == ["30d", "7d"]


@pytest.mark.parametrize(("name", "inner"), [
    ("grants", "grants.number, grants.each, grants.min, grants.max"),
    ("contact", "contact.name, contact.address, contact.email, contact.pec, contact.phones"),
    ("source", "source.title, source.url, source.quote, source.key, source.date"),
])  # fmt: skip
def test_a_field_of_fields_names_them(name: str, inner: str) -> None:
    with pytest.raises(UsageRefused) as refused:
        field_named(name, ENTRY)
    assert dict(refused.value.problem.values)["known"] == inner


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Finnish time", "Europe/Helsinki"),
        ("Brussels-time", "Europe/Brussels"),
        ("ora di Roma", "Europe/Rome"),
        ("heure de Paris", "Europe/Paris"),
        ("Berliner Zeit", "Europe/Berlin"),
        ("hora de Madrid", "Europe/Madrid"),
        ("hora de Lisboa", "Europe/Lisbon"),
        ("czasu polskiego", "Europe/Warsaw"),
        ("mez", "CET"),
        ("Europe/Rome", "Europe/Rome"),
        ("Rome", "Rome"),
        ("Finnish time or so", "Finnish time or so"),
    ],
)
@pytest.mark.parametrize("fields", [ENTRY, STAGE])
def test_a_zone_is_named_as_beside_an_hour(fields: dict[str, Field], typed: str, zone: str) -> None:
    assert read_value("zone", fields["zone"], typed) == zone
