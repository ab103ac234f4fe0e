"""What a source proposes, as it is kept and read back."""

from msgspec import json

from clustercalls.candidate import Candidate


def test_a_candidate_is_kept_as_json_and_read_back() -> None:
    stage = {"id": "deadline", "kind": "deadline", "when": "2026-09-15", "at": "17:00:00"}
    made = Candidate(
        source="eu", key="1TOPICS", ident="HORIZON-1", title="Å", entry={"title": "Å", "stage": [stage]}
    )
    assert json.decode(json.encode(made), type=Candidate) == made
    assert (made.parent, made.words, made.text, made.print) == ("", (), "", "")
