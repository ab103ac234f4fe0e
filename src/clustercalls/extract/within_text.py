"""What a paragraph tells of besides the entry that it is under: an event, a step of policy, another call."""

import re

from clustercalls.enumerations import EntryKind, StageKind
from clustercalls.extract import names
from clustercalls.extract.entry_section import CALL_DATES, EVENT_DATES, EntrySection, alone
from clustercalls.extract.event_clauses import clauses
from clustercalls.extract.kinds import first_of
from clustercalls.extract.names import NameInText
from clustercalls.extract.told import ToldSentence
from clustercalls.phrase.folding import fold

_DATED = re.compile(r"[^:]{0,12}\d{1,2}[^:]{0,30}(?::\s+|\s[–—-]\s)(?=[^\W\d_])")
_COMMON = re.compile(r"call|open|bando|avviso|appel|aufruf|convocatoria|aviso|nabor|konkurs|round|window")
_NEAR = 12  # sentences above in which a name or a number of the same call stands
_HEAD = 45  # letters within which a sentence says what it is on
_BODY = (
    r"\b(?:commission|council|parliament|government|commissione|consiglio|parlamento|governo|conseil"
    r"|parlement|gouvernement|kommission|rat|bundesregierung|comision|consejo|gobierno|comissao|conselho"
    r"|governo|komisja|rada|rzad)\b"
)
_PROPOSES = (
    r"\b(?:proposals?|propos\w+|vorschlag|entwurf|propuesta|wniosek|projekt ustawy|strategy|strategi\w+"
    r"|estrategia|action plan|piano d'azione|plan d'action|aktionsplan|regulation|regolamento|reglement"
    r"|verordnung|gesetz\w*|reglamento|regulamento|rozporzadzeni\w+|directive|direttiva|richtlinie"
    r"|directiva|diretiva|dyrektyw\w+)\b"
)
_WILL = (
    r"\b(?:will|plans? to|intends? to|is expected|presentera|adottera|proporra|prevede di|intende"
    r"|presentera|adoptera|entend|prevoit|will|wird|plant|beabsichtigt|presentara|adoptara|preve"
    r"|apresentara|adotara|pretende|tenciona|przedstawi|przyjmie|planuje|zamierza)\b"
)
_TIME = (
    r"\b(?:half|quarter|semestre|trimestre|halbjahr\w*|quartal\w*|polroc\w*|kwarta\w*|polow\w*|year|anno"
    r"|annee|jahr\w*|ano|rok\w*|spring|summer|autumn|winter|primavera|estate|autunno|printemps|ete|automne"
    r"|fruhjahr|sommer|herbst)\b"
)
_NEXT = (
    r"(?:new|next|further|another|additional|second[aoe]?|third|fourth|fifth|nuov[oa]|prossim[oa]|ulteriore"
    r"|altr[oa]|terz[oa]|quart[oa]|nouvel(?:le)?|prochaine?|autre|deuxieme|troisieme|quatrieme"
    r"|neue\w?|nachste\w?|weitere\w?|zweite\w?|dritte\w?|nuev[oa]|proxim[oa]|otr[oa]|segund[oa]"
    r"|tercer[oa]?|nov[oa]|outr[oa]|terceir[oa]|now[yae]|kolejn[yae]|nastepn[yae]|drug[iae]|trzeci\w?)"
)
_ROUND = (
    r"(?:calls?|round|window|edition|competition|tranche|cut-off|bando|avviso|invito|sportello|finestra"
    r"|edizione|appel|vague|releve|session|guichet|edition|aufruf|forderaufruf|ausschreibung"
    r"|(?:antrags|forder|bewerbungs)?runde|auflage|convocatoria|ventanilla|edicion|ronda|llamada|aviso"
    r"|concurso|edicao|fase de candidaturas|nabor|konkurs|edycja|runda)"
)
_ANOTHER = re.compile(
    rf"(?:(?:the|an?|its|il|lo|la|una?|uno|les?|une|der|die|das|eine?|el|los|las|os?|as?|uma?)\s|l'|un')?"
    rf"(?P<what>(?:{_NEXT})\s(?:[\w-]+\s){{0,2}}?{_ROUND})\b"
)
_ON = re.compile(
    r"(?:registr|register|sign up|book|recording|slides|programme and|details|iscri[vz]|registrazion"
    r"|inscri|enregistrement|anmeld|details und|aufzeichnung|inscripcion|grabacion|inscric|gravac|zapisy"
    r"|rejestrac|nagrani|zgloszenia na)"
)


