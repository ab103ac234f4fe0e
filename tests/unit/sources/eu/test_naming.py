"""How a single record is asked for."""

import pytest

from clustercalls.sources.eu.asking import Type
from clustercalls.sources.eu.naming import asked_as

PAGE = "https://ec.europa.eu/portal/topic-details/HORIZON-CL4-2027-01%2B?x"


@pytest.mark.parametrize(
    ("key", "ident", "url", "asked"),
    [
        ("50130830TOPICS", "HORIZON-CL5-2026", "", (Type.TOPIC, "HORIZON-CL5-2026")),
        ("50130830TOPICS", "", PAGE, (Type.TOPIC, "HORIZON-CL4-2027-01+")),
        ("50130830TOPICS", "", "https://example.org", None),
        ("14801COMPETITIVE_CALL", "SMP-COSME", "", (Type.CASCADE, "14801")),
        ("COMPETITIVE_CALL", "SMP-COSME", "", None),
        ("187126PROSPECTS", "EuropeAid/187126", "", (Type.PROSPECT, "EuropeAid/187126")),
        ("187126PROSPECTS", "", PAGE, None),
        ("31045243CallsForProposals1398", "H2020-X", "", (Type.TOPIC, "H2020-X")),
    ],
)
def test_a_key(key: str, ident: str, url: str, asked: tuple[Type, str] | None) -> None:
    assert asked_as(key, ident, url) == asked
