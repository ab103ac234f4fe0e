"""How calls and events are named in a text: quotations, emphasis, capitals, a number."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from clustercalls.enumerations import EntryKind
from clustercalls.extract.folded import Folded
from clustercalls.extract.kinds import SEVERAL, first_of
from clustercalls.passages import Emphasis

_LETTERS, _NEAR = 140, 60  # letters
_BESIDE = 3  # letters between a quotation and the word that it is of
_PHRASE = 3  # words with which a call is more than "the call"
_NAME, _LONGEST = 3, 160  # letters of what is emphasised
_QUOTED = re.compile(
    r"“([^“”]{3,140})”|«\s?([^«»]{3,140}?)\s?»|„([^„“”]{3,140})[“”]|\"([^\"]{3,140})\""
    r"|(?<!\w)‘([^‘’]{3,140})’(?!\w)|(?<!\w)'([^']{3,80})'(?!\w)"
)
_CAPITAL = r"[A-ZÀ-ÖØ-Ý][\w’'&+-]*"
_SMALL = (
    r"(?:of|for|the|and|di|del|della|dei|delle|per|de|des|du|la|le|les|pour|el|los|las|para|y|e|et|do|da"
    r"|dos|das|und|für|der|die|das|zur|in|new)"
)
_RUN = rf"{_CAPITAL}(?:(?: {_SMALL}){{0,2}} (?:{_CAPITAL}|\d{{4}}(?!\d)))*"
_AFTER_CALL = re.compile(rf"^[\s:–-]*(?:denominat\w+ |named |called |intitul\w+ |titulad\w+ )?({_RUN})")
_BEFORE_CALL = re.compile(rf"({_RUN})(?: ?\([^)]*\))?, (?:a|an|un|una|une|ein|eine|um|uma)(?: \w+)? $")
_INTERREG = re.compile(
    r"\bI(?:nterreg|NTERREG)(?:[ -](?:(?:I?V|VI)(?:[ -][A-C])?\b|NEXT(?:[ -]MED)?"
    r"|[A-ZÀ-Ý][\w’'éèü]*(?:[-–][A-ZÀ-Ý][\wéèü]*)*)){1,5}"
)
_NUMBER = (
    r"(?:\d{1,2} ?(?:°|º|\.?ª|\.|st|nd|rd|th|er|e|eme)|prim[aoe]\w*|premi\w+|first|second\w*"
    r"|deuxieme|third|terz\w+|troisieme|fourth|quart\w+|quatrieme"
    r"|quint\w+|fifth|cinquieme|sest\w+|sext\w+|sixth|sixieme|erste\w*|zweite\w*|dritte\w*|vierte\w*"
    r"|funfte\w*|primer\w*|segund\w+|tercer\w*"
    r"|[ivx]{1,4}|primeir\w+|terceir\w+|pierwsz\w+|drug\w+|trzec\w+|prochain|prossimo|next|proxim\w+"
    r"|nachste\w*"
    r"|nuov\w+|new|nouvel|nueva|neue\w*)"
)
_NUMBERED = re.compile(
    rf"\b{_NUMBER} (?:\w+ )?(?:call for (?:projects|proposals)|calls?|bando|avviso"
    rf"|invito a presentare proposte|appel a projets?|appel"
    r"|convocatoria|aufruf\w*|forderaufruf\w*|ausschreibung|edital|konkurs\w*|nabor\w*|sportello)\b"
    r"(?: (?:for|fur|per|pour|para|dla|na)(?: [\w-]+){1,3}(?= (?:ist|is|e|est|es|jest|wird|will|seit|opens"
    r"|closes|apre|scade|ouvre|abre)\b))?"
)
_HELD = re.compile(
    rf"(?:The |Il |Lo |La |I |Gli |Le |Les |Der |Die |Das |El |Los |Las |Os |As |An? |Una? "
    rf"|O )?({_RUN}) (?:will be held|will take place"
    rf"|takes? place|si t[ei]|avr|aura|se tiendr"
    r"|findet|finden|se celebr|tendr|ter[áã]|odb)"
)
_ARTICLE = (
    r"\b(?:The|An?|Il|Lo|La|Un|Una|Uno|Le|Les|Une|Der|Die|Das|Eine?|Einen"
    r"|El|Los|Las|O|Os|As|Uma?|Am|Im|On|Our|Notre|Unsere?|Nuestra|Nossa|Nasz[ae]?)"
)
_SORT = (
    r"(?:online|virtual|hybrid|national|annual|regional|transnational|international|joint|final|webinar"
    r"|public|first|second|free)"
)
_TAIL = re.compile(
    r"(?: (?:dal?|del|du|des|de|le|il|on|the|vom|am|im|el|en|em|a|na|w|of|from|in|at|lo|la|al|statt"
    r"|zostanie|ist|is))+$",
    re.IGNORECASE,
)
_ROUND = re.compile(r"\b(?:open call|call|window|round|competition|fund|scheme|prize|award)\b")
# German nouns behind the name of a programme, which are none of it.
_OF_ANY_PROGRAMME = re.compile(r" (?:Pro[gj]|Aufruf|Call|Förder|Antr[aä]g|Mittel|Gelder)[\w-]*.*$")
# The capitals directly before a word: "DREAM Eurocluster – Innovation ".
_LEAD = re.compile(rf"(?:(?!{_ARTICLE} ){_CAPITAL} (?:[–-] )?(?:{_SMALL} ){{0,2}})+$")
_COMMITTEE = re.compile(
    r"\b(?:monitoring committee|steering committee|comitato di (?:sorveglianza|pilotaggio)"
    r"|comite de (?:suivi|pilotage|seguimiento|acompanhamento)|begleitausschuss\w*|lenkungsausschuss\w*"
    r"|komitet\w* monitoruj\w+|assembly|assemblea|assemblee|asamblea|assembleia|versammlung)\b"
)
_MEETS = re.compile(
    r"\b(?:meet\w*|riuni\w+|si riunir\w+|reuni\w*|se reun\w+|tagt\w*|sitzung\w*|posiedzeni\w*"
    r"|spotka\w+|sessione|session)\b"
)
_STOP = re.compile(
    r"[,;:.(|–]| - | (?:will|si terr\w+|si svolg\w+|took|teve|tuvo"
    r"|a eu lieu|ha avuto|si e |fand|ha luogo|avra luogo|odbed\w+|odbyw\w+|wird"
    r"|realiza-se|se realiza|se celebrara|se tendra"
    r"|se tiendra|aura|findet|is|was|est|etait|werden|wird"
    r"|on|il|le|el|am|that|that will|presso|en el|prevista?o?|scheduled|takes|to be|im|in der)\b "
)

_CALL_STOP = re.compile(
    r"[,;:.!?–|]| - |\b\d{1,2}[./ ]|\b(?:will|is|are|was|were|has|have|opens?|closes?|runs|launched"
    r"|which|that|uscira|apre"
    r"|aprira|scade|scadra|chiude|e'|sara|saranno|sono|e stat\w+|prevede|mette|ha|che|pubblicat\w+|est"
    r"|sera|seront|ouvre|ouvrira|ferme|prevoit|qui|que|publie\w*|ist|sind|wird|werden|wurde\w*|startet"
    r"|endet|offnet|lauft|beginnt|es|esta|estara|abre|abrira|cierra|finaliza|fue|publicad\w+|foi"
    r"|encontra|encerra|jest|sa|zostan\w+|bedzie|rusza|trwa|konczy|rozpocz\w+|ktor\w+|bis|until|entro"
    r"|ab|from|jusqu\w*|hasta|ate)\b"
)
_REF_AND_NAME = re.compile(
    r"[A-Z0-9-]+ ?[:–-] [^:;.,()|]{8,140}?(?= (?:jest|is|are|è|e'|sono|ist|sind|est|sera|es|será|é"
    r"|opens?|closes?|zostanie|will|sarà)\b|[:;.,()|]|$)"
)
_SMALL_CALL = re.compile(
    r"(?:call|bando|avviso|appel|convocatoria|aufruf|edital|konkurs)\b.{2,80}", re.IGNORECASE
)


class NameInText(NamedTuple):
    """A name at its place in a text; `own` when quotation or emphasis marks it as one."""

    start: int
    end: int
    text: str
    own: bool = False


def quoted(text: str, strong: Iterable[Emphasis] = ()) -> list[NameInText]:
    """What a text has in quotation marks, or emphasised there, that may be a name."""
    places = [match.span(match.lastindex or 0) for match in _QUOTED.finditer(text)]
    places += [place for place in strong if _NAME <= place.end - place.start <= _LONGEST]
    gathered = []
    for start, end in sorted(places):
        wording = text[start:end].strip(" :")
        if re.match(r"[\"“]?[A-ZÀ-Ý0-9]", wording) and re.search(r"[^\W\d_]{3}", wording):
            gathered.append(NameInText(start, end, wording, own=True))
    return gathered


def of_call(sentence: Folded, strong: Iterable[Emphasis] = ()) -> NameInText | None:
    """The name of a call in a sentence that has a word for one: marked, or in capitals beside that word."""
    marked = quoted(sentence.text, strong)
    word = first_of(sentence.folded, EntryKind.CALL)
    if word is None:
        return None
    start, end = sentence.span(word.start, word.end)
    near = [name for name in marked if abs(name.start - end) < _LETTERS]
    if near:
        return min(near, key=lambda name: abs(name.start - end))
    before = _BEFORE_CALL.search(sentence.text[:start])
    if before and before.start(1) > 0:
        return NameInText(before.start(1), before.end(1), before[1])
    after = _AFTER_CALL.match(sentence.text[end:])
    if after and " " in after[1]:
        return NameInText(end + after.start(1), end + after.end(1), after[1])
    return None


def beside_call(sentence: Folded, strong: Iterable[Emphasis] = ()) -> NameInText | None:
    """The name directly beside the word for a call or a round: "the Green Hubs call", "bando Reti Verdi"."""
    word = _ROUND.search(sentence.folded)
    if word:
        start, _ = sentence.span(*word.span())
        if lead := _LEAD.search(sentence.text[:start]):
            wording = lead[0].strip()
            return NameInText(start - len(lead[0]), start - len(lead[0]) + len(wording), wording)
    return of_call(sentence, strong)


def with_ref(text: str, start: int) -> NameInText | None:
    """The identifier of a call at this place with the name behind its colon."""
    match = _REF_AND_NAME.match(text, start)
    return NameInText(start, match.end(), match[0].strip()) if match else None


def emphasised(text: str, strong: Iterable[Emphasis]) -> NameInText | None:
    """The first words in emphasis that begin with a word for a call, in small letters as well."""
    for start, end in strong:
        if _SMALL_CALL.fullmatch(text[start:end]):
            return NameInText(start, end, text[start:end])
    return None


def numbered(sentence: Folded) -> NameInText | None:
    """A call by its number: "the third call for projects"."""
    match = _NUMBERED.search(sentence.folded)
    if not match:
        return None
    start, end = sentence.span(*match.span())
    return NameInText(start, end, sentence.text[start:end])


def interreg(text: str) -> NameInText | None:
    """The full name of a programme of Interreg: "Interreg V-A Italia-Grecia"."""
    match = _INTERREG.search(text)
    if match is None or re.search(r"-Pro[gj]\w+$", match[0]):  # a word made of it: no name
        return None
    wording = _OF_ANY_PROGRAMME.sub("", match[0])
    return NameInText(match.start(), match.start() + len(wording), wording)


def phrase_of_call(sentence: Folded) -> NameInText | None:
    """The words from that for a call to the next verb or mark: "invito LIFE per i progetti integrati"."""
    word = first_of(sentence.folded, EntryKind.CALL)
    if word is None or SEVERAL.search(sentence.folded, word.start, word.end):
        return None
    stop = _CALL_STOP.search(sentence.folded, word.end)
    finish = min(stop.start() if stop else len(sentence.folded), word.start + _LETTERS)
    start, end = sentence.span(word.start, finish)
    lead = _LEAD.search(sentence.text[:start])
    start -= len(lead[0]) if lead else 0
    wording = _TAIL.sub("", sentence.text[start:end].strip())
    is_name = len(wording.split()) >= (_PHRASE - 1 if lead else _PHRASE)
    return NameInText(start, start + len(wording), wording) if is_name else None


def of_event(sentence: Folded, strong: Iterable[Emphasis] = ()) -> NameInText | None:
    """The name of an event in a sentence: the words round its own, to the next verb or date."""
    word = first_of(sentence.folded, EntryKind.EVENT)
    if held := _HELD.match(sentence.text):
        return NameInText(held.start(1), held.end(1), held[1])
    if word is None:
        return _of_committee(sentence)
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
    lead = re.search(rf"(?:(?!{_ARTICLE} )(?:{_CAPITAL}|{_SORT}) )+$|[\w-]+-$", sentence.text[:start])
    begin = start - len(lead[0]) if lead else start
    stop = _STOP.search(sentence.folded, word.end)
    digit = re.search(r" (?:il |le |el |on |am |del )?\d{1,2}(?:[./]| [a-z]{3})", sentence.folded[word.end :])
    ends = [sentence.at(stop.start())] if stop else []
    ends += [sentence.at(word.end + digit.start())] if digit else []
    finish = max(end, min([*ends, len(sentence.text), begin + _LETTERS]))
    genitive = re.search(r"\b(?:eines|des) $", sentence.text[:begin])
    wording = _TAIL.sub("", sentence.text[begin:finish].strip())
    return NameInText(begin, finish, wording.removesuffix("s") if genitive and finish == end else wording)


def is_meeting(sentence: Folded) -> bool:
    """Whether a sentence tells that a body meets."""
    return _of_committee(sentence) is not None


def _of_committee(sentence: Folded) -> NameInText | None:
    """The body that meets, where a sentence tells of its meeting."""
    body, meets = _COMMITTEE.search(sentence.folded), _MEETS.search(sentence.folded)
    if not body or not meets:
        return None
    start, end = sentence.span(*body.span())
    return NameInText(start, end, sentence.text[start:end])


def plain(title: str) -> str:
    """A title without emphasis, marks at its ends and what introduces it."""
    wording = re.sub(r"[*_`]+|^\s*#+\s", "", title)
    wording = re.sub(r"^\W*(?:save the date|news|avviso|nb)\s*[:!–-]\s*", "", wording, flags=re.IGNORECASE)
    return re.sub(r"\s+", " ", wording).strip(" \t.:;,–-|")[:300]
