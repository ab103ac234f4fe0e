"""What sources write, in seven languages: the text, the field it is typed for, what it comes to.

Today is Wednesday 18 November 2026. `A → B` is a deadline with its opening, `A + B` an event from A to B,
a zone stands behind its date, `(end)` is the end of a day that was named by its midnight, `-` no date yet,
`!` is refused: it is not sure, and a person has to say what is meant.
"""

import re
from datetime import date

import pytest

from clustercalls.errors import filled
from clustercalls.phrase.dates import Ambiguous, NotUnderstood
from clustercalls.phrase.roles import NotForThisField, Role, Said, chosen, read, role_of
from clustercalls.phrase.stage_names import kind_of
from wordings import WORDINGS

TODAY = date(2026, 11, 18)
DUE, OPENS, PUBLISHED, STARTS, ENDS, NOTED, SOME = (
    Role.DUE, Role.OPENS, Role.PUBLISHED, Role.STARTS, Role.ENDS, Role.NOTED, Role.SOME,
)  # fmt: skip

ENGLISH = [
    (DUE, "by 15 March 2027", "2027-03-15"),
    (DUE, "no later than March 15, 2027", "2027-03-15"),
    (DUE, "not later than 17:00 on 15 March 2027", "2027-03-15T17:00"),
    (DUE, "open until 15 March 2027", "2027-03-15"),
    (DUE, "until 15 March 2027, 5 pm", "2027-03-15T17:00"),
    (DUE, "15 March 2027 at the latest", "2027-03-15"),
    (DUE, "15 March 2027, 17:00 Brussels time", "2027-03-15T17:00 Europe/Brussels"),
    (DUE, "15 March 2027 17:00:00 (Brussels local time)", "2027-03-15T17:00:00 Europe/Brussels"),
    (DUE, "15 March 2027 at noon CET", "2027-03-15T12:00 CET"),
    (DUE, "15 March 2027 (AoE)", "2027-03-15 AoE"),
    (DUE, "15 March 2027, 23:59 AoE", "2027-03-15T23:59 AoE"),
    (DUE, "15 March 2027 16:00 UTC", "2027-03-15T16:00 UTC"),
    (DUE, "15 March 2027 16:00 UTC+2", "2027-03-15T16:00 UTC+2"),
    (DUE, "15 March 2027 16:00 Europe/Helsinki", "2027-03-15T16:00 Europe/Helsinki"),
    (DUE, "15 March 2027 16:00 Finnish time", "2027-03-15T16:00 Europe/Helsinki"),
    (DUE, "15 March 2027 16:00 French time", "2027-03-15T16:00 Europe/Paris"),
    (DUE, "15 marzo 2027 ore 16 (ora francese)", "2027-03-15T16:00 Europe/Paris"),
    (DUE, "midnight 15 March 2027", "2027-03-15 (end)"),
    (DUE, "15 March 2027 24:00", "2027-03-15 (end)"),
    (DUE, "15 March 2027 at 12 noon", "2027-03-15T12:00"),
    (DUE, "Deadline: 15 March 2027", "2027-03-15"),
    (DUE, "Closing date: Monday 15 March 2027 (17:00)", "2027-03-15T17:00"),
    (DUE, "from 1 February to 15 March 2027", "2027-02-01 → 2027-03-15"),
    (DUE, "1 February – 15 March 2027", "2027-02-01 → 2027-03-15"),
    (DUE, "mid-March 2027", "2027-03-11/2027-03-20"),
    (DUE, "end of March 2027", "2027-03-21/2027-03-31"),
    (DUE, "early March 2027", "2027-03-01/2027-03-10"),
    (DUE, "tbc", "-"),
    (DUE, "to be announced", "-"),
    (DUE, "15 March 2027 (tbc)", "2027-03-15?"),
    (DUE, "15 March", "2027-03-15"),
    (DUE, "by June 2027", "../2027-06"),
    (DUE, "../2027-03-15", "../2027-03-15"),
    (OPENS, "from 4 April 2027", "2027-04-04"),
    (OPENS, "as of 4 April 2027", "2027-04-04"),
    (OPENS, "from January 2027", "2027-01/.."),
    (PUBLISHED, "15 March", "2026-03-15"),
    (NOTED, "19 November", "2025-11-19"),
    (STARTS, "10 and 11 November 2027", "2027-11-10 + 2027-11-11"),
    (STARTS, "10-12 November 2027", "2027-11-10 + 2027-11-12"),
    (DUE, "from 4 April 2027", "!"),
    (OPENS, "by 4 April 2027", "!"),
    (OPENS, "Deadline: 4 April 2027", "!"),
    (DUE, "15 March 2027 17:00 IST", "!"),
    (DUE, "15 July 2027 17:00 EST", "!"),
    (DUE, "15 March 2027 17:00 local time", "!"),
    (DUE, "15 March 2027 00:00", "!"),
    (DUE, "10 and 11 November 2027", "!"),
    (DUE, "before 15 March 2027", "!"),
    (DUE, "04/05/2027", "!"),
    (DUE, "next Friday", "!"),
]

