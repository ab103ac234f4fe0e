from clustercalls.enumerations import EntryKind
from clustercalls.extract.sections import EntrySection, sections
from clustercalls.extract.sentences import sentences
from clustercalls.extract.told import told
from told_texts import document


def parted(*lines: str) -> list[EntrySection]:
    every = enumerate(sentences(document(*lines)))
    return sections([told(number, sentence, None) for number, sentence in every])


def test_headings_begin_entries_and_labels_do_not() -> None:
    found = parted(
        "# Call for hubs",
        "# Deadline",
        "5 May 2026 is the deadline.",
        "# Webinar on hubs",
        "It takes place on 3 March 2026.",
    )
    assert [(each.kind, len(each.told)) for each in found] == [(EntryKind.CALL, 3), (EntryKind.EVENT, 2)]


def test_items_with_an_identifier_are_calls() -> None:
    found = parted(
        "# Calls", "- COS-NET-2026-1: deadline 5 May 2026", "- COS-HUB-2026-2: deadline 6 May 2026"
    )
    assert [each.kind for each in found] == [EntryKind.CALL, EntryKind.CALL]


def test_items_under_a_heading_on_policy_are_steps() -> None:
    found = parted(
        "# Next steps of policy", "- Renewal of the cluster labels", "- New call for observatories"
    )
    assert [each.kind for each in found] == [EntryKind.POLICY, EntryKind.CALL]


def test_what_tells_nothing_is_no_entry_beside_others() -> None:
    found = parted("# Newsletter of clusters", "# Call for hubs", "It closes on 5 May 2026.")
    assert [each.kind for each in found] == [EntryKind.CALL]


def test_a_call_under_policy_is_not_joined_with_it() -> None:
    found = parted(
        "# New cluster policy",
        "Results are expected in May 2026.",
        "# State of play",
        "The call has EUR 3 million.",
    )
    assert [each.kind for each in found] == [EntryKind.POLICY, EntryKind.CALL]