def put_text(passage: list[ToldSentence], current: EntrySection, gathered: list[EntrySection]) -> None:
    """Puts the sentences of a paragraph to the entry above, or to entries of their own."""
    if not passage:
        return
    last = gathered[-1]
    number = passage[0].sentence.passage
    near = last.own and last.kind is EntryKind.EVENT and number - last.told[-1].sentence.passage <= 1
    beside: EntrySection | None = last if near and _ON.match(passage[0].sentence.folded.folded) else None
    for piece in (clause for sentence in passage for clause in clauses(sentence)):
        one = _beside(piece, current)
        if one:
            beside = one
            one.under = current
            gathered.append(one)
        elif beside and _goes_on(piece, beside):
            beside.told.append(piece)
        else:
            current.told.append(piece)


def _beside(piece: ToldSentence, current: EntrySection) -> EntrySection | None:
    """The entry that a sentence is on by itself."""
    if _is_marked_call(piece, current):
        return alone(EntryKind.CALL, [piece])
    if current.is_diary and (name := name_in_diary(piece)):
        return alone(EntryKind.EVENT, [piece], name)
    if _is_other_event(piece, current):
        one = alone(EntryKind.EVENT, [piece])
        one.mixed = _tells_of_a_call(piece)
        return one
    if _is_another_call(piece, current):
        return _further(piece)
    if (name := _own_name(piece)) and _is_other(name, current):
        one = alone(EntryKind.CALL, [piece], name)
        one.mixed = not (name.own and piece.sentence.start == 0)
        current.mixed = current.mixed or one.mixed
        return one
    if _is_step(piece, current):
        return alone(EntryKind.POLICY, [piece])
    return None


def _is_marked_call(piece: ToldSentence, current: EntrySection) -> bool:
    sentence = piece.sentence
    if piece.kind is not EntryKind.CALL:
        return False
    if (piece.money or piece.dates) and names.emphasised(sentence.text, sentence.strong):
        return True
    marked = any(sentence.text[place.start : place.end][:1].isupper() for place in sentence.strong)
    return marked and bool(piece.dates) and current.kind is not EntryKind.CALL


def name_in_diary(piece: ToldSentence) -> NameInText | None:
    """The words of a sentence of a diary up to its first day, or behind it, where it tells of no call."""
    if piece.kind is EntryKind.CALL or any(role.kind in CALL_DATES for role in piece.dates):
        return None
    day = next((role.span for role in piece.dates if role.span.is_day), None)
    if day is None:
        return None
    first = _DATED.match(piece.sentence.text)
    if first:  # "12 May 2026: Cluster Days in Vienna, register by 5 May"
        rest = re.split(r",\s|\s\(", piece.sentence.text[first.end() :])[0].rstrip(" .")
        return NameInText(first.end(), first.end() + len(rest), rest)
    text = piece.sentence.text[: piece.sentence.folded.at(day.start)]
    wording = re.sub(r"[\s,;:(–-]+(?:dal|il|le|du|on|from|am|vom|el|del|em|de|w dniach|od)?[\s]*$", "", text)
    return NameInText(0, len(wording), wording) if len(wording) > len("Forum") else None


def _is_other_event(piece: ToldSentence, current: EntrySection) -> bool:
    """Whether a sentence tells of an event that is not the one its heading is on."""
    folded = piece.sentence.folded
    roles = [role for role in piece.dates if role.kind in EVENT_DATES and role.span.is_day]
    if not roles and (_begins_with_event(piece) or (piece.kind is None and names.is_meeting(folded))):
        roles = [role for role in piece.dates if role.span.is_day]
    if not roles or names.of_event(folded, piece.sentence.strong) is None:
        return False
    if current.kind is not EntryKind.EVENT:
        return True
    known = [role.span for role in current.dates if role.kind in EVENT_DATES]
    return bool(known) and all(role.span.first[5:] != span.first[5:] for role in roles for span in known)