ITALIAN = [
    (DUE, "entro il 15 marzo 2027", "2027-03-15"),
    (DUE, "entro e non oltre il 15/03/2027", "2027-03-15"),
    (DUE, "entro le ore 12.00 del 15 marzo 2027", "2027-03-15T12:00"),
    (DUE, "entro le ore 17 del 15 marzo 2027", "2027-03-15T17:00"),
    (DUE, "fino al 15 marzo 2027", "2027-03-15"),
    (DUE, "fino alle ore 13:00 del 15 marzo 2027", "2027-03-15T13:00"),
    (DUE, "al più tardi il 15 marzo 2027", "2027-03-15"),
    (DUE, "15 marzo 2027 ore 17:00 (ora di Bruxelles)", "2027-03-15T17:00 Europe/Brussels"),
    (DUE, "scadenza: lunedì 15 marzo 2027, h. 17", "2027-03-15T17:00"),
    (DUE, "termine ultimo 15.03.2027", "2027-03-15"),
    (DUE, "15 marzo 2027 a mezzogiorno", "2027-03-15T12:00"),
    (DUE, "la mezzanotte del 15 marzo 2027", "2027-03-15 (end)"),
    (DUE, "ore 24:00 del 15 marzo 2027", "2027-03-15 (end)"),
    (DUE, "dal 1° febbraio al 15 marzo 2027", "2027-02-01 → 2027-03-15"),
    (
        DUE,
        "dalle ore 9:00 del 1 febbraio 2027 alle ore 17:00 del 15 marzo 2027",
        "2027-02-01T09:00 → 2027-03-15T17:00",
    ),
    (DUE, "metà marzo 2027", "2027-03-11/2027-03-20"),
    (DUE, "fine marzo 2027", "2027-03-21/2027-03-31"),
    (DUE, "entro la fine di marzo 2027", "2027-03-31"),
    (DUE, "inizio di marzo 2027", "2027-03-01/2027-03-10"),
    (DUE, "inizio marzo 2027", "2027-03-01/2027-03-10"),
    (DUE, "nel mese di marzo 2027", "2027-03"),
    (DUE, "da definire", "-"),
    (DUE, "il prossimo 15 marzo", "2027-03-15"),
    (DUE, "15 marzo 2027 ore 16 (ora finlandese)", "2027-03-15T16:00 Europe/Helsinki"),
    (OPENS, "a partire dal 4 aprile 2027", "2027-04-04"),
    (OPENS, "dal 4 aprile 2027", "2027-04-04"),
    (OPENS, "dalle ore 10 del 4 aprile 2027", "2027-04-04T10:00"),
    (PUBLISHED, "15 marzo scorso", "2026-03-15"),
    (STARTS, "18 e 19 settembre 2027", "2027-09-18 + 2027-09-19"),
    (STARTS, "dal 18 al 20 settembre 2027", "2027-09-18 + 2027-09-20"),
    (DUE, "secondo trimestre 2027", "2027-34"),
    (DUE, "dal 4 aprile 2027", "!"),
    (OPENS, "entro il 4 aprile 2027", "!"),
    (DUE, "prima del 15 marzo 2027", "!"),
    (DUE, "15 marzo 2027 ore 17 ora locale", "!"),
    (DUE, "15 marzo 2027 alle 5", "!"),
]

