"""The fields of an entry, a row each, for all who have to know them: the one list of them beside the Structs.

What a typed text becomes (`editing/fields.py`), what a person is told who wrote something else
(`registry/wording.py`), what two looks compare (`history/compare.py`), what a search counts
(`query/search.py`), what is ours alone, and what a key means (`registry/meanings.py`). `model.Entry` and
`registry/shape.py` say the types.
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
    CURRENCY = auto()
    AMOUNT = auto()
    NUMBER = auto()
    RATES = auto()
    ADDRESSES = auto()


class EntryField(Struct, frozen=True):
    """One field: its key in the file, with a point before a key of an inner table.

    `takes` is None where no single text can say it, `typed` its name there if it is not the key; `expected`
    and `example` are for who wrote something else; `told` is its value as changes tell it, empty for none;
    `weight` is what a word found in it counts; what is `internal` never leaves in what is made for others;
    `label` is what a page calls a text that has a line of its own; `meaning` is for an editor and the docs.
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
    meaning: str = ""


def _text(key: str, weight: int, *, meaning: str, internal: bool = False, label: str = "") -> EntryField:
    """A text of the entry itself, told as it is."""
    told = attrgetter(key)
    return EntryField(
        key, Takes.TEXT, told=told, weight=weight, internal=internal, label=label, meaning=meaning
    )


def _short_key(kind: StageKind) -> EntryField:
    """The key that stands for a stage of this kind and id."""
    meaning = _SHORT_KEYS.get(kind, f"when its {kind.value.replace('_', ' ')} is")
    return EntryField(
        kind.value, Takes.DATE, meaning=f"{meaning}: a date: short for a stage of that kind and id"
    )


def _grants(entry: Entry) -> str:
    """`8 × 350000`, and behind a stroke, as no older look remembers it, what one project can ask for."""
    grants = entry.grants
    if grants is None:
        return ""
    text = f"{grants.number or ''} × {grants.each or ''}"
    if grants.min is None and grants.max is None:
        return text
    return f"{text} | {grants.min or ''} – {grants.max or ''}"


_LIST = "a list of texts"
# What a date of such a stage is, where it is more than when that is.
_SHORT_KEYS = {
    StageKind.PUBLISHED: "when it was published",
    StageKind.OPENS: "from when one can apply",
    StageKind.REGISTRATION: "until when one can register",
    StageKind.DEADLINE: "until when one can apply",
    StageKind.INTERVIEW: "when one is interviewed",
    StageKind.DECISION: "when it is decided",
    StageKind.DATES: "when it takes place",
    StageKind.INTERNAL: "a deadline of our own",
}

