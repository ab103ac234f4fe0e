import pytest

from told_texts import CALL, entries


@pytest.mark.parametrize(
    "label",
    [
        "Chi può partecipare",
        "Who: teams of two",
        "What's on offer",
        "Calendrier",
        "Auditions",
        "Cuánto",
        "3. Plazo",
        "Instrumente und Mittel",
        "Dotação",
        "Kto może aplikować?",
    ],
)
def test_a_heading_that_labels_is_no_entry(label: str) -> None:
    told = entries("# Call for ports", "The budget is EUR 5 million.", f"# {label}", "Until 5 May 2026.")
    assert told == [(CALL, "Call for ports")]