FRENCH = [
    (DUE, "jusqu'au 15 mars 2027", "2027-03-15"),
    (DUE, "jusqu’au 15 mars 2027 à 17h", "2027-03-15T17:00"),
    (DUE, "au plus tard le 15 mars 2027", "2027-03-15"),
    (DUE, "au plus tard le lundi 15 mars 2027 à 17 h 00", "2027-03-15T17:00"),
    (DUE, "date limite : 15 mars 2027", "2027-03-15"),
    (DUE, "clôture le 15 mars 2027 à midi", "2027-03-15T12:00"),
    (DUE, "15 mars 2027 à minuit", "2027-03-15 (end)"),
    (DUE, "15 mars 2027, 17h00 (heure de Bruxelles)", "2027-03-15T17:00 Europe/Brussels"),
    (DUE, "15 mars 2027 à 17h30, heure de Paris", "2027-03-15T17:30 Europe/Paris"),
    (DUE, "du 1er février au 15 mars 2027", "2027-02-01 → 2027-03-15"),
    (DUE, "mi-mars 2027", "2027-03-11/2027-03-20"),
    (DUE, "début mars 2027", "2027-03-01/2027-03-10"),
    (DUE, "fin mars 2027", "2027-03-21/2027-03-31"),
    (DUE, "à la mi-mars 2027", "2027-03-11/2027-03-20"),
    (DUE, "à confirmer", "-"),
    (DUE, "au mois de mars 2027", "2027-03"),
    (DUE, "15 mars prochain", "2027-03-15"),
    (DUE, "avant fin mars 2027", "!"),
    (DUE, "15/03/2027 à 23h59", "2027-03-15T23:59"),
    (OPENS, "dès le 4 avril 2027", "2027-04-04"),
    (OPENS, "à partir du 4 avril 2027", "2027-04-04"),
    (OPENS, "à compter du 4 avril 2027", "2027-04-04"),
    (PUBLISHED, "le 15 octobre dernier", "2026-10-15"),
    (STARTS, "10 et 11 novembre 2027", "2027-11-10 + 2027-11-11"),
    (STARTS, "du 10 au 12 novembre 2027", "2027-11-10 + 2027-11-12"),
    (STARTS, "les 10 et 11 novembre 2027", "2027-11-10 + 2027-11-11"),
    (DUE, "à partir du 4 avril 2027", "!"),
    (OPENS, "jusqu'au 4 avril 2027", "!"),
    (DUE, "avant le 15 mars 2027", "!"),
    (DUE, "15 mars 2027 à 17h heure locale", "!"),
]

GERMAN = [
    (DUE, "bis 15. März 2027", "2027-03-15"),
    (DUE, "bis zum 15.03.2027", "2027-03-15"),
    (DUE, "bis spätestens 15. März 2027, 12 Uhr", "2027-03-15T12:00"),
    (DUE, "spätestens am 15. März 2027", "2027-03-15"),
    (DUE, "15. März 2027 (12.00 Uhr)", "2027-03-15T12:00"),
    (DUE, "15. März 2027, 17:00 Uhr Brüsseler Zeit", "2027-03-15T17:00 Europe/Brussels"),
    (DUE, "15. März 2027, 17:00 Uhr (MEZ)", "2027-03-15T17:00 CET"),
    (DUE, "Einsendeschluss: 15.03.2027", "2027-03-15"),
    (DUE, "Frist: Montag, 15. März 2027", "2027-03-15"),
    (DUE, "Frist bis 15.3.2027", "2027-03-15"),
    (DUE, "zum 15. März 2027", "2027-03-15"),
    (DUE, "15. März 2027 um Mitternacht", "2027-03-15 (end)"),
    (DUE, "15. März 2027, 24 Uhr", "2027-03-15 (end)"),
    (DUE, "15. März 2027, Mittag", "2027-03-15T12:00"),
    (DUE, "vom 1. Februar bis 15. März 2027", "2027-02-01 → 2027-03-15"),
    (DUE, "vom 1. Februar zum 15. März 2027 (12.00 Uhr)", "2027-02-01 → 2027-03-15T12:00"),
    (DUE, "Mitte März 2027", "2027-03-11/2027-03-20"),
    (DUE, "Anfang März 2027", "2027-03-01/2027-03-10"),
    (DUE, "Ende März 2027", "2027-03-21/2027-03-31"),
    (DUE, "im Jahr 2027", "2027"),
    (DUE, "wird noch bekannt gegeben", "-"),
    (OPENS, "ab 4. April 2027", "2027-04-04"),
    (OPENS, "ab dem 4. April 2027", "2027-04-04"),
    (OPENS, "Do 8.4.2027", "2027-04-08"),
    (STARTS, "1./2. Dezember 2027", "2027-12-01 + 2027-12-02"),
    (STARTS, "1. und 2. Dezember 2027", "2027-12-01 + 2027-12-02"),
    (STARTS, "04.04.2027-06.04.2027", "2027-04-04 + 2027-04-06"),
    (STARTS, "12 . 05 . 2027", "2027-05-12"),
    (STARTS, "Termin: 12.5.2027", "2027-05-12"),
    (DUE, "ab 4. April 2027", "!"),
    (OPENS, "bis 4. April 2027", "!"),
    (DUE, "15. März 2027, 17 Uhr Ortszeit", "!"),
    (DUE, "vor dem 15. März 2027", "!"),
]

