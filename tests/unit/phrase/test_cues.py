"""What is typed along with a date: its own field sets it aside, every other one refuses it and names that."""

from datetime import date

import pytest

from clustercalls.phrase import dates
from clustercalls.phrase.cues import CUES, FIELDS, UNDATED
from clustercalls.phrase.dates import NotUnderstood
from clustercalls.phrase.folding import expressions
from clustercalls.phrase.roles import NotForThisField, Role, Said, read

TODAY = date(2026, 11, 18)
DAY = "2026-05-03"
ROLES = [role for role in Role if role is not Role.SOME]
# A date with its cue in each language, all of the third of May 2026, and the fields that set it aside.
OWN = {
    "deadline registration internal": "deadline 3 May 2026; scadenza: 3 maggio 2026; date limite 3 mai 2026;"
    " Einsendeschluss: 3. Mai 2026; fecha límite 3 de mayo de 2026; prazo: 3 de maio de 2026;"
    " termin składania 3 maja 2026",
    "deadline registration internal ends": "ends on 3 May 2026; termina il 3 maggio 2026;"
    " se termine le 3 mai 2026; endet am 3. Mai 2026; finaliza el 3 de mayo de 2026;"
    " encerra a 3 de maio de 2026; kończy się 3 maja 2026",
    "registration internal": "registration deadline: 3 May 2026; iscrizioni entro il 3 maggio 2026;"
    " clôture des inscriptions 3 mai 2026; Anmeldeschluss 3. Mai 2026; inscripciones: 3 de mayo de 2026;"
    " inscrições até 3 de maio de 2026; rejestracja do 3 maja 2026",
    "internal": "internal deadline 3 May 2026; scadenza interna: 3 maggio 2026;"
    " date limite interne 3 mai 2026; interne Frist: 3. Mai 2026; fecha límite interna 3 de mayo de 2026;"
    " prazo interno: 3 de maio de 2026;"
    " termin wewnętrzny 3 maja 2026; our deadline: 3 May 2026; internal, 3 May 2026",
    "opens starts": "opens on 3 May 2026; apertura: 3 maggio 2026; ouverture le 3 mai 2026;"
    " Eröffnung 3. Mai 2026; se abre el 3 de mayo de 2026; abertura 3 de maio de 2026; otwarcie 3 maja 2026",
    "starts opens": "starts on 3 May 2026; inizia il 3 maggio 2026; débute le 3 mai 2026;"
    " Beginn: 3. Mai 2026; comienza el 3 de mayo de 2026; começa a 3 de maio de 2026;"
    " rozpoczyna się 3 maja 2026",
    "published source.date": "published on 3 May 2026; Gazzetta Ufficiale del 3 maggio 2026;"
    " Journal officiel du 3 mai 2026; Bekanntmachung vom 3. Mai 2026; BOE de 3 de mayo de 2026;"
    " publicado a 3 de maio de 2026; opublikowano 3 maja 2026",
    "info_day": "info day: 3 May 2026; giornata informativa 3 maggio 2026; webinaire 3 mai 2026;"
    " Infoveranstaltung: 3. Mai 2026; jornada informativa: 3 de mayo de 2026;"
    " sessão de esclarecimento 3 de maio de 2026; spotkanie informacyjne 3 maja 2026",
    "interview": "interviews on 3 May 2026; colloqui il 3 maggio 2026; entretien : 3 mai 2026;"
    " Auswahlgespräche am 3. Mai 2026; entrevistas: 3 de mayo de 2026; rozmowy 3 maja 2026",
    "decision": "results: 3 May 2026; esiti 3 maggio 2026; annonce des résultats : 3 mai 2026;"
    " Förderentscheidung 3. Mai 2026; resolución: 3 de mayo de 2026; decisão a 3 de maio de 2026;"
    " ogłoszenie wyników 3 maja 2026; publication of the results 3 May 2026",
    "starts info_day interview": "takes place on 3 May 2026; si svolgerà il 3 maggio 2026;"
    " aura lieu le 3 mai 2026; tendrá lugar el 3 de mayo de 2026; terá lugar a 3 de maio de 2026;"
    " odbędzie się 3 maja 2026",
    "checked": "last checked 3 May 2026; verificato il 3 maggio 2026; zuletzt geprüft am 3. Mai 2026",
    "source.date published": "dated 3 May 2026; datato 3 maggio 2026; datiert 3. Mai 2026",
}  # fmt: skip


