"""The one list of the fields of an entry."""

from clustercalls.entry_fields import FIELDS, Takes
from clustercalls.model import Entry
from clustercalls.registry.meanings import MEANINGS
from clustercalls.registry.shape import EntryTable

KEYS = [each.key for each in FIELDS]


def test_no_field_is_twice_there_and_none_of_the_file_is_missing() -> None:
    assert len(set(KEYS)) == len(KEYS)
    assert set(EntryTable.__struct_fields__) <= set(KEYS)


def test_what_is_told_keeps_its_order_for_what_is_remembered_of_a_look_hangs_on_it() -> None:
    assert [each.key for each in FIELDS if each.told] == [
        "title", "programme", "summary", "about", "place", "url", "currency", "track", "owner", "note",
        "kind", "status", "budget", "grants", "funding", "eligibility", "tags", "links", "ref",
    ]  # fmt: skip


def test_what_counts_in_a_search_are_texts_of_the_entry() -> None:
    for each in FIELDS:
        if each.weight:
            assert Entry.__annotations__[each.key] in {str, tuple[str, ...]}


def test_what_has_a_line_of_its_own_on_a_page_is_a_text_of_the_entry() -> None:
    labelled = {each.key: each.label for each in FIELDS if each.label}
    assert labelled == {"about": "What for", "place": "Place", "note": "Note"}
    assert all(each.takes is Takes.TEXT and "." not in each.key for each in FIELDS if each.label)


def test_what_is_ours_alone() -> None:
    ours = {
        "track",
        "owner",
        "note",
        "stage.done",
        "stage.note",
        "stage.owner",
        "history.was_track",
        "history.why",
    }
    assert {each.key for each in FIELDS if each.internal} == ours


def test_every_key_of_an_entry_says_what_it_means_and_nothing_else_of_it_does() -> None:
    means = {each.key: each.meaning for each in FIELDS}
    assert [key for key in EntryTable.__struct_fields__ if not means.get(key)] == []
    assert {key: means[key] for key in EntryTable.__struct_fields__} == MEANINGS["EntryTable"]
