"""Which sentences tell a step of policy: what an institution proposes, takes or asks the public."""

import re

from clustercalls.enumerations import EntryKind, StageKind
from clustercalls.extract.date_role import BOUNDS
from clustercalls.extract.told import ToldSentence

_BODY = (
    r"\b(?:commission|council|parliament|government|commissione|consiglio|parlamento|governo|conseil"
    r"|parlement|gouvernement|(?:eu-)?kommission|rat|bundesregierung|comision|consejo|gobierno|comissao"
    r"|conselho|komisja|rada|rzad)\b"
)
_PROPOSES = (
    r"\b(?:proposals?|propos\w+|vorschlag|entwurf|propuesta|wniosek|projekt ustawy|strategy|strategi\w+"
    r"|estrategia|action plan|piano d'azione|plan d'action|aktionsplan|regulation|regolamento|reglement"
    r"|verordnung|gesetz\w*|reglamento|regulamento|rozporzadzeni\w+|directive|direttiva|richtlinie"
    r"|directiva|diretiva|dyrektyw\w+)\b"
)
_WILL = (
    r"\b(?:will|plans? to|intends? to|is expected|presentera|adottera|proporra|prevede di|intende"
    r"|adoptera|entend|prevoit|wird|plant|beabsichtigt|presentara|adoptara|preve"
    r"|apresentara|adotara|pretende|tenciona|przedstawi|przyjmie|planuje|zamierza)\b"
)
TIME = (
    r"\b(?:half|quarter|semestre|trimestre|halbjahr\w*|quartal\w*|polroc\w*|kwarta\w*|polow\w*|year|anno"
    r"|annee|jahr\w*|ano|rok\w*|spring|summer|autumn|winter|primavera|estate|autunno|printemps|ete|automne"
    r"|fruhjahr|sommer|herbst)\b"
)
# What an institution does: it proposes, votes, approves.
_ACTS = re.compile(
    r"\b(?:propos(?:es|ed|e|a|to)|will vote|votes|voted|proporra|votera|ha proposto|ha votato|a propose"
    r"|a vote|schlagt\b.*\bvor|stimmt\b.*\bab|hat\b.*\b(?:vorgeschlagen|beschlossen)|propone|propuso"
    r"|ha propuesto|votara|vota|propoe|propos|zaproponowala|proponuje|zaglosuje|glosuje)\b"
)
_APPROVES = re.compile(
    r"\b(?:has approved|has adopted|approved|adopted|ha approvato|ha adottato|a approuve|a adopte"
    r"|hat\b.*\b(?:genehmigt|angenommen|gebilligt|verabschiedet)|ha aprobado|ha adoptado|aprobo|adopto"
    r"|aprovou|adotou|zatwierdzila|zatwierdzil|przyjela|przyjal)\b"
)
_PROGRAMME = re.compile(
    r"\b(?:(?:work )?programmes?|programma|programmi|programm|programa|programas|program|programow\w*"
    r"|strategy|strategia|strategie|estrategia|regolamento|regulation|reglement|verordnung|reglamento"
    r"|regulamento|rozporzadzenie|(?<!grant )(?<!consortium )agreement|accordo|accord|abkommen"
    r"|vereinbarung|acuerdo|acordo|umow\w+)\b"
)
_CONSULTS = re.compile(
    r"\b(?:(?:public|open) consultations?|consultazion[ei] pubblic\w+|consultations? publiques?"
    r"|konsultation\w*|consultas? publicas?|konsultacj\w+|call for evidence)\b"
)
# "Work programme adopted on 6 December": said of what is on offer, and no news.
_BACKGROUND = re.compile(
    r"\W*(?:work programme|programma di lavoro|programme de travail|arbeitsprogramm|programa de trabajo"
    r"|programa de trabalho|program prac\w*)\b"
)


def is_act(folded: str) -> bool:
    """Whether an institution proposes something, or votes on it."""
    return bool(re.search(_BODY, folded) and (_ACTS.search(folded) or _APPROVES.search(folded)))


def is_approval(piece: ToldSentence) -> bool:
    """Whether an institution has approved a programme or an act, and the sentence is on no call."""
    folded = piece.sentence.folded.folded
    return (
        piece.kind is not EntryKind.CALL
        and not piece.is_heading
        and bool(re.search(_BODY, folded[: len(folded) // 2]))
        and bool(_APPROVES.search(folded) and _PROGRAMME.search(folded))
    )


def is_step(piece: ToldSentence, above: EntryKind | None) -> bool:
    """Whether a sentence tells of a step of policy, under an entry that is none itself."""
    if above is EntryKind.POLICY:
        return False
    folded = piece.sentence.folded.folded
    if (
        piece.kind in {None, EntryKind.POLICY}
        and not piece.money
        and all(re.search(wording, folded) for wording in (_BODY, _PROPOSES, _WILL, TIME))
    ):
        return True
    if _BACKGROUND.match(folded):
        return False
    due = BOUNDS if _CONSULTS.search(folded) else frozenset[StageKind]()
    plain = [role for role in piece.dates if role.kind in {None, StageKind.DATES, StageKind.DECISION, *due}]
    return piece.kind is EntryKind.POLICY and bool(plain) and len(plain) == len(piece.dates)