SPANISH = [
    (DUE, "hasta el 15 de marzo de 2027", "2027-03-15"),
    (DUE, "hasta las 14:00 horas del día 15/03/2027", "2027-03-15T14:00"),
    (DUE, "hasta las 14:00 horas del 15 de marzo de 2027", "2027-03-15T14:00"),
    (DUE, "a más tardar el 15 de marzo de 2027", "2027-03-15"),
    (DUE, "fecha límite: 15 de marzo de 2027", "2027-03-15"),
    (DUE, "15 de marzo de 2027 a mediodía", "2027-03-15T12:00"),
    (DUE, "15 de marzo de 2027 a medianoche", "2027-03-15 (end)"),
    (DUE, "15 de marzo de 2027, 17:00 (hora de Bruselas)", "2027-03-15T17:00 Europe/Brussels"),
    (DUE, "15 de marzo de 2027 a las 14:00 h (hora peninsular)", "2027-03-15T14:00 Europe/Madrid"),
    (DUE, "del 1 de febrero al 15 de marzo de 2027", "2027-02-01 → 2027-03-15"),
    (DUE, "desde el 1 de febrero hasta el 15 de marzo de 2027", "2027-02-01 → 2027-03-15"),
    (
        DUE,
        "desde las 10:00 horas del día 01/02/2027 hasta las 14:00 horas del día 15/03/2027",
        "2027-02-01T10:00 → 2027-03-15T14:00",
    ),
    (
        DUE,
        "desde las 10:00 horas del día 15/02/2027 hasta las 14:00 horas del día 15/03/2027",
        "2027-02-15T10:00 → 2027-03-15T14:00",
    ),
    (DUE, "a mediados de marzo de 2027", "2027-03-11/2027-03-20"),
    (DUE, "a principios de marzo de 2027", "2027-03-01/2027-03-10"),
    (DUE, "finales de marzo de 2027", "2027-03-21/2027-03-31"),
    (DUE, "por confirmar", "-"),
    (DUE, "plazo: 15 de marzo de 2027", "2027-03-15"),
    (DUE, "el próximo 15 de marzo", "2027-03-15"),
    (DUE, "en el mes de marzo de 2027", "2027-03"),
    (OPENS, "desde el 4 de abril de 2027", "2027-04-04"),
    (OPENS, "a partir del 4 de abril de 2027", "2027-04-04"),
    (PUBLISHED, "el pasado 15 de marzo", "2026-03-15"),
    (STARTS, "10 y 11 de noviembre de 2027", "2027-11-10 + 2027-11-11"),
    (STARTS, "los días 10 y 11 de noviembre de 2027", "2027-11-10 + 2027-11-11"),
    (STARTS, "del 10 al 12 de noviembre de 2027", "2027-11-10 + 2027-11-12"),
    (DUE, "desde el 4 de abril de 2027", "!"),
    (OPENS, "hasta el 4 de abril de 2027", "!"),
    (DUE, "antes del 15 de marzo de 2027", "!"),
    (DUE, "15 de marzo de 2027 a las 14:00 hora local", "!"),
]

