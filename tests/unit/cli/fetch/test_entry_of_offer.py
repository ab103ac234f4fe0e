"""The entry that an offer becomes; tried whole with `follow` in `test_follow.py`."""

import pytest

from clustercalls.candidate import Candidate
from clustercalls.cli.fetch.entry_of_offer import id_for


@pytest.mark.parametrize(("key", "ident", "title", "taken", "wanted"), [
    ("1TOPICS", "HORIZON-CL5-2026-09-D4-03", "T", set(), "horizon-cl5-2026-09-d4-03"),
    ("1TOPICS", "HORIZON-CL5", "T", {"horizon-cl5"}, "horizon-cl5-2"),
    ("1COMPETITIVE_CALL", "SMP-COSME-2024", "Open call of us", set(), "open-call-of-us"),
    ("1PROSPECTS", "", "Ein Aufruf", set(), "ein-aufruf"),
])  # fmt: skip
def test_its_id(key: str, ident: str, title: str, taken: set[str], wanted: str) -> None:
    candidate = Candidate(source="eu", key=key, ident=ident, title=title, entry={})
    assert id_for(candidate, taken) == wanted
