"""The fields of an entry, a row each, for all who have to know them: the one list of them beside the Structs.

What it means (`registry/meanings.py`), what a typed text becomes (`editing/fields.py`), what a person is told
who wrote something else (`registry/wording.py`), what two looks compare (`history/compare.py`), what a search
counts (`query/search.py`), and what is ours alone. `model.Entry` and `registry/shape.py` say the types.
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
    """One field: its key in the file, with a point before a key of an inner table, and what it means.

    A key of an inner table has its meaning beside the others of that table, in `registry/meanings.py`.
    `takes` is None where no single text can say it, `typed` its name there if it is not the key; `expected`
    and `example` are for who wrote something else; `told` is its value as changes tell it, empty for none;
    `weight` is what a word found in it counts; what is `internal` never leaves in what is made for others;
    `label` is what a page calls a text that has a line of its own.
    """

    key: str
    meaning: str = ""
    takes: Takes | None = None
    typed: str = ""
    expected: str = ""
    example: str = ""
    told: Told | None = None
    weight: int = 0
    internal: bool = False
    label: str = ""


def _text(key: str, meaning: str, weight: int = 0, *, internal: bool = False, label: str = "") -> EntryField:
    """A text of the entry itself, told as it is."""
    told = attrgetter(key)
    return EntryField(key, meaning, Takes.TEXT, told=told, weight=weight, internal=internal, label=label)


def _grants(entry: Entry) -> str:
    """`8 × 350000`, and behind a stroke, as no older look remembers it, what one project can ask for."""
    its = entry.grants
    if its is None:
        return ""
    said = f"{its.number or ''} × {its.each or ''}"
    return said if its.min is None and its.max is None else f"{said} | {its.min or ''} – {its.max or ''}"


_LIST = "a list of texts"
AMOUNT = "an amount, in the currency of the entry"
_SHORT = {  # of a kind whose key says too little; of each, that it is a date
    StageKind.PUBLISHED: "when it was published",
    StageKind.OPENS: "from when one can apply",
    StageKind.INFO_DAY: "when its info day is",
    StageKind.REGISTRATION: "until when one can register",
    StageKind.DEADLINE: "until when one can apply",
    StageKind.INTERVIEW: "when one is interviewed",
    StageKind.DECISION: "when it is decided",
    StageKind.DATES: "when it takes place",
    StageKind.INTERNAL: "a deadline of our own",
}


def _short(kind: StageKind) -> EntryField:
    """The key that stands for a stage of this kind and id."""
    said = _SHORT.get(kind, f"when its {kind.value.replace('_', ' ')} is")
    return EntryField(kind.value, f"{said}: a date: short for a stage of that kind and id", Takes.DATE)


# Those that are told, in the order in which changes tell them: what is remembered of a look hangs on it.
FIELDS = (
    EntryField(
        "id", "a-z, 0-9, `-` and `_`, 64 at most; unique in the registry; it names the entry for ever",
        weight=8,
    ),
    _text("title", "what it is called", 8),
    _text("programme", "such as `H2020`", 4),
    _text("summary", "one sentence: what it is", 2),
    _text("about", "what it is for, what it funds", 2, label="What for"),
    _text("place", "where", 2, label="Place"),
    _text("url", "the address of its page", 1),
    _text("currency", "of its amounts: three capitals of ISO 4217, such as EUR"),
    _text("track", "what we do with it", internal=True),
    _text("owner", "who of us looks after it", internal=True),
    _text("note", "anything else", 1, internal=True, label="Note"),
    EntryField(
        "zone", "whose clock its stages are counted on: a name such as Europe/Brussels, AoE, or UTC+2",
        Takes.TEXT,
    ),
    EntryField(
        "source", "where it was read: `{ title, url, date, quote, key }`; `key` is what that source"
        " itself calls it, such as a topic's identifier",
        expected="a table", example='source = { title = "Work programme", date = 2026-12-01 }',
    ),
    *(EntryField(f"source.{key}", takes=Takes.TEXT) for key in ("title", "url", "quote", "key")),
    EntryField(
        "contact", "whom to ask: `{ name, address, phones = [], email, pec }`", expected="a table",
        example='contact = { email = "info@example.org" }',
    ),
    *(EntryField(f"contact.{key}", takes=Takes.TEXT) for key in ("name", "address", "email", "pec")),
    *map(_short, StageKind),
    EntryField("starts", "the first day of one stage `dates` that lasts until `ends`", Takes.DATE),
    EntryField("ends", "the last day of one stage `dates` that lasts from `starts`", Takes.DATE),
    EntryField("checked", "the day somebody last confirmed it all", Takes.DATE),
    EntryField("source.date", takes=Takes.DATE),
    EntryField("kind", told=lambda entry: entry.kind.value),
    EntryField("at", "hour of the short `deadline` (of an event: `starts`), such as 17:00", Takes.HOUR),
    EntryField(
        "status", "of a call only what a source states: `cancelled`, `suspended`, `exhausted`, `open`; the"
        " rest follows from the dates; an event or policy step can be `cancelled`",
        Takes.STATUS, told=lambda entry: entry.status.value if entry.status else "",
    ),
    EntryField(
        "budget", f"of all: {AMOUNT}", Takes.AMOUNT, expected="an amount", example="budget = 18_500_000",
        told=lambda entry: "" if entry.budget is None else f"{entry.budget}",
    ),
    EntryField(
        "grants", "how many grants, and how much each: `{ number = 8, each = 350_000 }`", expected="a table",
        example="grants = { number = 8, each = 350_000 }", told=_grants,
    ),
    EntryField(
        "funding", 'what part of the costs is paid: `[{ rate = 75, for = "SMEs" }]`, rates in percent',
        Takes.RATES, typed="rate", expected="a list of tables",
        example='funding = [{ rate = 75, for = "SMEs" }]',
        told=lambda entry: "; ".join(f"{each.rate} % {each.whom}".strip() for each in entry.funding),
    ),
    EntryField("funding.rate", expected="a percentage", example="rate = 75"),
    EntryField("grants.number", takes=Takes.NUMBER, expected="a whole number", example="number = 8"),
    *(
        EntryField(f"grants.{key}", takes=Takes.AMOUNT, expected="an amount", example=f"{key} = 350_000")
        for key in ("each", "min", "max")
    ),
    EntryField(
        "eligibility", "a list: who may, under what conditions", Takes.ITEM, expected=_LIST,
        example='eligibility = ["SMEs", "universities"]',
        told=lambda entry: "; ".join(entry.eligibility), weight=2,
    ),
    EntryField(
        "tags", "a list of words", Takes.TEXTS, expected=_LIST, example='tags = ["smes", "value chains"]',
        told=lambda entry: ", ".join(entry.tags), weight=4,
    ),
    EntryField(
        "warn", 'when to be reminded: `["30d", "7d", "1d"]`', Takes.TEXTS, expected="a list of periods",
        example='warn = ["30d", "7d"]',
    ),
    EntryField("contact.phones", takes=Takes.ITEM, expected=_LIST, example='phones = ["+32 2 501 08 75"]'),
    EntryField(
        "links", 'other addresses: `[{ url = "…", title = "Slides" }]`', Takes.ADDRESSES,
        expected="a list of tables", example='links = [{ url = "https://example.org", title = "Slides" }]',
        told=lambda entry: "; ".join(each.url for each in entry.links),
    ),
    EntryField(
        "stage", "its dates that need more than a short key, a table each", expected="tables of their own",
        example="[[{entry}.stage]]",
    ),
    EntryField(
        "history", "what its dates and its status were before, a table each; `move` and `set` write it",
        expected="tables of their own", example="[[{entry}.history]]",
    ),
    EntryField("stage.note", internal=True),
    EntryField("history.why", internal=True),
)  # fmt: skip
