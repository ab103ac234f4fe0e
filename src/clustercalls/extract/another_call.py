"""Which sentences of a text are on another call than the one above: a further round, another identifier."""

import re

from clustercalls.enumerations import EntryKind
from clustercalls.extract import names
from clustercalls.extract.date_role import BOUNDS
from clustercalls.extract.entry_section import CALL_DATES, EntrySection, alone
from clustercalls.extract.folded import Folded
from clustercalls.extract.kinds import SEVERAL
from clustercalls.extract.names import NameInText
from clustercalls.extract.policy_steps import TIME
from clustercalls.extract.told import ToldSentence

_SECOND = 2
_DAY_OF_CALL = re.compile(r"(?:releve|cut-off|session|window|finestra|tranche|guichet|ventanilla)$")
_NEAR = 12  # sentences above in which a name or a number of the same call stands
_HEAD = 45  # letters within which a sentence says what it is on
_FIRST = r"first|prim[oa]|premi(?:er|ere)|erste\w?|primer[oa]?|primeir[oa]|pierwsz[yae]"
_ORDINAL = (
    r"second[aoe]?|third|fourth|fifth|terz[oa]|quart[oa]|quint[oa]|deuxieme|troisieme|quatrieme|cinquieme"
    r"|zweite\w?|dritte\w?|vierte\w?|funfte\w?|segund[oa]|tercer[oa]?|cuart[oa]|terceir[oa]|drug[iae]"
    r"|trzeci\w?|czwart[yae]"
)
_NEXT = (
    rf"(?:new|next|further|another|additional|{_ORDINAL}|nuov[oa]|prossim[oa]|ulteriore|altr[oa]"
    r"|nouvel(?:le)?|prochaine?|autre|neue\w?|nachste\w?|weitere\w?|nuev[oa]|proxim[oa]|otr[oa]"
    r"|nov[oa]|outr[oa]|now[yae]|kolejn[yae]|nastepn[yae])"
)
_ROUND = (
    r"(?:calls?|round|window|edition|competition|tranche|cut-off|bando|avviso|invito|sportello|finestra"
    r"|edizione|appel|vague|releve|session|guichet|edition|[a-z]*aufruf|ausschreibung"
    r"|(?:antrags|forder|bewerbungs)?runde|auflage|convocatoria|ventanilla|edicion|ronda|llamada|aviso"
    r"|concurso|edicao|fase de candidaturas|nabor|konkurs|edycja|runda)"
)
_ARTICLE = (
    r"(?:(?:the|an?|its|il|lo|la|una?|uno|les?|une|der|die|das|eine?|el|los|las|os?|as?|uma?)\s|l'|un')?"
)
_ANOTHER = re.compile(rf"{_ARTICLE}(?P<what>(?:{_NEXT})\s(?:[\w-]+\s){{0,2}}?{_ROUND})\b")
# The same behind a verb: "Está previsto um novo concurso".
_AHEAD = re.compile(
    r"(?:esta|sera|seguira|e|ci sara|there will be|es folgt|geplant ist|vorgesehen ist|il est prevu|suivra"
    rf"|planowany jest|przewidziano)\s(?:previst[oa]\s|attes[oa]\s)?{_ARTICLE}(?P<what>(?:{_NEXT})\s"
    rf"(?:[\w-]+\s){{0,2}}?{_ROUND})\b"
)
# A first call that is still to come: "Ein erster Aufruf folgt im Herbst".
_ANNOUNCED = re.compile(
    rf"(?:an?|the|un[ao']?|une|eine?|uma?|il|la|le|der|die|el|o|a|l')?\s?"
    rf"(?P<what>(?:{_FIRST})\s(?:[\w-]+\s){{0,2}}?{_ROUND})\b"
)
_COMES = re.compile(
    r"\b(?:will (?:follow|open|be (?:launched|published|opened))|follows|is (?:planned|expected|foreseen)"
    r"|seguira|sara (?:pubblicat|apert|lanciat)\w+|e (?:previst|attes)[oa]|aprira|uscira"
    r"|suivra|sera (?:lance|publie|ouvert)e?|est (?:prevue?|attendue?)|ouvrira"
    r"|folgt|startet|ist\b.*\b(?:geplant|vorgesehen)|wird\b.*\b(?:folgen|starten|veroffentlicht)"
    r"|se publicara|se abrira|se lanzara|esta previst[oa]|abrira|sera (?:lancad|publicad|abert)[oa]"
    r"|nastapi|ruszy|zostanie ogloszon\w+|jest (?:planowan|przewidzian)\w+)\b"
)
_EDITION = re.compile(
    rf"{_ARTICLE}(?P<what>(?:\d{{1,2}}(?:st|nd|rd|th|°|ª|º|\.ª|\.|e|eme)?|{_NEXT})\s"
    r"(?:edition|edizione|ausgabe|auflage|edicion|edicao|edycja))\b"
)
# "Le premier, sur les ports, ...": calls told of one by one.
_THE = r"(?:(?:the|il|la|le|der|die|das|el|o|a)\s)?"
_COUNTED = tuple(
    re.compile(rf"(?:{_THE}(?:{words})|{adverbs})\b(?=[\s,:(])")
    for words, adverbs in (
        (
            r"first|prim[oa]|premiere?|erste[rs]?|primer[oa]?|primeir[oa]|pierwsz[yae]",
            r"firstly|erstens|in primo luogo|d'abord|en primer lugar|em primeiro lugar|po pierwsze",
        ),
        (
            r"second[oae]?|deuxieme|zweite[rs]?|segund[oa]|drug[iae]",
            r"secondly|zweitens|in secondo luogo|ensuite|en segundo lugar|em segundo lugar|po drugie",
        ),
        (
            r"third|terz[oa]|troisieme|dritte[rs]?|tercer[oa]?|terceir[oa]|trzeci[ae]?",
            r"thirdly|drittens|in terzo luogo|enfin|en tercer lugar|em terceiro lugar|po trzecie",
        ),
    )
)
_WHAT = re.compile(
    r",?\s(?:on|for|su|sul|sulla|sui|sulle|sugli|per|sur|pour|uber|zu|zum|zur|fur|sobre|para|na|dla|w sprawie"
    r"|dotyczac\w+)\s[^,;(\d]{3,80}(?=[,;(])"
)
_COLON = re.compile(r":\s(?:el|la|il|lo|le|l'|der|die|das|the|o|a)?\s?(?P<name>[^,;(.:]{8,90})(?=[,;(.])")
_OF_A_STAGE = re.compile(
    r"\s(?:\w+\s)?(?:stage|phase|step|deadline|cut-off|date|part|fase|scadenza|data|parte|etape|echeance"
    r"|partie|stufe|phase|frist|stichtag|teil|etapa|fecha|plazo|prazo|etap\w*|termin\w*|czesc)\b"
)


