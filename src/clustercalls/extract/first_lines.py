"""The first lines of a document: of the head of a mail, a greeting, what a paper is on."""

import re

from msgspec.structs import replace as altered

from clustercalls.extract.folded import Folded
from clustercalls.extract.leads import is_label
from clustercalls.extract.letterhead import ONLY_CALL, is_notice
from clustercalls.extract.repeated_forms import label_of
from clustercalls.extract.told import ToldSentence
from clustercalls.passages import PassageKind

_LETTERS = 140  # of a line that says what a paper is on
# At the head of a mail, of which only the subject says what it is on.
_OF_A_MAIL = re.compile(
    r"(?:from|to|sent|cc|da|inviato|a|von|gesendet|an|de|envoye|pour|enviado|para|od|wyslano|do)\s?: "
)
_GREETING = re.compile(
    r"(?:dear|hello|hi|good (?:morning|afternoon)|gentil[ei]|egregi\w*|spett\w*|buon ?giorno|buonasera"
    r"|salve|ciao"
    r"|car[eioa]\b|bonjour|madame|messieurs|mesdames|chere?s?|estimad[oa]s?|hola|buenos dias|sehr geehrte\w*"
    r"|liebe[rs]?|guten (?:tag|morgen)|hallo|caros?|caras?|prezad[oa]s?|bom dia|boa tarde|szanown[iey]\w*"
    r"|drodzy|dzien dobry|witam\w*)\b[^.;:?]{0,60}[,:!.]?"
)


def is_of_mail(piece: ToldSentence) -> bool:
    """Whether a line is of the head of a mail: "From: ..."."""
    return _OF_A_MAIL.match(piece.sentence.folded.folded) is not None


def may_title(passage: list[ToldSentence]) -> bool:
    """Whether the line below those of who sends a paper says what it is on."""
    text = passage[0].sentence.text
    is_line = len(passage) == 1 and passage[0].sentence.kind is PassageKind.TEXT and len(text) <= _LETTERS
    before = Folded(text.partition(":")[0])
    is_plain = ONLY_CALL.fullmatch(before.folded) or not is_label(before.text)
    is_plain = is_plain and not (passage[0].dates or passage[0].money or is_notice(before.folded))
    is_plain = is_plain and label_of(passage[0]) is None
    return is_line and is_plain and not text.endswith((".", ";", ":", "!", "?", ",")) and " " in text


def as_heading(piece: ToldSentence) -> ToldSentence:
    return altered(piece, sentence=altered(piece.sentence, kind=PassageKind.HEADING))


def is_greeting(passage: list[ToldSentence]) -> bool:
    """Whether a line only greets whom a mail is for."""
    first = passage[0]
    alone = len(passage) == 1 and not (first.dates or first.money or first.kind)
    return alone and bool(_GREETING.fullmatch(first.sentence.folded.folded.strip()))
