"""How calls and events are named in a text: quotations, emphasis, capitals, a number."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from clustercalls.enumerations import EntryKind
from clustercalls.extract.folded import Folded
from clustercalls.extract.kinds import SEVERAL, first_of
from clustercalls.passages import Emphasis
from clustercalls.phrase.folding import fold

LETTERS = 140
_PHRASE = 3  # words with which a call is more than "the call"
_NO_NAME = re.compile(
    r"\d{1,2}[:.]\d\d|\d ?%|[€£$]|\b\d{1,2}\.? (?:de |of )?[a-zà-ÿ]{3,}\.?,? (?:de )?\d{4}|\d[\d.,]{3,}\d \w"
)
_NAME, _LONGEST = 3, 160  # letters of what is emphasised
_QUOTED = re.compile(
    r"“([^“”]{3,140})”|«\s?([^«»]{3,140}?)\s?»|„([^„“”]{3,140})[“”]|\"([^\"]{3,140})\""
    r"|(?<!\w)‘([^‘’]{3,140})’(?!\w)|(?<!\w)'([^']{3,80})'(?!\w)"
)
CAPITAL = r"[A-ZÀ-ÖØ-Ý][\w’'&+-]*"
_SMALL = (
    r"(?:of|for|the|and|di|del|della|dei|delle|per|de|des|du|la|le|les|pour|el|los|las|para|y|e|et|do|da"
    r"|dos|das|und|für|der|die|das|zur|in|new)"
)
RUN = rf"{CAPITAL}(?:(?: {_SMALL}){{0,2}} (?:{CAPITAL}|\d{{4}}(?!\d)))*"
_AFTER_CALL = re.compile(rf"^[\s:–-]*(?:denominat\w+ |named |called |intitul\w+ |titulad\w+ )?({RUN})")
_BEFORE_CALL = re.compile(rf"({RUN})(?: ?\([^)]*\))?, (?:a|an|un|una|une|ein|eine|um|uma)(?: \w+)? $")
_BODY = re.compile(
    r"(?:comit|commi[ts]|comiss|comision|kommission|ausschuss|komitet|komisj|minist|agen[ct]|regio)"
)
# "RE: FW: ", before the subject of a mail.
_ANSWER = re.compile(r"^\s*(?:(?:re|fwd?|r|i|tr|wg|aw|rv|enc|res|odp|pd)\s?:\s+)+(?=\S)", re.IGNORECASE)
_PICTURES = re.compile(r"(?:^|\s)[\U0001f000-\U0001ffff]\S*(?=\s|$)")  # among letters, as posts have them
_INTERREG = re.compile(
    r"\bI(?:nterreg|NTERREG)(?:[ -](?:(?:I?V|VI)(?:[ -][A-C])?\b|NEXT(?:[ -]MED)?"
    r"|[A-ZÀ-Ý][\w’'éèü]*(?:[-–][A-ZÀ-Ý][\wéèü]*)*)){1,5}"
)
_NUMBER = (
    r"(?:\d{1,2} ?(?:°|º|\.?ª|\.?[ao]\b|\.|st|nd|rd|th|er|e|eme)|prim[aoe]\w*|premi\w+|first|second\w*"
    r"|deuxieme|third|terz\w+|troisieme|fourth|quart\w+|quatrieme"
    r"|quint\w+|fifth|cinquieme|sest\w+|sext\w+|sixth|sixieme|erste\w*|zweite\w*|dritte\w*|vierte\w*"
    r"|funfte\w*|primer\w*|segund\w+|tercer\w*"
    r"|[ivx]{1,4}|primeir\w+|terceir\w+|pierwsz\w+|drug\w+|trzec\w+|prochain|prossimo|next|proxim\w+"
    r"|nachste\w*"
    r"|nuov\w+|new|nouvel\w*|nuev[ao]|neue\w*)"
)
_NUMBERED = re.compile(
    rf"\b{_NUMBER} (?:\w+ )?(?:call for (?:projects|proposals)|calls?|bando|avviso"
    rf"|invito a presentare proposte|appel a projets?|appel"
    r"|aviso|concurso|convocatoria|aufruf\w*|forderaufruf\w*|ausschreibung|edital|konkurs\w*|nabor\w*"
    r"|sportello|ventanilla|window|open call|guichet)\b"
    r"(?: (?:for|fur|per|pour|para|dla|na)(?: [\w-]+){1,3}(?= (?:ist|is|e|est|es|jest|wird|will|seit|opens"
    r"|closes|apre|scade|ouvre|abre)\b))?"
)
_ORDINALS = {
    1: r"first|prim[oa]|premi|erste|primer|primeir|pierwsz|1",
    2: r"second|deuxieme|zweite|segund|drug",
    3: r"third|terz|troisieme|dritte|tercer|terceir|trzec",
    4: r"fourth|quart|quatrieme|vierte|cuart|czwart",
    5: r"fifth|quint|cinquieme|funfte|piat",
    6: r"sixth|sest|sext|sixieme|sechste|szost",
}
_FIGURE = re.compile(
    r"\b(?:call|bando|avviso|appel(?: a projets?)?|aufruf|ausschreibung|convocatoria|aviso|nabor|konkurs)"
    r" (?:n[.°o]{0,2} ?|nr\.? ?|#)?(?P<figure>\d{1,2})\b(?![.,:/-]\d)"
)
ARTICLE = (
    r"\b(?:The|An?|Il|Lo|La|Un|Una|Uno|Le|Les|Une|Der|Die|Das|Eine?|Einen"
    r"|El|Los|Las|O|Os|As|Uma?|Am|Im|On|Our|Notre|Unsere?|Nuestra|Nossa|Nasz[ae]?)"
)
TAIL = re.compile(
    r"(?: (?:dal?|del|du|des|de|le|il|on|the|vom|am|im|el|en|em|a|na|w|of|from|in|at|lo|la|al|statt"
    r"|zostanie|ist|is))+$",
    re.IGNORECASE,
)
_ROUND = re.compile(r"\b(?:open call|call|window|round|competition|fund|scheme|prize|award)\b")
# German nouns behind the name of a programme, which are none of it.
_OF_ANY_PROGRAMME = re.compile(r" (?:Pro[gj]|Aufruf|Call|Förder|Antr[aä]g|Mittel|Gelder)[\w-]*.*$")
# The capitals directly before a word: "DREAM Eurocluster – Innovation ".
_LEAD = re.compile(rf"(?:(?!{ARTICLE} ){CAPITAL} (?:[–-] )?(?:{_SMALL} ){{0,2}})+$")
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
    places += [place for place in strong if _is_name(text[place.start : place.end])]
    gathered = []
    for start, end in sorted(places):
        wording = text[start:end].strip(" :")
        if re.match(r"[\"“]?[A-ZÀ-Ý0-9]", wording) and re.search(r"[^\W\d_]{3}", wording):
            gathered.append(NameInText(start, end, wording, own=True))
    return gathered


def _is_name(strong: str) -> bool:
    """Whether emphasised letters may be a name: words in capitals, and no date, hour or amount."""
    if not _NAME <= len(strong) <= _LONGEST or _NO_NAME.search(strong.lower()):
        return False
    capitals = sum(word[:1].isupper() for word in strong.split())
    return capitals > 1 or first_of(fold(strong), EntryKind.CALL) is not None


def of_call(sentence: Folded, strong: Iterable[Emphasis] = ()) -> NameInText | None:
    """The name of a call in a sentence that has a word for one: marked, or in capitals beside that word."""
    marked = quoted(sentence.text, strong)
    word = first_of(sentence.folded, EntryKind.CALL)
    if word is None:
        return None
    start, end = sentence.span(word.start, word.end)
    near = [name for name in marked if abs(name.start - end) < LETTERS]
    if near:
        return min(near, key=lambda name: abs(name.start - end))
    before = _BEFORE_CALL.search(sentence.text[:start])
    if before and before.start(1) > 0 and not _BODY.match(fold(before[1])):
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


def number_in(folded: str) -> int:
    """The number that an ordinal says, from 1 to 6; 0 for "new", "next" and all others."""
    figure = re.match(r"\d{1,2}", folded)
    if figure:
        return int(figure[0])
    if roman := re.match(r"(?:i{1,3}|iv|vi?)\b", folded):
        return ("i", "ii", "iii", "iv", "v", "vi").index(roman[0]) + 1
    return next((number for number, words in _ORDINALS.items() if re.match(words, folded)), 0)


def numbers_of_calls(sentence: Folded) -> set[int]:
    """The numbers of calls that a sentence names: "2e appel", "call 3", "terzo bando"."""
    gathered = {number_in(match[0]) for match in _NUMBERED.finditer(sentence.folded)}
    gathered |= {int(match["figure"]) for match in _FIGURE.finditer(sentence.folded)}
    return gathered - {0}


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
    finish = min(stop.start() if stop else len(sentence.folded), word.start + LETTERS)
    start, end = sentence.span(word.start, finish)
    lead = _LEAD.search(sentence.text[:start])
    start -= len(lead[0]) if lead else 0
    wording = TAIL.sub("", sentence.text[start:end].strip())
    is_name = len(wording.split()) >= (_PHRASE - 1 if lead else _PHRASE)
    return NameInText(start, start + len(wording), wording) if is_name else None


def plain(title: str) -> str:
    """A title without emphasis, marks at its ends and what introduces it."""
    wording = re.sub(r"[*_`]+|^\s*#+\s", "", title)
    wording = re.sub(r"^\W*(?:save the date|news|avviso|nb)\s*[:!–-]\s*", "", wording, flags=re.IGNORECASE)
    wording = _ANSWER.sub("", _PICTURES.sub(" ", wording))
    return re.sub(r"\s+", " ", wording).strip(" \t.:;,–-|")[:300]