def is_another_call(piece: ToldSentence, current: EntrySection) -> bool:
    """Whether a sentence begins with a further call or round, and the one above has its own facts."""
    folded = piece.sentence.folded.folded
    match = _ANOTHER.match(folded) or _AHEAD.match(folded)
    announced = None if match else _ANNOUNCED.match(folded)
    if announced and _COMES.search(folded):
        match = announced
    is_timed = piece.dates or piece.money or re.search(rf"{TIME}|\b20\d\d\b", folded)
    if match is None or not is_timed or current.kind is EntryKind.EVENT:
        return False
    known = any(role.kind in BOUNDS for role in current.dates) or any(
        one.money or one.grants for one in current.told
    )
    numbered = re.search(rf"{_NEXT}|{_FIRST}", match[0])
    near = (*current.heads, *current.told[-_NEAR:])
    number = names.number_in(numbered[0]) if numbered else 0
    if number == _SECOND and current.told and _is_list_of_one(current.told[-1], match[0]):
        return False
    if number and any(number in names.numbers_of_calls(one.sentence.folded) for one in near):
        return False
    same = re.compile(rf"\b{numbered[0][:6]}\w* (?:\w+ )?{_ROUND}\b") if numbered else None
    return known and not (same and any(same.search(one.sentence.folded.folded) for one in near))


