"""Which entries of ours are followed, and what the catalogue has of them; tried whole in `test_review.py`."""

from clustercalls.cli.fetch.differing import keys_followed, names_followed
from clustercalls.model import Entry, EntryKind, Registry, Source, Track


def test_what_is_followed() -> None:
    keys = ("eu:1TOPICS", "other:2", "LIFE-2027", "eu:", "")
    entries = tuple(
        Entry(f"e{at}", EntryKind.CALL, "T", source=Source("S", key=key)) for at, key in enumerate(keys)
    )
    assert keys_followed(Registry(entries, (), (), "Europe/Brussels"), "eu") == {"1TOPICS"}
    assert keys_followed(None, "eu") == frozenset()


def test_what_is_put_away_is_not_asked_for() -> None:
    away = Entry("e", EntryKind.CALL, "T", source=Source("S", key="eu:1TOPICS"), meaning=Track.NO)
    registry = Registry((away, Entry("f", EntryKind.CALL, "T")), (), (), "Europe/Brussels")
    assert keys_followed(registry, "eu") == {"1TOPICS"}
    assert keys_followed(registry, "eu", put_away=False) == frozenset()
    assert names_followed(registry) == {"eu:1TOPICS"}