@pytest.mark.parametrize("fields", OWN)
def test_a_cue_is_for_its_own_fields_and_refused_with_their_name_for_every_other(fields: str) -> None:
    own = fields.split()
    for text in map(str.strip, OWN[fields].split(";")):
        for role in ROLES:
            if role.value in own:
                said = read(text, role, TODAY)
                assert said.text.removeprefix("../") == DAY, (text, role)
            else:
                with pytest.raises(NotForThisField) as refused:
                    read(text, role, TODAY)
                assert refused.value.said["field"] in own, (text, role)


def test_every_cue_of_the_table_does_so() -> None:
    for cue, row in CUES.items():
        own = FIELDS[cue & ~UNDATED]
        for name in expressions(row):
            for role in ROLES:
                try:
                    taken = read(f"{name} {DAY}", role, TODAY) in {Said(DAY), Said(f"../{DAY}")}
                except NotForThisField as refused:
                    taken = refused.said["field"] not in own
                assert taken is (not own or role.value in own), (name, role)


def test_every_field_that_a_cue_is_of_takes_a_date() -> None:
    assert {field for fields in FIELDS.values() for field in fields} == {role.value for role in ROLES}
    assert {cue & ~UNDATED for cue in CUES} <= set(FIELDS)


def test_no_cue_is_in_the_table_twice() -> None:
    names = [name for row in CUES.values() for name in expressions(row)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("role", ROLES)
def test_cues_of_two_fields_are_of_none(role: Role) -> None:
    for text in (
        "interview deadline 3 May 2026",
        "published, opens 3 May 2026",
        "info day results 3 May 2026",
    ):
        with pytest.raises(NotUnderstood):
            read(text, role, TODAY)


@pytest.mark.parametrize("text", ["opened on 3 May", "eröffnet am 3. Mai", "ha aperto il 3 maggio"])
def test_what_is_over_names_its_year(text: str) -> None:
    assert read(f"{text} 2026", Role.OPENS, TODAY) == Said(DAY)
    with pytest.raises(NotUnderstood, match="it is past: write its year"):
        read(text, Role.OPENS, TODAY)


@pytest.mark.parametrize(
    "text",
    ["webinar 3 May 2027", "results in May 2027", "colloqui a maggio 2027", "findet statt am 3. Mai 2027",
     "internal deadline 3 May 2027", "checked on 3 May 2027", "dated 3 May 2027", "opened on 3 May 2027"],
)  # fmt: skip
def test_where_no_field_is_what_is_of_one_is_no_date(text: str) -> None:
    with pytest.raises(NotUnderstood):
        dates.read(text, TODAY)


@pytest.mark.parametrize(
    ("text", "role", "field"),
    [
        ("ends on 3 May 2027", Role.STARTS, "ends"),
        ("ends on 3 May 2027", Role.OPENS, "deadline"),
        ("starts on 3 May 2027", Role.DUE, "opens"),
        ("starts on 3 May 2027", Role.ENDS, "starts"),
        ("registration opens 3 May 2027", Role.REGISTERS, "opens"),
        ("iscrizioni dal 3 maggio 2027", Role.REGISTERS, "opens"),
    ],
)
def test_of_several_fields_the_one_is_named_that_is_nearest(text: str, role: Role, field: str) -> None:
    with pytest.raises(NotForThisField) as refused:
        read(text, role, TODAY)
    assert refused.value.said["field"] == field