def _is_list_of_one(before: ToldSentence, second: str) -> bool:
    """Whether the line above is on the first of the same: "first cut-off: ...", "second cut-off: ..."."""
    return bool(_DAY_OF_CALL.search(second)) and bool(
        re.match(
            rf"{_ARTICLE}(?:{_FIRST})\s{re.escape(second.rsplit(maxsplit=1)[-1])}",
            before.sentence.folded.folded,
        )
    )


def is_next_edition(piece: ToldSentence) -> bool:
    """Whether a sentence tells when an event comes again."""
    folded = piece.sentence.folded.folded
    return bool(_EDITION.match(folded) and (piece.dates or re.search(rf"{TIME}|\b20\d\d\b", folded)))


def further(piece: ToldSentence, kind: EntryKind) -> EntrySection:
    """The entry of a further call, round or edition, which is named by what it is under."""
    folded = piece.sentence.folded
    wordings = (_EDITION,) if kind is EntryKind.EVENT else (_ANOTHER, _AHEAD, _ANNOUNCED)
    match = next((match for wording in wordings if (match := wording.match(folded.folded))), None)
    start, end = folded.span(*match.span("what")) if match else (0, 0)
    one = alone(kind, [piece], NameInText(start, end, piece.sentence.text[start:end]))
    one.is_further = True
    return one


def of_another_ref(piece: ToldSentence, current: EntrySection) -> NameInText | None:
    """The name of the call of a sentence that has another identifier than the above, and its own date."""
    refs = {ref for _, _, ref in piece.refs}
    if len(refs) != 1 or not _closes(piece):
        return None
    known = {ref for one in current.told if one.dates for _, _, ref in one.refs}
    ((start, end, ref), *_) = piece.refs
    if not known or any(ref.startswith(one) or one.startswith(ref) for one in known):
        return None
    return names.with_ref(piece.sentence.text, start) or NameInText(start, end, ref)


def of_another_programme(piece: ToldSentence, current: EntrySection) -> NameInText | None:
    """The programme at the head of a sentence with a deadline, where those above are of others."""
    ahead = [(start, end, name) for start, end, name, _ in piece.programmes if start < _HEAD]
    if not ahead or not _closes(piece) or current.kind is EntryKind.EVENT or piece.is_heading:
        return None
    above = [one for one in current.told if one is not piece]
    known = {name for one in above if _closes(one) for _, _, name, _ in one.programmes}
    every = {name for one in above for _, _, name, _ in one.programmes}
    start, end, name = ahead[0]
    is_known = name in every or any(one[2] in every for one in piece.programmes)
    return None if not known or is_known else NameInText(start, end, piece.sentence.text[start:end])


def ordinals(passage: list[ToldSentence]) -> dict[int, NameInText]:
    """Where the sentences begin that tell of several calls one by one, with how each is called there."""
    gathered: dict[int, NameInText] = {}
    is_of_several = False
    for piece in passage:
        folded = piece.sentence.folded
        match = _COUNTED[min(len(gathered), len(_COUNTED) - 1)].match(folded.folded)
        if match and piece.dates and is_of_several and not _OF_A_STAGE.match(folded.folded, match.end()):
            gathered[piece.sentence.start] = _named(folded, match)
        is_of_several = is_of_several or bool(SEVERAL.search(folded.folded))
    return gathered if len(gathered) > 1 else {}


def _named(sentence: Folded, match: re.Match[str]) -> NameInText:
    """The words that say which of several calls is meant: "the first, on ports"; or its own name there."""
    marked = [name for name in names.quoted(sentence.text) if 0 <= name.start - match.end() <= len(', "')]
    if marked:
        return marked[0]
    if behind := _COLON.match(sentence.text, sentence.at(match.end())):
        return NameInText(behind.start("name"), behind.end("name"), behind["name"])
    on = _WHAT.match(sentence.folded, match.end())
    start, end = sentence.span(0, on.end() if on else match.end())
    return NameInText(start, end, sentence.text[start:end])


def _closes(piece: ToldSentence) -> bool:
    return any(role.kind in CALL_DATES and not role.was for role in piece.dates)
