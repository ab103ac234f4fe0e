"""A sentence on several things as its clauses, where one of them tells of an event."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from clustercalls.extract.folded import Folded
from clustercalls.extract.names import of_event
from clustercalls.extract.sentences import Sentence
from clustercalls.extract.told import ToldSentence, told
from clustercalls.passages import Emphasis, PassageKind, PassageLink

_BETWEEN = re.compile(r";\s+")


def clauses(piece: ToldSentence) -> list[ToldSentence]:
    """The clauses between semicolons, each told by itself, where more than one has a date and one an event.

    A sentence that is on one thing alone comes back as it is.
    """
    sentence = piece.sentence
    if not piece.dates[1:] or ";" not in sentence.text or sentence.kind is PassageKind.ROW:
        return [piece]
    parts = [told(piece.number, made, None) for made in _cut(piece)]
    dated = [part for part in parts if part.dates]
    events = [part for part in dated if of_event(part.sentence.folded)]
    return parts if len(dated) > 1 and events else [piece]


def _cut(piece: ToldSentence) -> Iterator[Sentence]:
    sentence = piece.sentence
    at = 0
    for match in [*_BETWEEN.finditer(sentence.text), None]:
        end = match.start() if match else len(sentence.text)
        yield replace(
            sentence,
            start=sentence.start + at,
            folded=Folded(sentence.text[at:end]),
            links=tuple(
                PassageLink(link.start - at, link.end - at, link.url)
                for link in sentence.links
                if at <= link.start and link.end <= end
            ),
            strong=tuple(
                Emphasis(place.start - at, place.end - at)
                for place in sentence.strong
                if at <= place.start and place.end <= end
            ),
        )
        at = match.end() if match else end
