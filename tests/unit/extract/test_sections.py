from clustercalls.enumerations import EntryKind
from clustercalls.extract.sections import EntrySection, sections
from clustercalls.extract.sentences import sentences
from clustercalls.extract.told import told
from told_texts import CALL, POLICY, document, entries, of_key, understood


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


def test_a_link_behind_an_emphasised_name_and_a_heading_above_steps() -> None:
    assert entries(
        "# Politica dei porti, avvio dal 5 maggio 2026",
        "- Nuove regole per i porti",
        "- Bando per le reti dal 5 maggio 2026",
    ) == [
        (POLICY, "Nuove regole per i porti"),
        (CALL, "Bando per le reti dal 5 maggio 2026"),
    ]


def test_the_address_of_what_an_event_showed_is_the_events() -> None:
    draft = understood(
        "# Ports Conference",
        "It takes place on 3 March 2026.",
        "# Further opportunities",
        "- Green Ports: call until 5 May 2026",
        "The slides of the conference: https://example.org/slides",
    ).drafts[0]
    assert [fact.value for fact in of_key(draft, "url")] == ["https://example.org/slides"]


def test_a_deadline_and_money_make_a_call_without_a_word_for_one() -> None:
    assert entries("# Digitale Häfen", "Anträge sind bis 5. Mai 2026 möglich, bis zu 20.000 Euro.") == [
        (CALL, "Digitale Häfen")
    ]


def test_what_has_money_and_two_days_is_a_call_without_a_word_for_one() -> None:
    (draft,) = understood(
        "# ABIERTO: Cheque Puerto", "Desde el 20 de enero hasta el 20 de marzo de 2027. 2 M€."
    ).drafts
    assert str(draft.kind) == CALL
    (draft,) = understood(
        "Gli operatori inoltrano l'istanza entro il 15 dicembre 2027. 140 milioni di euro."
    ).drafts
    assert str(draft.kind) == CALL
