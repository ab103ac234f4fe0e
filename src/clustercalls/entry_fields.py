"""The fields of an entry, a row each, for all who have to know them: the one list of them beside the Structs.

What a typed text becomes (`editing/fields.py`), what a person is told who wrote something else
(`registry/wording.py`), what two looks compare (`history/compare.py`), what a search counts
(`query/search.py`), and what is ours alone. `model.Entry` and `registry/shape.py` say the types.
"""

from collections.abc import Callable
from enum import Enum, auto
from operator import attrgetter

from msgspec import Struct

from clustercalls.model import Entry, StageKind

Told = Callable[[Entry], str]


class Takes(Enum):
    """What a text that somebody types for a field becomes."""

    TEXT = auto()
    ITEM = auto()  # one of a list, whole
    TEXTS = auto()  # those of a list, commas between them
    DATE = auto()
    HOUR = auto()
    STATUS = auto()
    AMOUNT = auto()
    NUMBER = auto()
    RATES = auto()
    ADDRESSES = auto()


class EntryField(Struct, frozen=True):
    """One field: its key in the file, with a point before a key of an inner table.

    `takes` is None where no single text can say it, `typed` its name there if it is not the key; `expected`
    and `example` are for who wrote something else; `told` is its value as changes tell it, empty for none;
    `weight` is what a word found in it counts; what is `internal` never leaves in what is made for others;
    `label` is what a page calls a text that has a line of its own.
    """

    key: str
    takes: Takes | None = None
    typed: str = ""
    expected: str = ""
    example: str = ""
    told: Told | None = None
    weight: int = 0
    internal: bool = False
    label: str = ""


def _text(key: str, weight: int = 0, *, internal: bool = False, label: str = "") -> EntryField:
    """A text of the entry itself, told as it is."""
    return EntryField(key, Takes.TEXT, told=attrgetter(key), weight=weight, internal=internal, label=label)


def _grants(entry: Entry) -> str:
    """`8 × 350000`, and behind a stroke, as no older look remembers it, what one project can ask for."""
    its = entry.grants
    if its is None:
        return ""
    said = f"{its.number or ''} × {its.each or ''}"
    return said if its.min is None and its.max is None else f"{said} | {its.min or ''} – {its.max or ''}"


_LIST = "a list of texts"

# Those that are told, in the order in which changes tell them: what is remembered of a look hangs on it.
FIELDS = (
    EntryField("id", weight=8),
    _text("title", 8),
    _text("programme", 4),
    _text("summary", 2),
    _text("about", 2, label="What for"),
    _text("place", 2, label="Place"),
    _text("url", 1),
    _text("currency"),
    _text("track", internal=True),
    _text("owner", internal=True),
    _text("note", 1, internal=True, label="Note"),
    EntryField("zone", Takes.TEXT),
    EntryField(
        "source", expected="a table", example='source = { title = "Work programme", date = 2026-12-01 }'
    ),
    *(EntryField(f"source.{key}", Takes.TEXT) for key in ("title", "url", "quote", "key")),
    EntryField("contact", expected="a table", example='contact = { email = "info@example.org" }'),
    *(EntryField(f"contact.{key}", Takes.TEXT) for key in ("name", "address", "email", "pec")),
    *(EntryField(kind.value, Takes.DATE) for kind in StageKind),
    *(EntryField(key, Takes.DATE) for key in ("starts", "ends", "checked", "source.date")),
    EntryField("kind", told=lambda entry: entry.kind.value),
    EntryField("at", Takes.HOUR),
    EntryField("status", Takes.STATUS, told=lambda entry: entry.status.value if entry.status else ""),
    EntryField(
        "budget", Takes.AMOUNT, expected="an amount", example="budget = 18_500_000",
        told=lambda entry: "" if entry.budget is None else f"{entry.budget}",
    ),
    EntryField("grants", expected="a table", example="grants = { number = 8, each = 350_000 }", told=_grants),
    EntryField(
        "funding", Takes.RATES, typed="rate", expected="a list of tables",
        example='funding = [{ rate = 75, for = "SMEs" }]',
        told=lambda entry: "; ".join(f"{each.rate} % {each.whom}".strip() for each in entry.funding),
    ),
    EntryField("funding.rate", expected="a percentage", example="rate = 75"),
    EntryField("grants.number", Takes.NUMBER, expected="a whole number", example="number = 8"),
    *(
        EntryField(f"grants.{key}", Takes.AMOUNT, expected="an amount", example=f"{key} = 350_000")
        for key in ("each", "min", "max")
    ),
    EntryField(
        "eligibility", Takes.ITEM, expected=_LIST, example='eligibility = ["SMEs", "universities"]',
        told=lambda entry: "; ".join(entry.eligibility), weight=2,
    ),
    EntryField(
        "tags", Takes.TEXTS, expected=_LIST, example='tags = ["smes", "value chains"]',
        told=lambda entry: ", ".join(entry.tags), weight=4,
    ),
    EntryField("warn", Takes.TEXTS, expected="a list of periods", example='warn = ["30d", "7d"]'),
    EntryField("contact.phones", Takes.ITEM, expected=_LIST, example='phones = ["+32 2 501 08 75"]'),
    EntryField(
        "links", Takes.ADDRESSES, expected="a list of tables",
        example='links = [{ url = "https://example.org", title = "Slides" }]',
        told=lambda entry: "; ".join(each.url for each in entry.links),
    ),
    EntryField("stage", expected="tables of their own", example="[[{entry}.stage]]"),
    EntryField("history", expected="tables of their own", example="[[{entry}.history]]"),
    EntryField("stage.note", internal=True),
    EntryField("history.why", internal=True),
)  # fmt: skip