PORTUGUESE = [
    (DUE, "até 15 de março de 2027", "2027-03-15"),
    (DUE, "até ao dia 15 de março de 2027", "2027-03-15"),
    (DUE, "até às 17h00 do dia 15 de março de 2027", "2027-03-15T17:00"),
    (DUE, "até às 17h do dia 15/03/2027", "2027-03-15T17:00"),
    (DUE, "o mais tardar em 15 de março de 2027", "2027-03-15"),
    (DUE, "prazo: 15 de março de 2027", "2027-03-15"),
    (DUE, "data limite: 15 de março de 2027", "2027-03-15"),
    (DUE, "15 de março de 2027, 17:00 (hora de Bruxelas)", "2027-03-15T17:00 Europe/Brussels"),
    (DUE, "15 de março de 2027 às 17:00 (hora de Lisboa)", "2027-03-15T17:00 Europe/Lisbon"),
    (DUE, "15 de março de 2027 ao meio-dia", "2027-03-15T12:00"),
    (DUE, "15 de março de 2027 à meia-noite", "2027-03-15 (end)"),
    (DUE, "de 1 de fevereiro a 15 de março de 2027", "2027-02-01 → 2027-03-15"),
    (DUE, "segunda-feira, 15 de março de 2027", "2027-03-15"),
    (DUE, "quinta-feira, 15 de abril de 2027", "2027-04-15"),
    (DUE, "março de 2027", "2027-03"),
    (DUE, "meados de março de 2027", "2027-03-11/2027-03-20"),
    (DUE, "início de março de 2027", "2027-03-01/2027-03-10"),
    (DUE, "final de março de 2027", "2027-03-21/2027-03-31"),
    (DUE, "2.º trimestre de 2027", "2027-34"),
    (DUE, "a definir", "-"),
    (DUE, "15 de dezembro", "2026-12-15"),
    (OPENS, "a partir de 4 de abril de 2027", "2027-04-04"),
    (OPENS, "desde 4 de abril de 2027", "2027-04-04"),
    (PUBLISHED, "15 de outubro", "2026-10-15"),
    (STARTS, "10 e 11 de novembro de 2027", "2027-11-10 + 2027-11-11"),
    (STARTS, "de 10 a 12 de novembro de 2027", "2027-11-10 + 2027-11-12"),
    (DUE, "a partir de 4 de abril de 2027", "!"),
    (OPENS, "até 4 de abril de 2027", "!"),
    (DUE, "antes de 15 de março de 2027", "!"),
    (DUE, "15 de março de 2027 às 17:00 hora local", "!"),
]

POLISH = [
    (DUE, "do 15 marca 2027", "2027-03-15"),
    (DUE, "do dnia 15 marca 2027 r.", "2027-03-15"),
    (DUE, "do 15 marca 2027 r. do godz. 15:00", "2027-03-15T15:00"),
    (DUE, "do 15.03.2027, godz. 12.00", "2027-03-15T12:00"),
    (DUE, "najpóźniej 15 marca 2027 roku", "2027-03-15"),
    (DUE, "najpóźniej do 15 marca 2027", "2027-03-15"),
    (DUE, "termin: 15 marca 2027", "2027-03-15"),
    (DUE, "15 marca 2027 o godz. 17:00 czasu brukselskiego", "2027-03-15T17:00 Europe/Brussels"),
    (DUE, "15 marca 2027 r. o godzinie 14:00 (czas warszawski)", "2027-03-15T14:00 Europe/Warsaw"),
    (DUE, "od 1 lutego do 15 marca 2027 r.", "2027-02-01 → 2027-03-15"),
    (DUE, "15 marca 2027 r. w południe", "2027-03-15T12:00"),
    (DUE, "15 marca 2027 r. o północy", "2027-03-15 (end)"),
    (DUE, "poniedziałek, 15 marca 2027", "2027-03-15"),
    (DUE, "marzec 2027", "2027-03"),
    (DUE, "w marcu 2027 r.", "2027-03"),
    (DUE, "połowa marca 2027", "2027-03-11/2027-03-20"),
    (DUE, "na początku marca 2027", "2027-03-01/2027-03-10"),
    (DUE, "pod koniec marca 2027", "2027-03-21/2027-03-31"),
    (DUE, "wiosna 2027", "2027-21"),
    (DUE, "do ustalenia", "-"),
    (DUE, "15 grudnia", "2026-12-15"),
    (DUE, "II kwartał 2027", "2027-34"),
    (OPENS, "od 4 kwietnia 2027", "2027-04-04"),
    (OPENS, "od dnia 4 kwietnia 2027 r.", "2027-04-04"),
    (PUBLISHED, "15 października", "2026-10-15"),
    (STARTS, "10 i 11 listopada 2027", "2027-11-10 + 2027-11-11"),
    (STARTS, "w dniach 10-12 listopada 2027 r.", "2027-11-10 + 2027-11-12"),
    (DUE, "od 4 kwietnia 2027", "!"),
    (OPENS, "do 4 kwietnia 2027", "!"),
    (DUE, "przed 15 marca 2027", "!"),
    (DUE, "15 marca 2027 godz. 17:00 czasu lokalnego", "!"),
]

