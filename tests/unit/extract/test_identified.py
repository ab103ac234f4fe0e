import pytest

from clustercalls.extract.folded import Folded
from clustercalls.extract.identified import ref_ahead
from clustercalls.extract.sentences import Sentence
from clustercalls.extract.told import told
from clustercalls.passages import PassageKind
from told_texts import CALL, EVENT, entries


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("LIFE-2026-PORTS Value chains of ports", "LIFE-2026-PORTS"),
        ("2. LIFE-2026-PORTS – Value chains", "LIFE-2026-PORTS"),
        ("Topic: LIFE-2026-PORTS", "LIFE-2026-PORTS"),
        ("Strand 2a (I3-2026-INV2a) – value chains", "I3-2026-INV2a"),
        ("Lotto 1 (I3-2026-INV1): porti", "I3-2026-INV1"),
        ("The call LIFE-2026-PORTS closes soon", None),
        ("The agency (LIFE-2026-PORTS) has said", None),
        ("Value chains of ports", None),
    ],
)
def test_the_identifier_with_which_a_passage_begins(text: str, ref: str | None) -> None:
    assert ref_ahead(told(0, Sentence(0, 0, Folded(text), PassageKind.TEXT), None)) == ref


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ('LIFE-2026-NETS-01 "Blue nets for ports" - CSA, opening 5 May 2026', "Blue nets for ports"),
        ("LIFE-2026-NETS-01 „Blaue Netze“ - ab 5. Mai 2026", "Blaue Netze"),
        ("LIFE-2026-NETS-01 Réseaux bleus des ports (CSA)", "LIFE-2026-NETS-01 Réseaux bleus des ports"),
        ("LIFE-2026-NETS-01: Reti blu dei porti, dal 5 maggio 2026", "LIFE-2026-NETS-01: Reti blu dei porti"),
        (
            "Línea 2 (LIFE-2026-NETS-01) – redes azules. Abre en mayo",
            "Línea 2 (LIFE-2026-NETS-01) – redes azules",
        ),
    ],
)
def test_paragraphs_with_identifiers_are_entries_under_what_lists_them(line: str, name: str) -> None:
    for mark in ("", "- "):
        told = entries("# Ports – calls of 2026", f"{mark}LIFE-2026-PORTS-01: Ports of tomorrow", mark + line)
        assert told == [(CALL, "LIFE-2026-PORTS-01: Ports of tomorrow"), (CALL, name)]


def test_an_event_that_shows_calls_stays_one() -> None:
    told = entries(
        "# Infoday on ports",
        "It takes place on 5 May 2026.",
        "- LIFE-2026-PORTS-01 Ports of tomorrow",
        "- LIFE-2026-NETS-01 Nets of tomorrow",
    )
    assert told[0] == (EVENT, "Infoday on ports")
    assert [kind for kind, _ in told[1:]] == [CALL, CALL]


def test_one_call_alone_is_no_list() -> None:
    told = entries(
        "# Call for ports", "LIFE-2026-PORTS-01 is the call for ports.", "It closes on 5 May 2026."
    )
    assert told == [(CALL, "Call for ports")]