def _begins_with_event(piece: ToldSentence) -> bool:
    """Whether the first words of a sentence are on an event, and none of them on a call."""
    folded = piece.sentence.folded.folded
    event, call = first_of(folded, EntryKind.EVENT), first_of(folded, EntryKind.CALL)
    return bool(event and event.start < _HEAD and (call is None or event.start < call.start))


def _tells_of_a_call(piece: ToldSentence) -> bool:
    call = first_of(piece.sentence.folded.folded, EntryKind.CALL)
    return bool(call) and any(role.kind in CALL_DATES for role in piece.dates)


def _further(piece: ToldSentence) -> EntrySection:
    """The entry of a further call or round, which is named by what it is under."""
    match = _ANOTHER.match(piece.sentence.folded.folded)
    start, end = piece.sentence.folded.span(*match.span("what")) if match else (0, 0)
    name = NameInText(start, end, piece.sentence.text[start:end])
    one = alone(EntryKind.CALL, [piece], name)
    one.is_further = True
    return one


def _own_name(piece: ToldSentence) -> NameInText | None:
    """The name in capitals or quotation marks of the call that a sentence has a date of."""
    if not any(role.kind in CALL_DATES and not role.is_weak for role in piece.dates):
        return None
    return names.beside_call(piece.sentence.folded, piece.sentence.strong)


def _is_other(name: NameInText, current: EntrySection) -> bool:
    """Whether a name is none of those in the sentences above, which have dates of a call as well."""
    if current.kind is EntryKind.EVENT or current.name or name.start > _HEAD:
        return False
    if not current.has_call_dates:
        return False
    told = [above.sentence for above in current.told[-_NEAR:] if above.kind is EntryKind.CALL]
    known = [one for one in (names.beside_call(text.folded, text.strong) for text in told) if one]
    words = _words(name.text)
    heading = _words(" ".join(head.sentence.text for head in current.heads))
    return (
        bool(known and words) and not words & heading and all(not words & _words(one.text) for one in known)
    )


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"[^\W_]{3,}", fold(text)) if not _COMMON.fullmatch(word)}


def _is_another_call(piece: ToldSentence, current: EntrySection) -> bool:
    """Whether a sentence begins with a further call or round, and the one above has its own facts."""
    match = _ANOTHER.match(piece.sentence.folded.folded)
    folded = piece.sentence.folded.folded
    is_timed = piece.dates or piece.money or re.search(rf"{_TIME}|\b20\d\d\b", folded)
    if match is None or not is_timed or current.kind is EntryKind.EVENT:
        return False
    known = current.has_call_dates or any(one.money for one in current.told)
    numbered = re.search(_NEXT, match[0])
    same = re.compile(rf"\b{numbered[0][:6]}\w* (?:\w+ )?{_ROUND}\b") if numbered else None
    near = (*current.heads, *current.told[-_NEAR:])
    return known and not (same and any(same.search(one.sentence.folded.folded) for one in near))


def _is_step(piece: ToldSentence, current: EntrySection) -> bool:
    if current.kind is EntryKind.POLICY:
        return False
    folded = piece.sentence.folded.folded
    if (
        piece.kind in {None, EntryKind.POLICY}
        and not piece.money
        and all(re.search(wording, folded) for wording in (_BODY, _PROPOSES, _WILL, _TIME))
    ):
        return True
    plain = [role for role in piece.dates if role.kind in {None, StageKind.DATES, StageKind.DECISION}]
    return piece.kind is EntryKind.POLICY and bool(plain) and len(plain) == len(piece.dates)


def _goes_on(piece: ToldSentence, beside: EntrySection) -> bool:
    """Whether a sentence says more of the one before it: to register, the money of a programme."""
    if beside.kind is EntryKind.EVENT:
        if not piece.dates:
            return bool(_ON.match(piece.sentence.folded.folded))
        return all(role.kind is StageKind.REGISTRATION for role in piece.dates) or bool(
            _ON.match(piece.sentence.folded.folded) and not _tells_of_a_call(piece)
        )
    if beside.kind is EntryKind.POLICY:
        return bool(piece.money) and not piece.dates and piece.kind is None
    return piece.kind is None and not piece.dates