LANGUAGES = {
    "English": ENGLISH, "Italian": ITALIAN, "French": FRENCH, "German": GERMAN, "Spanish": SPANISH,
    "Portuguese": PORTUGUESE, "Polish": POLISH,
}  # fmt: skip
ROWS = [(language, *row) for language, rows in LANGUAGES.items() for row in rows]
ROWS += [("more", role, *row) for role, rows in WORDINGS.items() for row in rows]


def told(said: Said) -> str:
    """What was read, in the notation of the rows."""
    text = " → ".join(filter(None, (said.opens, said.when or "-")))
    text += f" + {said.until}" if said.until else ""
    text += f" {said.zone}" if said.zone else ""
    return text + (" (end)" if said.to_the_end else "")


def rows_of(language: str) -> list[tuple[Role, str, str]]:
    """Its rows; those of a language are one test, which names each row that is wrong: a test costs more."""
    rows = [(role, text, expected) for of, role, text, expected in ROWS if of == language]
    assert rows
    return rows


def found(text: str, role: Role) -> str:
    """What it comes to, in the notation of the rows."""
    try:
        return told(read(text, role, TODAY))
    except NotUnderstood:
        return "!"


each_language = pytest.mark.parametrize("language", sorted({row[0] for row in ROWS}))


@each_language
def test_what_a_source_writes_is_right_or_refused(language: str) -> None:
    came = [(role, text, found(text, role), expected) for role, text, expected in rows_of(language)]
    assert [row for row in came if row[2] != row[3]] == []


@each_language
def test_what_was_read_can_be_typed_again(language: str) -> None:
    for role, text, expected in rows_of(language):
        if expected in {"!", "-"}:
            continue
        said = read(text, role, TODAY)
        again = read(said.typed, role, TODAY)
        assert (again.when, again.until, again.opens, again.zone) == (
            said.when,
            said.until,
            said.opens,
            said.zone,
        ), (role, text)


@pytest.mark.parametrize(
    ("role", "text", "reason", "advice"),
    [
        (DUE, "from 4 April 2027", "that is when it opens", "Give it to `opens`"),
        (OPENS, "by 4 April 2027", "that is until when it is open", "../{day}"),
        (STARTS, "until 4 April 2027", "that is until when it lasts", "Give it to `ends`."),
        (DUE, "Infotag: 4 April 2027", "that is an info day", "`info_day`"),
        (DUE, "4 April 2027 00:00", "00:00 is where 2027-04-04 begins", "Write {before}"),
        (DUE, "2027-04-04T00:00", "00:00 is where 2027-04-04 begins", "Write {before}"),
        (
            OPENS,
            "1 to 4 April 2027",
            "it opens on 2027-04-01 and closes on 2027-04-04",
            "Write opens {first}",
        ),
        (DUE, "between 1 and 4 April 2027", "it opens on 2027-04-01 and closes on 2027-04-04", "Write opens"),
        (DUE, "opens 4 April 2027", "that is the day on which it opens", "`opens`"),
        (
            DUE,
            "published on 4 April 2027",
            "that is the day on which it came out",
            "`published`",
        ),
    ],
)
def test_what_is_not_for_a_field_says_where_it_goes(role: Role, text: str, reason: str, advice: str) -> None:
    with pytest.raises(NotForThisField) as refused:
        read(text, role, TODAY)
    assert refused.value.reason == reason
    assert advice in refused.value.said["advice"].replace("{field}", refused.value.said.get("field", ""))


