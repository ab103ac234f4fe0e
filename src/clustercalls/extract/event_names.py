"""How events are named in a text: by the words round that for one, or as the meeting of a body."""

import re
from collections.abc import Iterable
from typing import Any

from clustercalls.enumerations import EntryKind, StageKind
from clustercalls.extract.addresses import without_addresses
from clustercalls.extract.folded import Cue, Folded
from clustercalls.extract.kinds import first_of
from clustercalls.extract.names import ARTICLE, CAPITAL, LETTERS, RUN, TAIL, NameInText, quoted
from clustercalls.extract.role_words import ROLES
from clustercalls.passages import Emphasis

_NEAR = 60  # letters
_BESIDE = 3  # letters between a quotation and the word that it is of
_HELD = re.compile(
    rf"(?:The |Il |Lo |La |I |Gli |Le |Les |Der |Die |Das |El |Los |Las |Os |As |An? |Una? "
    rf"|O )?((?!(?:It|Es|Er|Sie|Il|Elle|Si|Ele|Ela|Esso|This|Questo|Dies|Ce|Cela|They|He|She)\b){RUN})"
    rf" (?:will be held|will take place"
    rf"|takes? place|si t[ei]|avr|aura|se tiendr"
    r"|findet|finden|se celebr|tendr|ter[áã]|odb)"
)
_SORT = (
    r"(?:online|virtual|hybrid|national|annual|regional|transnational|international|joint|final|webinar"
    r"|public|first|second|free)"
)
_COMMITTEE = re.compile(
    r"\b(?:monitoring committee|steering committee|comitato di (?:sorveglianza|pilotaggio)"
    r"|comite de (?:suivi|pilotage|seguimiento|acompanhamento)|begleitausschuss\w*|lenkungsausschuss\w*"
    r"|komitet\w* monitoruj\w+|assembly|assemblea|assemblee|asamblea|assembleia|versammlung)\b"
)
_MEETS = re.compile(
    r"\b(?:meet\w*|riuni\w+|si riunir\w+|reuni\w*|se reun\w+|tagt\w*|sitzung\w*|posiedzeni\w*"
    r"|spotka\w+|sessione|session)\b"
)
# A meeting that has no name, and takes place.
_TAKES_PLACE = re.compile(
    r"\b(?P<what>sitzung(?: des \w+| der \w+)?|treffen|riunione|reunion|reuniao|meeting|posiedzenie|zebranie)"
    r"\b[^.;]{0,40}\b(?:findet|finden|si terra|si svolgera|se tiendra|aura lieu|will be held|will take place"
    r"|takes place|se celebrara|tendra lugar|tera lugar|realiza-se|odbedzie|zaplanowan\w+)\b"
)
_DECIDED = re.compile(
    r"\b(?:approved|selected|decided|ha approvato|ha selezionato|ha deciso|a approuve|a selectionne|a decide"
    r"|hat\b.*\b(?:genehmigt|ausgewahlt|beschlossen)|aprobo|ha aprobado|selecciono|aprovou|selecionou"
    r"|zatwierdzil\w*|wybral\w*)\b"
)
# What stands before that something takes place, and only takes up what is meant.
_WHICH = re.compile(r",?\s(?:che|qui|que|which|that|der|die|das|o qual|a qual|któr\w+)$", re.IGNORECASE)
_LEAST = 6  # letters of a name
_STOP = re.compile(
    r"[,;:.(|–]| - | (?:will|si terr\w+|si svolg\w+|took|teve|tuvo"
    r"|a eu lieu|ha avuto|si e |fand|ha luogo|avra luogo|odbed\w+|odbyw\w+|wird"
    r"|realiza-se|se realiza|se celebrara|se tendra"
    r"|se tiendra|aura|findet|is|was|est|etait|werden|wird"
    r"|e in programma|e in calendario|e previst[oa]|ist geplant|is planned|est prev[ue]+"
    r"|on|il|le|el|am|that|that will|presso|en el|prevista?o?|scheduled|takes|to be|im|in der)\b "
)


