"""Dates of a sentence that says that a day was moved: which one was before, and which one is the new one."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from clustercalls.enumerations import StageKind
from clustercalls.extract.date_leads import FROM
from clustercalls.extract.date_role import DateRole
from clustercalls.extract.date_spans import DateSpan
from clustercalls.extract.folded import Cues

_NEAR = 50  # letters before a date
# The day that was before, in a sentence on the new one.
WAS = (
    r"\b(?:and not|e non(?: piu)?|et non(?: plus)?|und nicht|y no|e nao|a nie)(?: by| until| till| entro|"
    r" fino"
    r"| bis| hasta| ate| jusqu'| do)?(?: il| zum| el| al| au| le| a)? ?$"
    r"|\b(?:(?:que|che|qui) (?:expiraba|vencia|scadeva|chiudeva|expirait|terminaba)|already set|gia fissat\w"
    r"|deviam chegar|was due|previous(?:ly)?(?! (?:call|edition|round|year|competition|programme))"
    r"|precedente?(?! (?:bando|edizione|avviso|appel|call|annualita|programmazione))"
    r"|anterior(?! (?:convocatoria|aviso|edicao|edicion))|ancienne?|poprzedni\w*|bisherige?|formerly"
    r"|originally|initially|instead of|rather than|anziche|invece del?"
    r"|in luogo del?|originariamente"
    r"|inizialmente|precedentemente|au lieu d[ue]|initialement|precedemment|statt(?: wie bisher)?"
    r"|anstatt|ursprunglich|bisher"
    r"|en lugar del?|en vez del?|inicialmente|anteriormente|originalmente|em vez de|zamiast"
    r"|pierwotnie|wczesniej)\b[^.;,]{0,60}$"
)
# The same, where the sentence says that the day was moved: "(before: 30 June)".
WAS_BESIDE = (
    r"(?:[(,] ?(?:era|was|before|prima"
    r"|e nao|antes|avant|auparavant|vorher|zuvor|ante[sr]\w*|wczesniej))\b[^.;,]{0,16}$"
)
MOVED: Cues[bool] = Cues(
    {
        True: "vorverleg* vorgezogen anticipato anticipata anticipati avance avancee adelantad* antecipad*"
        " brought_forward przyspieszon* differit* put_back spostament* prorog* extended extension*"
        " postpon* prolong* put_off"
        " moved_from moved_to deferred"
        " adiad* verlanger* verschob*"
        " verleg* repouss* reporte reportee reportes reportees reporter_la reporter_de report_de report_du"
        " report_au prorrog* ampli* aplazad* adiad* alargad* przedluz* przesun*"
        " wydluz* spostat* rinviat*"
        " posticipat* differit* slitta* rescheduled"
    }
)


def was_before(own: str, *, moved: bool) -> bool:
    """Whether what stands before a date, behind the one before it, says that it held before."""
    return bool(re.search(WAS, own) or (moved and re.search(WAS_BESIDE, own)))


def put_off(folded: str, told: Sequence[DateRole]) -> list[DateRole]:
    """The dates of a sentence on a day that was moved: the old and the new one, "from A to B"."""
    old = next((role.kind for role in told if role.was), None)
    gathered: list[DateRole] = []
    for role in told:
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


def _led(folded: str, span: DateSpan) -> bool:
    before = folded[max(0, span.start - _NEAR) : span.start]
    return bool(MOVED.found(before) or re.search(FROM, before))


def _behind_moved(folded: str, role: DateRole) -> bool:
    return bool(MOVED.found(folded[: role.span.start]))


def _both(role: DateRole) -> tuple[DateRole, DateRole]:
    span = role.span
    old = DateSpan(span.start, span.end, span.first, span.first)
    new = DateSpan(span.start, span.end, span.last, span.last, hour=span.hour)
    plain = DateRole(old, StageKind.DEADLINE, role.stage, word=role.word)
    return replace(plain, was=True), replace(plain, span=new)