def test_an_ambiguous_text_keeps_what_each_day_would_come_to() -> None:
    with pytest.raises(Ambiguous) as caught:
        read("by 04/05/2027 17:00 CET", DUE, TODAY)
    assert caught.value.readings == ("2027-05-04T17:00", "2027-04-05T17:00")
    assert chosen(caught.value, "2027-04-05T17:00") == Said("2027-04-05T17:00", zone="CET")


@pytest.mark.parametrize(
    ("role", "text", "advice"),
    [
        (DUE, "4 and 6 June 2027", "Give a stage to each: --stage NAME=2027-06-04 --stage NAME=2027-06-06."),
        (DUE, "4, 5 and 6 June 2027", "Give a stage to each: --stage NAME=2027-06-04."),
        (Role.INTERVIEWS, "4 e 5 giugno 2027",
         'Give a stage to each: --stage "interview 1=2027-06-04" --stage "interview 2=2027-06-05".'),
        (Role.INFORMS, "4 und 5 Juni 2027",
         'Give a stage to each: --stage "info day 1=2027-06-04" --stage "info day 2=2027-06-05".'),
        (STARTS, "4 and 9 June 2027",
         'Give a stage to each: --stage "dates 1=2027-06-04" --stage "dates 2=2027-06-09".'),
        (ENDS, "4 and 9 June 2027", "Write one of them."),
        (NOTED, "4 and 9 June 2026", "Write one of them."),
    ],
)  # fmt: skip
def test_two_days_are_two_stages_of_their_kind(role: Role, text: str, advice: str) -> None:
    with pytest.raises(NotForThisField) as refused:
        read(text, role, TODAY)
    assert filled(refused.value.said["advice"], refused.value.said, str) == advice
    for name in re.findall(r'--stage "(.*?)=', advice):
        assert role_of("when", kind_of(name)) is role


@pytest.mark.parametrize("role", [Role.REGISTERS, Role.OURS])
@pytest.mark.parametrize(
    "typed", ["between 4 and 20 April 2027", "dal 4 al 20 aprile 2027", "4–20 avril 2027"]
)
def test_what_has_no_opening_of_its_own_is_not_sent_to_one(typed: str, role: Role) -> None:
    with pytest.raises(NotForThisField, match="these are two days") as refused:
        read(typed, role, TODAY)
    assert (
        filled(refused.value.said["advice"], refused.value.said, str) == "Write the last of them, 2027-04-20."
    )


@pytest.mark.parametrize("typed", ["between 4 and 20 April 2027", "tra il 4 e il 20 aprile 2027"])
def test_an_opening_between_two_days_could_be_either(typed: str) -> None:
    with pytest.raises(NotForThisField, match="it could open on a day of these") as refused:
        read(typed, Role.OPENS, TODAY)
    advice = filled(refused.value.said["advice"], refused.value.said, str)
    days = "Write 2027-04-04/2027-04-20 for some day of these"
    assert advice == f"{days}, or `opens` 2027-04-04 and `deadline` 2027-04-20."
    assert read("2027-04-04/2027-04-20", Role.OPENS, TODAY).when == "2027-04-04/2027-04-20"


@pytest.mark.parametrize("typed", ["17-18 May 2027", "from 17 to 18 May 2027", "17–18 maggio 2027"])
def test_an_event_ends_on_one_day(typed: str) -> None:
    with pytest.raises(NotForThisField):
        read(typed, Role.ENDS, date(2027, 1, 4))


@pytest.mark.parametrize(
    "field",
    [Role.INFORMS, Role.INTERVIEWS, Role.DECIDES, Role.PUBLISHED, Role.WRITTEN, Role.NOTED, Role.STARTS],
)
@pytest.mark.parametrize(
    "typed",
    ["submission 17 May 2026", "domande 17 maggio 2026", "Einreichung 17. Mai 2026", "dépôt 17 mai 2026"],
)
def test_what_one_applies_for_is_of_no_other_field(typed: str, field: Role) -> None:
    with pytest.raises(NotForThisField, match="closes"):
        read(typed, field, date(2027, 1, 4))
    assert read(typed, Role.DUE, date(2027, 1, 4)).when == "2026-05-17"
