"""The name with which an item or a paragraph begins: before a colon, a dash or a full stop."""

import re

from clustercalls.enumerations import EntryKind
from clustercalls.extract.date_role import EVENT_DATES
from clustercalls.extract.date_spans import spans
from clustercalls.extract.folded import Folded
from clustercalls.extract.kinds import LABEL, kind_of
from clustercalls.extract.names import NameInText
from clustercalls.extract.programmes import named, refs
from clustercalls.extract.role_words import ROLES
from clustercalls.extract.stage_numbers import STAGES

_LETTERS, _WORDS = 110, 12
_NUMBER = re.compile(
    r"(?:[>›•▪‣►]\s+)?(?:(?:point|punto|ponto|top|slajd|slide|diapo\w*|folie|punkt|pkt|item|agenda item)\s"
    r"(?:\d{1,2}|um|dois|tres|quatro|cinco|uno|due|tre|quattro|cinque|dos|cuatro|un|deux|trois|quatre|cinq"
    r"|one|two|three|four|five)\b\s?[.:–—-]?\s?|\(?\d{1,2}[.)]\s+)?"
)
_MARK = re.compile(
    r":(?=\s|$)|\s[–—-]\s|\s\|\s"
    r"|\.(?=\s+[^\W\d_a-z]|$)(?!(?<=\d\.)\s+(?:J[aä]n|Feb|M[aä]r|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez))"
)
# What tells only that something is new, or ahead: "Coming up – EU Missions: ...".
_NEWS = re.compile(
    r"(?:open|aperto|ouvert|offen|abierto|aberto|otwarty|just out|coming (?:up|soon)|reminder"
    r"|for your diary|save the date|now open|still open|new|news"
    r"|in arrivo|promemoria|da segnare|appena uscito|novita|ultima ora|a venir|rappel|a noter"
    r"|vient de paraitre|nouveau|proximamente|recordatorio|novedad|lembrete|novidade|brevemente"
    r"|a nao perder|neu|demnachst|erinnerung|zum vormerken|vormerken|nowosc|wkrotce|przypomnienie"
    r"|do kalendarza|warto zapamietac|avviso|nota|nb)\s*(?:[:!]|\s[–—-])\s+"
)
_CAPITAL = re.compile(r"(?<=[\s(/-])[A-ZÀ-ÖØ-Þ][^\s]")


def unnumbered(sentence: Folded) -> int:
    """How many letters stand before a text: its mark or number in a list, a word that something is new."""
    number = _NUMBER.match(sentence.folded)
    start = number.end() if number else 0
    news = _NEWS.match(sentence.folded, start)
    return sentence.at(news.end() if news else start)


def lead_of(sentence: Folded) -> NameInText | None:
    """The words before the first mark of a text, without number; None where they are too many."""
    start = unnumbered(sentence)
    mark = _MARK.search(sentence.text, start, start + _LETTERS)
    while mark and _is_within(sentence.text, start, mark):
        mark = _MARK.search(sentence.text, mark.end(), start + _LETTERS)
    before = sentence.text[start : mark.start() if mark else start + _LETTERS]
    wording = _undated(before)
    if not wording.strip() or (mark is None and wording == before):
        return None
    fits = len(wording.split()) <= _WORDS and not wording[0].islower()
    return NameInText(start, start + len(wording), wording) if fits else None


def _undated(wording: str) -> str:
    """A name without what a comma parts from it and says when: "Clusters Go, deadline 31 May"."""
    for comma in re.finditer(", ", wording):
        rest = Folded(wording[comma.end() :]).folded
        cue = next(iter(ROLES.found(rest)), None)
        if cue and cue.start == 0 and cue.meaning.kind not in EVENT_DATES and re.search(r"\d", rest):
            return wording[: comma.start()]
    return wording


def _is_within(text: str, start: int, mark: re.Match[str]) -> bool:
    """Whether a mark only parts a name from what it is of: "Coaching – Round 2: opens in May"."""
    rest = text[mark.end() :].lstrip()
    is_next = rest[:1].isupper() or rest[:1].isdigit() or rest[:1] in '“«„"'
    following = _MARK.search(rest[:_LETTERS])
    if not is_next or following is None:
        return False
    if mark[0].strip() in {"–", "—", "-"}:
        return True
    return (
        mark[0].startswith(":")
        and is_programme(text[start : mark.start()])
        and not is_label(rest[: following.start()])
    )


def is_programme(wording: str) -> bool:
    """Whether words are the name of a programme, and of its years, alone."""
    folded = re.sub(r"[\s\d+–-]+$", "", Folded(wording.strip()).folded)
    if wording.strip().startswith("LIFE") and folded == "life":
        return True
    return any(cue.start == 0 and cue.end >= len(folded) for cue, _ in named(folded))


def is_label(wording: str) -> bool:
    """Whether words only say what stands behind them: a date, a sum, who may apply."""
    folded = Folded(wording).folded
    is_stage = any(re.match(stage, folded) for stage in STAGES.values())
    dated = any(cue.meaning.kind not in EVENT_DATES for cue in ROLES.found(folded))
    return bool(is_stage or LABEL.match(folded) or dated)


def is_name(lead: NameInText) -> bool:
    """Whether such words name something, and are no label of what stands behind them."""
    if refs(lead.text):
        return True
    if is_label(lead.text) or _is_date(lead.text):
        return False
    return bool(
        is_official(lead) or _CAPITAL.search(lead.text) or re.search(r"\d\.\d|[^\W\d_] \d|[“«„\"]", lead.text)
    )


def _is_date(wording: str) -> bool:
    """Whether words are a date, and nothing else."""
    folded = Folded(wording)
    days = spans(folded)
    rest = folded.folded[: days[0].start] + folded.folded[days[-1].end :] if days else folded.folded
    return bool(days) and len(re.sub(r"[\W\d_]", "", rest)) <= 1


def is_official(lead: NameInText) -> bool:
    """Whether such words have the name of a programme, an identifier, or a word for a call or an event."""
    folded = Folded(lead.text).folded
    return bool(
        refs(lead.text)
        or named(folded)
        or is_programme(lead.text)
        or kind_of(folded) in {EntryKind.CALL, EntryKind.EVENT}
    )
