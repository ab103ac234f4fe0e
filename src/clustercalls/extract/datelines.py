"""The document's own date: alone at its head or foot, or beside a place, as in news."""

import re
from datetime import date

from clustercalls.enumerations import EntryKind, StageKind
from clustercalls.extract.date_leads import UNTIL
from clustercalls.extract.date_role import DateRole
from clustercalls.extract.date_span import DateSpan
from clustercalls.extract.folded import Folded
from clustercalls.extract.kinds import first_of
from clustercalls.extract.sentences import Sentence
from clustercalls.passages import PassageKind

# Passages at the head; letters beside the date; letters of a note on the document.
_HEAD, _REST, _LETTERS = 6, 24, 90
_ISSUE_HEAD = 2
_BEGINS = 12  # letters in which what follows a place and a day names an event
_NOTE = re.compile(
    r"\b(?:articolo|pubblicat[oa](?: il|:| :)|published(?: on|:|(?= \d)|$)|posted|publiee?(?: le|:| :)"
    r"|publicado el|publicado em"
    r"|veroffentlicht am|erstellt am|stand"
    r"|last updated?|aggiornat\w+|mis a jour|actualizado|opublikowano|newsletter)\b"
)
# The line of a mail, quoted with its head, that says when it was sent; of a letter, its date.
_HEADER = re.compile(
    r"\W*(?:inviato|sent|gesendet|enviad[oa]|envoye|wyslano|data|date|datum|fecha|nota del|stand)\b ?:? ?"
    r"(?:il |le |el |am |on )?(?:[a-z]+,? ?)?"
)
# "Message envoyé le 22 janvier 2025", at the foot of a mail.
_SENT = re.compile(
    r"\b(?:message|messaggio|nachricht|mensaje|mensagem|wiadomosc|e-?mail|mail|newsletter|nota|brief|lettre)"
    r"\W+(?:envoyee?|inviat[oa]|sent|gesendet|vom|enviad[oa]|wyslan[oay])\b[^.;:]{0,6}$"
)
# "Upcoming deadlines (as of 3 June 2026)": the day on which it was so.
_STATUS = re.compile(
    r"\b(?:today|oggi|aujourd'hui|heute|hoy|hoje|dzis|dzisiaj),? ?\(?$|"
    r"\(\s?(?:as of|as at|status|stand|situazione al|aggiornat\w+ al|al|etat au|au|situacion a|a fecha de|a"
    r"|situacao a|stan na)\s?:?\s?(?:dzien )?$"
)
# What was said at a meeting, of the day of that meeting.
_MINUTES = re.compile(
    r"\W*(?:draft |approved )?(?:minutes|meeting notes|notes? (?:of|from)|verbale|resoconto|proces-verbal"
    r"|compte[- ]rendu|protokoll|ergebnisprotokoll|acta|ata|protokol|notatka|memo|vermerk)\b"
)
# What heads an issue, whose month is its own: "n. 9 / settembre 2024", "Bulletin, July 2024".
_ISSUE = re.compile(
    r"\b(?:n(?:[.°]|\.?ro\b|\b(?= ?\d))|no\.|nr\.?|num\.?|issue|numero|ausgabe|newsletter|bulletin"
    r"|bollettino|notiziario|boletin|boletim|lettre|rundbrief|biuletyn|news|info(?:lettre|brief|letter"
    r"|mail|post)|\w*info)\b"
)
# "Semaine du 7 au 11 octobre 2024", at the head of what comes out each week.
_WEEK = re.compile(r"(?:^|[–—|·,:(-]\s)\W*(?:week|semaine|settimana|woche|semana|tydzien)\b[^:.]{0,24}$")
_AGENCY = re.compile(r"\([A-Z]{3,}[^)]{0,12}\) ?[-–] ?[A-ZÀ-Ý][A-ZÀ-Ý' ]+,? ?$")
# "Venezia, 9 settembre 2026 -"
_PLACE = re.compile(
    r"[A-ZÀ-Ý][\w'’]+(?: (?:[A-ZÀ-Ý][\w'’]*|di|de|del|of|la|le|am|an der))*,? (?:li |le |den |il "
    r"|el |the |dnia )?"
)
_MORE = re.compile(rf"(?:[\W\d]*[^\W\d]){{{_REST + 1}}}")  # letters than stand beside a date alone
_IN_ADDRESS = re.compile(r"/(20\d\d)[/-](\d\d)[/-](\d\d)(?:[/-]|$)")


def is_dateline(sentence: Sentence, role: DateRole, last_passage: int, *, labelled: bool) -> bool:
    """Whether a date of a sentence is that of the document."""
    text, span = sentence.folded, role.span
    if _begins_news(text, span):
        return True
    if sentence.passage < _ISSUE_HEAD and _is_of_paper(text, span):
        return not span.is_yearless
    near = sentence.passage < _HEAD or sentence.passage >= last_passage - 2
    if near and span.is_day and _HEADER.fullmatch(text.folded[: span.start]):
        return not span.is_yearless
    if near and span.is_day and any(way.search(text.folded[: span.start]) for way in (_STATUS, _SENT)):
        return not span.is_yearless
    if sentence.passage == 0 and re.search(r"\d{1,2}[:.]\d\d ?[-–] ?$", text.folded[: span.start]):
        return not span.is_yearless  # the hour and day of a piece of news, behind its headline
    if role.word and role.kind not in {None, StageKind.PUBLISHED}:
        return False  # something says that it is of a call or an event
    if _is_issue(sentence, span):
        return True
    if sentence.kind is PassageKind.ROW or span.is_range or not span.is_day or labelled or span.is_yearless:
        return False
    if not near:
        return False
    noted = len(text.text) <= _LETTERS and _NOTE.search(text.folded)
    bare = (
        role.kind in {None, StageKind.PUBLISHED}
        and not _MORE.match(text.folded[: span.start] + text.folded[span.end :])
        and not re.search(r"[a-z]{3} ?:", text.folded)
    )
    return bool(noted or bare) and not re.search(UNTIL, text.folded[: span.start])


def _is_of_paper(text: Folded, span: DateSpan) -> bool:
    """Whether a first line has the week of an issue, or the day of a meeting whose minutes these are."""
    return bool(_WEEK.search(text.folded[: span.start])) or bool(span.is_day and _MINUTES.match(text.folded))


def _begins_news(text: Folded, span: DateSpan) -> bool:
    """Whether a place and a day stand before a dash, and no event behind it: "Venezia, 9 May 2026 – ..."."""
    before = text.text[: text.at(span.start)]
    dash = re.match(r"\.? ?[-–—]\s*", text.folded[span.end :])
    if dash and _AGENCY.search(before):
        return True
    if dash is None or span.is_range or not _PLACE.fullmatch(before):
        return False
    event = first_of(text.folded[span.end + dash.end() :], EntryKind.EVENT)
    return event is None or event.start > _BEGINS


def _is_issue(sentence: Sentence, span: DateSpan) -> bool:
    """Whether a date in the first lines is the month, or the day, of an issue."""
    text = sentence.folded
    return (
        sentence.passage < _ISSUE_HEAD
        and not (span.is_range or span.is_yearless)
        and len(text.text) <= _LETTERS
        and bool(_ISSUE.search(text.folded[: span.start]))
        and not re.search(UNTIL, text.folded[: span.start])
    )


def in_address(address: str) -> date | None:
    """The day in an address such as `…/2024/03/15/…`."""
    match = _IN_ADDRESS.search(address)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
