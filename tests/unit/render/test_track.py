"""What we do with an entry, in words."""

from typing import Any

import pytest

from builders import entry, moved
from clustercalls.i18n import ENGLISH, LANGUAGES, language
from clustercalls.model import Track
from clustercalls.render.track import sentence, we

AWAY = moved("", was_track="watch", noticed="2027-03-03", why="the consortium is too small")


@pytest.mark.parametrize(("it", "said"), [
    ({"track": "no", "meaning": Track.NO, "owner": "anna", "history": (AWAY,)},
     "not for us, the consortium is too small; anna, 3 Mar"),
    ({"track": "no", "meaning": Track.NO}, "not for us"),
    ({"track": "No", "meaning": Track.NO, "owner": "anna"}, "not for us; anna"),
    ({"owner": "anna"}, "anna"),
    ({}, ""),
    ({"track": "go", "meaning": Track.GO}, "go for it"),
    ({"track": "archiviato", "meaning": Track.NO, "owner": "anna"}, "archiviato (not for us); anna"),
    ({"track": "da capire", "owner": "anna"}, "da capire; anna"),
    ({"history": (moved("", was_track="go", noticed="2026-12-31", why="later", source="mail"),)},
     "watch it, later; mail; 31 Dec 2026"),
])  # fmt: skip
def test_the_line_of_a_page(it: dict[str, Any], said: str) -> None:
    assert we(entry(**it), ENGLISH, 2027) == said


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_meaning_has_its_words(code: str) -> None:
    t = language(code)
    said = {we(entry(track=each, meaning=each), t, 2027) for each in Track}
    assert len(said) == len({sentence(each, t) for each in Track}) == len(Track)
