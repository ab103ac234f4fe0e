"""What to write instead: the nearest name, or where a key belongs."""

from collections.abc import Callable

import pytest

from clustercalls.errors import Place, problem
from clustercalls.registry import suggest
from clustercalls.registry.suggest import Advice


def said(advice: Advice, **values: str) -> str:
    """Advice as it is told."""
    return problem("unknown-key", Place(), **(values | advice)).hint


@pytest.mark.parametrize(
    ("text", "known", "near"),
    [
        ("deadlin", ("deadline", "decision"), "deadline"),
        ("DEADLINE", ("deadline",), "deadline"),
        ("xyz", ("deadline",), ""),
        ("deadline", (), ""),
        ("Description", ("decision", "summary"), "summary"),
        ("rate", ("dates", "funding"), "funding"),
        ("rate", ("dates", "rates"), "rates"),
    ],
)
def test_the_nearest_is_one_or_none(text: str, known: tuple[str, ...], near: str) -> None:
    assert suggest.near_one(text, known) == near


TEN = tuple(f"s{n}" for n in range(10))


@pytest.mark.parametrize(
    ("text", "known", "hint"),
    [
        ("frist", ("first", "second"), "Did you mean first? There are: first, second."),
        ("zzz", ("first", "second"), "Write one of these: first, second."),
        ("zzz", TEN[:9], f"Write one of these: {', '.join(TEN[:9])}."),
        ("zzz", TEN, f"Write one of these: {', '.join(TEN[:9])}, …."),
    ],
)
def test_of_some_names_the_nearest_and_nine_at_most(text: str, known: tuple[str, ...], hint: str) -> None:
    assert said(suggest.one_of(text, known)) == hint


OWN = "Take it out, or start it with x- if it is your own."
KEYS: list[tuple[str, Callable[[], Advice], str]] = [
    ("an entry's, mistyped", lambda: suggest.for_entry_key("deadlin", "call"),
     "Did you mean `deadline`? Keys of your own start with x-."),
    ("an entry's, nobody's", lambda: suggest.for_entry_key("colour", "call"), OWN),
    ("a stage's in an entry", lambda: suggest.for_entry_key("when", "event"),
     "It belongs to a stage: write it below a [[event.stage]]."),
    ("a call called off", lambda: suggest.for_entry_key("cancelled", "call"),
     'Write status = "cancelled" for the whole call.'),
    ("an event called off", lambda: suggest.for_entry_key("cancelled", "event"),
     "It belongs to a stage: write it below a [[event.stage]]."),
    ("an entry's, as others call it", lambda: suggest.for_entry_key("tz", "call"),
     "Did you mean `zone`? Keys of your own start with x-."),
    ("of the defaults, as others call it", lambda: suggest.for_default("timezone"),
     "Did you mean `zone`? Keys of your own start with x-."),
    ("of the defaults, at the top", lambda: suggest.for_top_key("time_zone", ("schema", "name")),
     "If `zone` was meant, put it below [defaults] or its [[call]]."),
    ("a stage's, as others call it", lambda: suggest.for_inner_key("date", ("kind", "when"), "call", "stage"),
     "Did you mean `when`? Keys of your own start with x-."),
    ("a source's, as others call it", lambda: suggest.for_inner_key("link", ("url", "key"), "call", "source"),
     "Did you mean `url`? Keys of your own start with x-."),
    ("a rate's, as others call it", lambda: suggest.for_inner_key("who", ("rate", "for"), "call", "funding"),
     "Did you mean `for`? Keys of your own start with x-."),
    ("a row's, as others call it", lambda: suggest.for_inner_key("reason", ("was", "why"), "call", "history"),
     "Did you mean `why`? Keys of your own start with x-."),
    ("an entry's, as others call it, in a source",
     lambda: suggest.for_inner_key("timezone", ("title", "url"), "call", "source"),
     "If `zone` was meant for the call, put it outside `source`."),
    ("a stage's, mistyped", lambda: suggest.for_inner_key("wen", ("when", "kind"), "call", "stage"),
     "Did you mean `when`? Keys of your own start with x-."),
    ("an entry's in a stage", lambda: suggest.for_inner_key("budget", ("when", "kind"), "call", "stage"),
     "If `budget` was meant for the call, put it above the first [[call.stage]]."),
    ("an entry's in a stage, mistyped", lambda: suggest.for_inner_key("budgt", ("when",), "call", "stage"),
     "If `budget` was meant for the call, put it above the first [[call.stage]]."),
    ("an entry's in a table of one", lambda: suggest.for_inner_key("budget", ("name",), "event", "contact"),
     "If `budget` was meant for the event, put it outside `contact`."),
    ("nobody's in a stage", lambda: suggest.for_inner_key("colour", ("when",), "call", "stage"), OWN),
    ("a default, mistyped", lambda: suggest.for_default("curency"),
     "Did you mean `currency`? Keys of your own start with x-."),
    ("an entry's among the defaults", lambda: suggest.for_default("budget"),
     "Only zone, currency, language and source have defaults: put it into each entry."),
    ("a default of nobody", lambda: suggest.for_default("colour"), OWN),
    ("a default outside", lambda: suggest.for_top_key("zone", ("call",)),
     "Put it below [defaults], or below the [[call]] it belongs to."),
    ("an entry's outside", lambda: suggest.for_top_key("title", ("call",)),
     "Put it below the [[call]] it belongs to."),
    ("a table, mistyped", lambda: suggest.for_top_key("cal", ("call", "event")),
     "Did you mean `call`? Keys of your own start with x-."),
    ("nobody's outside", lambda: suggest.for_top_key("colour", ("call",)), OWN),
]  # fmt: skip