def of_event(sentence: Folded, strong: Iterable[Emphasis] = ()) -> NameInText | None:
    """The name of an event in a sentence: the words round its own, to the next verb or date."""
    word = first_of(sentence.folded, EntryKind.EVENT)
    if held := _HELD.match(sentence.text):
        return NameInText(held.start(1), held.end(1), held[1])
    if word is None:
        return _of_committee(sentence) or _of_happening(sentence)
    before = sentence.folded[: word.start]
    is_aside = before.count("(") > before.count(")")  # how one meets: "(by videoconference)"
    return (_of_happening(sentence) if is_aside else None) or _round(sentence, word, strong)


def _round(sentence: Folded, word: Cue[Any], strong: Iterable[Emphasis]) -> NameInText:
    """The name in quotation marks or emphasis beside a word, else the words round it."""
    start, end = sentence.span(word.start, word.end)
    marked = [
        name
        for name in quoted(sentence.text, strong)
        if name.start <= start <= name.end
        or 0 <= name.start - end < _NEAR
        or 0 <= start - name.end <= _BESIDE
    ]
    if marked:
        return marked[0]
    lead = re.search(rf"(?:(?!{ARTICLE} )(?:{CAPITAL}|{_SORT}) )+$|[\w-]+-$", sentence.text[:start])
    begin = start - len(lead[0]) if lead else start
    stop = _STOP.search(sentence.folded, word.end)
    digit = re.search(r" (?:il |le |el |on |am |del )?\d{1,2}(?:[./]| [a-z]{3})", sentence.folded[word.end :])
    ends = [sentence.at(stop.start())] if stop else []
    ends += [sentence.at(word.end + digit.start())] if digit else []
    finish = max(end, min([*ends, len(sentence.text), begin + LETTERS]))
    genitive = re.search(r"\b(?:eines|des) $", sentence.text[:begin])
    wording = TAIL.sub("", sentence.text[begin:finish].strip())
    return NameInText(begin, finish, wording.removesuffix("s") if genitive and finish == end else wording)


def _of_happening(sentence: Folded) -> NameInText | None:
    """What takes place, where another word says that: the noun for it, or what stands before the verb."""
    cues = (
        cue for cue in ROLES.found(without_addresses(sentence.folded)) if cue.meaning.kind is StageKind.DATES
    )
    cue = next(cues, None)
    if cue is None or is_decided(sentence):
        return None
    if not cue.meaning.is_held:
        return _round(sentence, cue, ())
    before = sentence.text[: sentence.at(cue.start)].rstrip(" ,")
    before = _WHICH.sub("", before)
    start = max((match.end() for match in re.finditer(r"[,;:]\s", before)), default=0)
    article = re.match(rf"{ARTICLE}\s|L['’]", before[start:], re.IGNORECASE)
    start += article.end() if article else 0
    wording = before[start:].strip()
    is_of_call = first_of(Folded(wording).folded, EntryKind.CALL) is not None
    fits = _LEAST <= len(wording) <= LETTERS and not is_of_call
    return NameInText(start, start + len(wording), wording) if fits else None


def is_decided(sentence: Folded) -> bool:
    """Whether a sentence tells what a body that met has decided."""
    return _DECIDED.search(sentence.folded) is not None


def is_held(sentence: Folded) -> bool:
    """Whether a sentence begins with what is held: "The Cluster Conference will take place"."""
    return _HELD.match(sentence.text) is not None


def is_meeting(sentence: Folded) -> bool:
    """Whether a sentence tells that a body meets."""
    return _of_committee(sentence) is not None


def _of_committee(sentence: Folded) -> NameInText | None:
    """The body that meets, or its meeting, where a sentence tells of that and of no decision in it."""
    if _DECIDED.search(sentence.folded):
        return None
    if meeting := _TAKES_PLACE.search(sentence.folded):
        start, end = sentence.span(*meeting.span("what"))
        return NameInText(start, end, sentence.text[start:end])
    body, meets = _COMMITTEE.search(sentence.folded), _MEETS.search(sentence.folded)
    if not body or not meets:
        return None
    start, end = sentence.span(*body.span())
    return NameInText(start, end, sentence.text[start:end])
