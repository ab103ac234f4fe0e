"""Dates of a sentence that says that a day was moved: which one was before, and which one is the new one."""

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from clustercalls.enumerations import EntryKind, StageKind
from clustercalls.extract.date_leads import FROM
from clustercalls.extract.date_role import DateRole
from clustercalls.extract.date_span import DateSpan
from clustercalls.extract.folded import Cues
from clustercalls.extract.kinds import first_of

_NEAR = 50  # letters before a date
# Behind a word for moving, what says that the dates are those between which one applies.
_APPLY = re.compile(
    r"\b(?:apply|submit|present(?:are|ar)|solicitar|richiedere|candidatar?(?:se|si)?|candidar\w*|deposer"
    r"|candidater|bewerben|beantragen|skladac|open|aperto|ouvert|abierto|aberto|geoffnet)\b"
)
# The day that was before, in a sentence on the new one.
WAS = (
    r"\b(?:and not|no longer|non piu|nicht mehr|ya no|ja nao|juz nie|e non(?: piu)?"
    r"|et non(?: plus)?|und nicht|y no|e nao|a nie)(?: by| until| till| entro| fino| bis| hasta"
    r"| ate| jusqu'| do)?(?: il| zum| el| al| au| le| a)? ?$"
    r"|\b(?:(?:que|che|qui) (?:expiraba|vencia|scadeva|chiudeva|expirait|terminaba)|already set|gia fissat\w"
    r"|deviam chegar|was due|previous(?:ly)?(?! (?:call|edition|round|year|competition|programme))"
    r"|precedente?(?! (?:bando|edizione|avviso|appel|call|annualita|programmazione))"
    r"|anterior(?! (?:convocatoria|aviso|edicao|edicion))|ancienne?|poprzedni\w*|bisherige?|formerly"
    r"|originally|initially|instead of|rather than|anziche|invece del?"
    r"|in luogo del?|originariamente"
    r"|inizialmente|precedentemente|au lieu d[ue]|initialement|precedemment|statt(?: wie bisher)?"
    r"|anstatt|ursprunglich\w*|bisher"
    r"|en lugar del?|en vez del?|inicialmente|anteriormente|originalmente|em vez de|zamiast"
    r"|pierwotnie|wczesniej)\b"
    # A verb in the present tells that what follows is so now: "with no previous grant can apply until".
    r"(?:(?!\b(?:apply|submit|can|may|must|puo|possono|peut|peuvent|kann|konnen|sind|moze|moga|sklada|pode"
    r"|podem|puede|pueden|esta)\b)[^.;,]){0,60}$"
)
# The same, where the sentence says that the day was moved: "(before: 30 June)".
WAS_BESIDE = (
    r"(?:[(,] ?(?:era|was|before|prima"
    r"|e nao|antes|avant|auparavant|vorher|zuvor|ante[sr]\w*|wczesniej))\b,?[^.;,]{0,16}$"
)
_MOVED: Cues[bool] = Cues(
    {
        # Of what may end before its day, or is paid before it.
        False: "esaurimento_anticipat* anticipato_esaurimento chiusura_anticipat* anticipata_chiusura"
        " pagamento_anticipat* cierre_anticipado agotamiento_anticipado pago_anticipado"
        " encerramento_antecipado fecho_antecipado esgotamento_antecipado pagamento_antecipado"
        " salvo_prorog* sauf_prolong* salvo_prorrog* unless_extended",
        True: "vorverleg* vorgezogen anticipato anticipata anticipati avance avancee adelantad* antecipad*"
        " brought_forward przyspieszon* differit* put_back spostament* prorog* extended extension*"
        " postpon* prolong* put_off moved_from moved_to deferred adiad* verlanger* verschob* verleg*"
        " repouss* reporte reportee reportes reportees reporter_la reporter_de report_de report_du"
        " report_au prorrog* ampli* aplazad* adiad* alargad* przedluz* przesun* wydluz* spostat*"
        " rinviat* posticipat* differit* slitta* rescheduled nuova_scadenza nuovo_termine new_deadline"
        " new_closing_date nouvelle_echeance nouvelle_date_limite neue_frist neuer_termin"
        " neue_einreichfrist nuevo_plazo nueva_fecha novo_prazo nova_data nowy_termin",
    }
)


def tells_of_moving(folded: str) -> bool:
    """Whether a text says that a day was moved."""
    return any(cue.meaning for cue in _MOVED.found(folded))


def was_before(own: str, *, moved: bool) -> bool:
    """Whether what stands before a date, behind the one before it, says that it held before."""
    return bool(re.search(WAS, own) or (moved and re.search(WAS_BESIDE, own)))


def put_off(folded: str, told: Sequence[DateRole]) -> list[DateRole]:
    """The dates of a sentence on a day that was moved: the old and the new one, "from A to B"."""
    old = next((role.kind for role in told if role.was), None)
    gathered: list[DateRole] = []
    for role in _moved_on(folded, told):
        bounded = role.span.is_range and role.kind is StageKind.DEADLINE and not role.opens
        if bounded and _led(folded, role.span):
            gathered += _both(role)
        elif bounded:
            gathered.append(replace(role, opens=role.span.first))
        elif old and not role.was and (role.kind is None or role.is_weak) and _behind_moved(folded, role):
            gathered.append(replace(role, kind=old, is_weak=False))
        else:
            gathered.append(role)
    return gathered


def _moved_on(folded: str, told: Sequence[DateRole]) -> list[DateRole]:
    """The dates, a deadline as one that was where the words behind it say to which day it was moved."""
    gathered = list(told)
    for at, (role, other) in enumerate(pairwise(told)):
        between = folded[role.span.end : other.span.start]
        is_due = role.kind is StageKind.DEADLINE and other.kind in {StageKind.DEADLINE, None}
        is_moved = is_due and not (role.was or other.was or role.span.is_range) and tells_of_moving(between)
        if is_moved and ";" not in between and first_of(between, EntryKind.CALL) is None:
            gathered[at] = replace(role, was=True, is_weak=False)
            gathered[at + 1] = replace(other, kind=StageKind.DEADLINE, is_weak=False)
    return gathered


def _led(folded: str, span: DateSpan) -> bool:
    before = folded[: span.start]
    moved = max((cue.end for cue in _MOVED.found(before) if cue.meaning), default=0)
    if _APPLY.search(before, moved):
        return False
    return moved > span.start - _NEAR or bool(re.search(FROM, before[-_NEAR:]))


def _behind_moved(folded: str, role: DateRole) -> bool:
    return tells_of_moving(folded[: role.span.start])


def _both(role: DateRole) -> tuple[DateRole, DateRole]:
    span = role.span
    old = DateSpan(span.start, span.end, span.first, span.first)
    new = DateSpan(span.start, span.end, span.last, span.last, hour=span.hour)
    plain = DateRole(old, StageKind.DEADLINE, role.stage, word=role.word)
    return replace(plain, was=True), replace(plain, span=new)
