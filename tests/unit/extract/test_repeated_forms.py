import pytest

from clustercalls.extract.entry import _told
from clustercalls.extract.repeated_forms import first_labels, label_of, of_form
from told_texts import CALL, EVENT, document, entries, stages, understood, values

FORMS = (
    "Programme: Interreg North Sea",
    "Call: sixth call",
    "Opens: 3 June 2027",
    "Closes: 16 September 2027",
    "Programme: Interreg Aurora",
    "Call: small projects",
    "Closes: 27 February 2028",
)


def test_forms_one_below_the_other_are_entries_of_their_own() -> None:
    drafts = understood("# Northern Desk – What is coming up", *FORMS).drafts
    assert [values(draft, "title")[0] for draft in drafts] == [
        "Interreg North Sea, sixth call",
        "Interreg Aurora, small projects",
    ]
    assert [stages(draft) for draft in drafts] == [
        {"opens": "2027-06-03", "deadline": "2027-09-16"},
        {"deadline": "2028-02-27"},
    ]


def test_an_event_among_the_forms_of_calls_is_one() -> None:
    assert entries(
        "# Terminübersicht",
        "Aufruf: Interreg Oberrhein, Kleinprojekte",
        "Frist: 30.09.2027",
        "Aufruf: Interreg Oberrhein, vierter Aufruf",
        "Frist: 15.11.2027",
        "Veranstaltung: Sprechtag Fördermittel, 12.10.2027",
    ) == [
        (CALL, "Interreg Oberrhein, Kleinprojekte"),
        (CALL, "Interreg Oberrhein, vierter Aufruf"),
        (EVENT, "Sprechtag Fördermittel"),
    ]


def test_one_form_alone_is_of_the_call_above() -> None:
    assert entries("# Call “Green Hubs”", "Topic: harbours of the sea", "Closes: 5 May 2027") == [
        (CALL, "Green Hubs")
    ]
    assert first_labels(_told(document("Call: ports", "Closes: 5 May 2027"))) == []


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Programme: COSME", "programme"),
        ("Bando: porti", "call"),
        ("Évènement : ports", "event"),
        ("Ports", None),
    ],
)
def test_the_label_of_a_line(line: str, label: str | None) -> None:
    (piece,) = _told(document(line))
    assert label_of(piece) == label


def test_a_form_is_called_by_its_value() -> None:
    piece, *_ = _told(document("Call: ports of the sea. Open to all."))
    section = of_form([piece], None)
    assert section.name is not None
    assert section.name[1].text == "ports of the sea"
