"""A sentence on several things as its clauses, where one of them tells of an event."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from clustercalls.enumerations import EntryKind
from clustercalls.extract.event_names import is_meeting, of_event
from clustercalls.extract.folded import Folded
from clustercalls.extract.kinds import first_of
from clustercalls.extract.sentences import Sentence
from clustercalls.extract.told import ToldSentence, told
from clustercalls.passages import Emphasis, PassageKind, PassageLink

_BETWEEN = re.compile(r";\s+")
_HEAD = 30  # letters in which a clause behind a comma names what takes place
_COMMA = re.compile(
    r",\s+(?:(?:and|e|und|y|et|a|oraz|while|mentre|tandis que|wahrend|mientras|enquanto)\s)?"
    r"(?=(?:the|an?|il|lo|la|l'|una?|le|une|der|die|das|eine?|el|los|las|os?|as?|uma?)\s\w)"
)


def clauses(piece: ToldSentence) -> list[ToldSentence]:
    """The clauses between semicolons, each told by itself, where several have dates, and one an event.

    So are those that have each an identifier, and what stands behind a comma and begins with an event.

    A sentence that is on one thing alone comes back as it is.
    """
    sentence = piece.sentence
    if not piece.dates[1:] or sentence.kind is PassageKind.ROW:
        return [piece]
    marks = [*_BETWEEN.finditer(sentence.text)]
    parts = [told(piece.number, made, None) for made in _cut(piece, marks)] if marks else []
    dated = [part for part in parts if part.dates]
    events = [part for part in dated if of_event(part.sentence.folded)]
    refs = {part.refs[0][2] for part in dated if part.refs}
    if len(dated) > 1 and (events or len(refs) > 1):
        return parts
    return _at_a_comma(piece)


def _at_a_comma(piece: ToldSentence) -> list[ToldSentence]:
    """The two parts of a sentence, the second on an event: "..., the meeting takes place on 5 May"."""
    for comma in _COMMA.finditer(piece.sentence.folded.folded):
        head = piece.sentence.folded.folded[comma.end() :]
        event = first_of(head, EntryKind.EVENT)
        if (event is None or event.start > _HEAD) and not is_meeting(Folded(head)):
            continue
        match = re.compile(r",\s+").match(piece.sentence.text, piece.sentence.folded.at(comma.start()))
        parts = [told(piece.number, made, None) for made in _cut(piece, [match] if match else [])]
        if all(part.dates for part in parts) and of_event(parts[0].sentence.folded) is None:
            return parts
    return [piece]


def _cut(piece: ToldSentence, marks: list[re.Match[str]]) -> Iterator[Sentence]:
    sentence = piece.sentence
    at = 0
    for match in [*marks, None]:
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
