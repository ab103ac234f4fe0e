"""Which column of a table is which field, by its heading in five languages or as a person says."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from clustercalls.errors import InputRefused, Place, Problem, problem
from clustercalls.sources.html_text import one_line
from clustercalls.sources.offered import shortened

TABLE = "a table"
_NAMED, _LETTERS = 12, 40  # headings that are named, and letters of each
# The words of each field, in English, Italian, French, German, Spanish; the first that stands there counts.
FIELDS: dict[str, tuple[str, ...]] = {
    "title": (
        "title", "call title", "name", "call", "titolo", "titolo del bando", "bando", "nome", "denominazione",
        "titre", "intitule", "nom", "titel", "bezeichnung", "ausschreibung", "aufruf", "titulo", "nombre",
        "convocatoria",
    ),
    "key": (
        "id", "key", "identifier", "reference", "ref", "code", "call id", "codice", "id bando",
        "identificativo",
        "riferimento", "identifiant", "code appel", "kennung", "kennzeichen", "codigo", "identificador",
        "referencia",
    ),
    "programme": (
        "programme", "program", "funding programme", "programma", "programma di finanziamento",
        "programme de financement", "programm", "forderprogramm", "foerderprogramm", "programa",
    ),
    "opens": (
        "opens", "opening", "opening date", "open date", "start date", "data apertura", "data di apertura",
        "apertura", "date d ouverture", "date ouverture", "ouverture", "eroffnung", "eroeffnung", "beginn",
        "startdatum", "fecha de apertura", "fecha apertura", "fecha de inicio",
    ),
    "deadline": (
        "deadline", "closing date", "close date", "closes", "due date", "end date", "submission deadline",
        "scadenza", "data scadenza", "data di scadenza", "data chiusura", "data di chiusura", "chiusura",
        "date limite", "date de cloture", "date cloture", "cloture", "echeance", "frist", "einreichfrist",
        "bewerbungsfrist", "abgabefrist", "einreichschluss", "stichtag", "fecha limite", "fecha de cierre",
        "fecha cierre", "plazo", "cierre", "vencimiento",
    ),
    "url": (
        "url", "link", "web", "website", "web page", "page", "address", "sito", "sito web", "collegamento",
        "pagina", "link istituzionale", "lien", "adresse", "site", "site web", "webseite", "seite", "enlace",
        "pagina web", "sitio",
    ),
    "budget": (
        "budget", "total budget", "amount", "funding", "dotazione", "dotazione finanziaria", "stanziamento",
        "stanziamento incentivo", "importo", "risorse", "montant", "enveloppe", "budget total", "mittel",
        "fordermittel", "betrag", "presupuesto", "dotacion", "importe",
    ),
    "currency": ("currency", "valuta", "devise", "monnaie", "wahrung", "waehrung", "moneda", "divisa"),
    "summary": (
        "summary", "description", "abstract", "objective", "descrizione", "sintesi", "obiettivo",
        "obiettivo finalita", "oggetto", "resume", "descriptif", "objet", "beschreibung", "zusammenfassung",
        "ziel", "resumen", "descripcion", "objeto",
    ),
    "place": ("place", "location", "luogo", "sede", "lieu", "ort", "lugar"),
}  # fmt: skip
_WORDS = {word: field for field, words in FIELDS.items() for word in words}


def folded(heading: str) -> str:
    """A heading in small letters, without accents and marks."""
    plain = unicodedata.normalize("NFKD", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading)).casefold()
    bare = "".join(each for each in plain if not unicodedata.combining(each))
    return " ".join(re.findall(r"[^\W_]+", bare))


def meanings(headings: Sequence[str], columns: Mapping[str, str], source: str) -> dict[str, list[int]]:
    """The columns of each field, the one that counts first; what `columns` says wins.

    Raises:
        InputRefused: when `columns` names a heading that is none.
    """
    columns_of: dict[str, list[int]] = {}
    for number, heading in enumerate(headings):
        field = _WORDS.get(folded(heading))
        if field:
            columns_of.setdefault(field, []).append(number)
    for numbers in columns_of.values():
        words = FIELDS[_WORDS[folded(headings[numbers[0]])]]
        numbers.sort(key=lambda number: words.index(folded(headings[number])))
    for field, name in columns.items():
        if field not in FIELDS:
            raise InputRefused(_no_field(field, source))
        named = [number for number, heading in enumerate(headings) if heading.strip() == name.strip()]
        named = named or [number for number, each in enumerate(headings) if folded(each) == folded(name)]
        if not named:
            known = some_of(headings)
            raise InputRefused(problem("no-heading", Place(source), name=name, known=known))
        columns_of[field] = named[:1]
    return columns_of


def some_of(headings: Sequence[str]) -> str:
    """The first headings, as one reads them; of many there are more than one wants to see."""
    named = [shortened(one_line(each), _LETTERS) for each in headings if each.strip()]
    return ", ".join([*named[:_NAMED], *(["…"] if len(named) > _NAMED else [])]) or "-"


def _no_field(field: str, source: str) -> Problem:
    return problem("no-field-of-table", Place(source), field=field, known=", ".join(FIELDS))


def sure_fields(columns: Mapping[str, str], source: str) -> None:
    """Lets pass columns of which each is of a field.

    Raises:
        InputRefused: for any other.
    """
    for field in columns:
        if field not in FIELDS:
            raise InputRefused(_no_field(field, source))