@pytest.mark.parametrize(
    ("advise", "hint"), [pytest.param(advise, hint, id=name) for name, advise, hint in KEYS]
)
def test_a_key_is_told_where_it_belongs(advise: Callable[[], Advice], hint: str) -> None:
    assert said(advise()) == hint


def test_a_stage_outside_every_entry_is_told_its_header() -> None:
    advice = suggest.for_top_key("stage", ("call",))
    assert said(advice, key="stage") == "Write [[call.stage]], below the [[call]] it belongs to."


UNKNOWN = "Write a name such as Europe/Brussels, AoE or UTC+2."


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Europe/Brusels", "Did you mean Europe/Brussels?"),
        ("Bruxelles", "Did you mean Europe/Brussels?"),
        ("rome", "Did you mean Europe/Rome?"),
        ("juba", "Did you mean Africa/Juba?"),  # not Cuba
        ("Europe/Rom", "Did you mean Europe/Rome?"),
        ("Europe/Bruselas", "Did you mean Europe/Brussels?"),
        ("Bratislawa", "Did you mean Europe/Bratislava?"),
        ("Asia/Tokio", "Did you mean Asia/Tokyo?"),
        ("Eurpe/Tirane", "Did you mean Europe/Tirane?"),
        ("Z", "Did you mean UTC?"),
        ("mez", "Did you mean Europe/Berlin?"),
        ("Kuba", UNKNOWN),  # not Juba
        ("Europe/Pisa", UNKNOWN),  # neither Paris nor Riga
        ("Asia/Delhi", UNKNOWN),  # not Dili
        ("Africa/Bali", UNKNOWN),  # not Mali, and not where Bali is
        ("local time", UNKNOWN),
        ("IST", UNKNOWN),  # of India, of Ireland, of Israel
        ("CST", UNKNOWN),
        ("CETT", UNKNOWN),
        ("ETS", UNKNOWN),  # not EST
        ("GMT plus two", UNKNOWN),
        ("UTC+99", UNKNOWN),
        ("GMT+25", UNKNOWN),  # not GMT+0
        ("", UNKNOWN),
        ("zzzzzz", UNKNOWN),
    ],
)
def test_a_zone_is_found_by_its_name_or_its_city(name: str, hint: str) -> None:
    assert said(suggest.for_zone(name)) == hint