# Those that are told, in the order in which changes tell them: what is remembered of a look hangs on it.
FIELDS = (
    EntryField(
        "id", weight=8,
        meaning="a-z, 0-9, `-` and `_`, 64 at most; unique in the registry; it names the entry for ever",
    ),
    _text("title", 8, meaning="what it is called"),
    _text("programme", 4, meaning="such as `H2020`"),
    _text("summary", 2, meaning="one sentence: what it is"),
    _text("about", 2, meaning="what it is for, what it funds", label="What for"),
    _text("place", 2, meaning="where", label="Place"),
    _text("url", 1, meaning="the address of its page"),
    EntryField(
        "currency", Takes.CURRENCY, told=attrgetter("currency"),
        meaning="of its amounts: three capitals of ISO 4217, such as EUR",
    ),
    _text(
        "track", 0, internal=True,
        meaning="what we do with it: `watch` (or none), `go`, `submitted`, `won`, `lost`, `no` (put away), or"
        " a word of ours, which counts as `watch` unless `[track]` says what it means",
    ),
    _text("owner", 0, meaning="who of us looks after it", internal=True),
    _text("note", 1, meaning="anything else", internal=True, label="Note"),
    EntryField(
        "zone", Takes.TEXT,
        meaning="whose clock its stages are counted on: a name such as Europe/Brussels, AoE, or UTC+2",
    ),
    EntryField(
        "source", expected="a table",
        example='source = { title = "Work programme", url = "https://example.org/wp", date = 2026-12-01 }',
        meaning="where it was read: `{ title, url, date, quote, key }`; `key` is what that source"
        " itself calls it, such as a topic's identifier",
    ),
    *(EntryField(f"source.{key}", Takes.TEXT) for key in ("title", "url", "quote", "key")),
    EntryField(
        "contact", expected="a table", example='contact = { email = "info@example.org" }',
        meaning="whom to ask: `{ name, address, phones = [], email, pec }`",
    ),
    *(EntryField(f"contact.{key}", Takes.TEXT) for key in ("name", "address", "email", "pec")),
    *map(_short_key, StageKind),
    EntryField("starts", Takes.DATE, meaning="the first day of one stage `dates` that lasts until `ends`"),
    EntryField("ends", Takes.DATE, meaning="the last day of one stage `dates` that lasts from `starts`"),
    EntryField("checked", Takes.DATE, meaning="the day somebody last confirmed it all"),
    EntryField("source.date", Takes.DATE),
    EntryField("kind", told=lambda entry: entry.kind.value),
    EntryField(
        "at", Takes.HOUR, meaning="hour of the short `deadline` (of an event: `starts`), such as 17:00"
    ),
    EntryField(
        "status", Takes.STATUS, told=lambda entry: entry.status.value if entry.status else "",
        meaning="of a call only what a source states: `cancelled`, `suspended`, `exhausted`, `open`; the"
        " rest follows from the dates; an event or policy step can be `cancelled`",
    ),
    EntryField(
        "budget", Takes.AMOUNT, expected="an amount", example="budget = 18_500_000",
        told=lambda entry: "" if entry.budget is None else f"{entry.budget}",
        meaning="of all: an amount, in the currency of the entry",
    ),
    EntryField(
        "grants", expected="a table", example="grants = { number = 8, each = 350_000 }", told=_grants,
        meaning="how many grants, and how much each: `{ number = 8, each = 350_000 }`",
    ),
    EntryField(
        "funding", Takes.RATES, typed="rate", expected="a list of tables",
        example='funding = [{ rate = 75, for = "SMEs" }]',
        told=lambda entry: "; ".join(f"{each.rate} % {each.whom}".strip() for each in entry.funding),
        meaning='what part of the costs is paid: `[{ rate = 75, for = "SMEs" }]`, rates in percent',
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
        meaning="a list: who may, under what conditions",
    ),
    EntryField(
        "tags", Takes.TEXTS, expected=_LIST, example='tags = ["smes", "value chains"]',
        told=lambda entry: ", ".join(entry.tags), weight=4, meaning="a list of words",
    ),
    EntryField(
        "warn", Takes.TEXTS, expected="a list of periods", example='warn = ["30d", "7d"]',
        meaning='when to be reminded: `["30d", "7d", "1d"]`',
    ),
    EntryField("contact.phones", Takes.ITEM, expected=_LIST, example='phones = ["+32 2 501 08 75"]'),
    EntryField(
        "links", Takes.ADDRESSES, expected="a list of tables",
        example='links = [{ url = "https://example.org", title = "Slides" }]',
        told=lambda entry: "; ".join(each.url for each in entry.links),
        meaning='other addresses: `[{ url = "…", title = "Slides" }]`',
    ),
    EntryField(
        "ref", Takes.TEXTS, expected=_LIST, example='ref = ["HORIZON-CL4-2027-01"]',
        told=lambda entry: ", ".join(entry.ref), weight=8,
        meaning="a list: what it is officially called, such as a topic's identifier",
    ),
    EntryField(
        "language", Takes.TEXT,
        meaning="that its texts are written in: a tag of BCP 47, such as it",
    ),
    EntryField(
        "stage", expected="tables of their own", example="[[{entry}.stage]]",
        meaning="its dates that need more than a short key, a table each",
    ),
    EntryField(
        "history", expected="tables of their own", example="[[{entry}.history]]",
        meaning="what its dates, its status and `track` were before, a table each; commands write it",
    ),
    EntryField("stage.owner", internal=True),
    EntryField("stage.done", internal=True),
    EntryField("stage.note", internal=True),
    EntryField("history.was_track", internal=True),
    EntryField("history.why", internal=True),
)  # fmt: skip
