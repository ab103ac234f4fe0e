"""The lines at the head of a document that name who sends it, and of what sort it is: no entry's title."""

import re

from clustercalls.enumerations import EntryKind, StageKind
from clustercalls.extract.folded import Folded
from clustercalls.extract.kinds import gathers, kind_of, rubric_of
from clustercalls.extract.names import quoted
from clustercalls.extract.programmes import named
from clustercalls.extract.role_words import ROLES
from clustercalls.extract.told import ToldSentence
from clustercalls.passages import PassageKind

_LINES = 2  # at the head of a document
_LETTERS = 110
_ACRONYM = 8  # letters of the short name of a body, before its long one
_WORDS = 2  # of what a heading is on
_PARTS = re.compile(r"\s[|–—]\s|:\s|(?<=\])\s")
_MARK = re.compile(r":\s|\s[–—|·/-]\s|\.\s")
_SENDER = re.compile(
    r"\b(?:\w*ministerium|minist(?:ry|ero|ere|erio|erium|erstwo)|universit\w+|universid\w+|uniwersytet|hochschule|politecnico"
    r"|(?:office|ufficio|bureau|oficina|gabinete|buro|biuro)|gabinetto|kancelaria|(?:reprasentanz"
    r"|vertretung|representation|delegation|delegazione|delegacion|delegacao|rappresentanza)"
    r"|agenc(?:y|e|ia|ja)|agenzia|\w*agentur|(?:national )?contact point|punt[oi] di contatto"
    r"|point de contact|\w*kontaktstelle|punto de contacto|ponto de contacto|punkt kontaktowy|network"
    r"|foundation|fondazione|fondation|\w*stiftung|fundacion|fundacao|fundacja|chambers?|camera di commercio"
    r"|unioncamere|chambre|camara|\w*kammer|izba|council|consiglio|conseil|consejo|conselho|urzad"
    r"|department|direzione|direction|dire[cz]+ion|direccion|direcao|direktion|servizio|vicerrectorado"
    r"|rectorado|divisao|division|institut[oe]?|instytut|secretariat|segretariato|sekretariat\w*"
    r"|comissao de coordenacao|regionalmanagement|regionalverband|pole de competitivite"
    r"|cluster (?:del?|der|du|dos?|da|di|dell\w*)|confindustria|confartigianato|assolombarda|luxinnovation"
    r"|region|regione|regiao|province|provincia|land|staatskanzlei|generalitat|junta|xunta|gobierno|governo"
    r"|comune di|municipio|camara municipal|ayuntamiento|diputacion|mairie|ville de|commune de|stadt|gmina"
    r"|powiat|miasto|wojewodztw\w*|desk|unit|antenne|consortium)\b"
)
_INFORMS = re.compile(r"\b(?:informuje|informiert|informa|informs|informe) ?(?::|$)")
# What such a body gives, so that the line is on that.
_SUM = re.compile(r"[^:]{0,12}[€$£\d]")
_OFFERS = re.compile(
    r"\b(?:grants?|prizes?|prix|awards?|premi[oi]?|\w*preis|fonds|fellowships?|borse di|bourses?|stipendi\w+"
    r"|scholarships?|stypendi\w+|programm[ae]?)\b"
)
_INVITES = re.compile(r"\W*(?:invitacion|einladung|invitation|zaproszenie|invito|convite)\W*")
_NOTICE = re.compile(
    r"\W*(?:government notice|press notice|notice|press release|media release|briefing note"
    r"|nota (?:informativa|stampa"
    r"|ai|alle|agli|a la|a comunicacao|de prensa|de imprensa)|comunicat[oi]|comunicado|communique"
    r"|pressemitteilung|medieninformation|komunikat|informacja prasowa|avis aux|aviso a\b"
    r"|avviso a(?:i|gli|lle|l)?\b"
    r"|circolare|circular|fiche de veille|scheda informativa|info(?:letter|brief|mail|rmation)?\b[^:]{0,20}"
    r"(?:n[.°or]{1,2} ?)?\d+$)"
)


def is_letterhead(passage: list[ToldSentence], place: int) -> bool:
    """Whether a passage, by its place in the document, names only a sender, or the sort of its paper."""
    first = passage[0]
    text = " ".join(piece.sentence.text for piece in passage).strip()
    if place >= _LINES or first.sentence.kind is PassageKind.ITEM or len(text) > _LETTERS:
        return False
    if text.endswith((".", "!", "?", ";")) or any(piece.refs or piece.money for piece in passage):
        return False
    folded = " ".join(piece.sentence.folded.folded for piece in passage)
    mark = _MARK.search(folded)
    rest = folded[mark.end() :] if mark else ""
    if mark and (ONLY_CALL.fullmatch(rest) or rubric_of(rest)) and not any(one.programmes for one in passage):
        return _names_sender(folded) or (mark.start() <= _ACRONYM and text[: mark.start()].isupper())
    if tells_of_opening(first) or quoted(first.sentence.text):
        return False
    if _INVITES.fullmatch(folded):
        return True
    if mark and _NOTICE.match(folded) and _SENDER.search(rest) and ":" not in folded:
        return True
    if _NOTICE.match(folded) and not _MARK.search(folded) and not any(piece.programmes for piece in passage):
        return True
    if gathers(folded) and place:
        return True
    if any(piece.kind in {EntryKind.CALL, EntryKind.EVENT} for piece in passage):
        return gathers(folded) and _names_sender(folded)
    return _names_sender(folded)


# That there is a call, and not on what.
ONLY_CALL = re.compile(
    r"\W*(?:aviso de abertura|edital|bando(?: pubblico)?|avviso(?: pubblico)?|call(?: for proposals)?"
    r"|open call|appel a (?:projets|candidatures|propositions)|ausschreibung|bekanntmachung|aufruf"
    r"|forderaufruf|convocatoria(?: de (?:ayudas|subvenciones))?|aviso|ogloszenie o (?:naborze|konkursie)"
    r"|nabor(?: wnioskow)?|konkurs|zaproszenie do skladania wnioskow"
    r"|invito a presentare (?:proposte|progetti)"
    r"|call for (?:applications|projects))\W*"
)


def tells_of_opening(piece: ToldSentence) -> bool:
    """Whether a line says that somebody opens something."""
    cues = ROLES.found(piece.sentence.folded.folded)
    return any(cue.meaning.kind is StageKind.OPENS and not cue.meaning.weak for cue in cues)


def without_sender(text: str) -> int:
    """How many letters of a heading name only who sends it, before a mark and what it is on."""
    mark = _PARTS.search(text)
    if mark is None or len(text[mark.end() :].split()) < _WORDS:
        return 0
    folded = Folded(text[: mark.start()]).folded
    if ONLY_CALL.fullmatch(folded) and text[mark.start()] == ":":
        return 0 if _SUM.match(text, mark.end()) else mark.end()
    is_on_more = (
        kind_of(folded) in {EntryKind.CALL, EntryKind.EVENT} or named(folded) or _OFFERS.search(folded)
    )
    return mark.end() if _SENDER.search(folded) and not is_on_more else 0


def is_notice(folded: str) -> bool:
    """Whether a line says of what sort a paper is: "Nota informativa", "Aviso a las entidades"."""
    return _NOTICE.match(folded) is not None


def _names_sender(folded: str) -> bool:
    """Whether its first words are those of a body, up to a mark; behind a colon nothing else is named."""
    mark = _MARK.search(folded)
    is_short = mark is not None and mark.start() <= _ACRONYM and " " not in folded[: mark.start()].strip()
    sender = _SENDER.search(folded, 0, mark.start() if mark and not is_short else len(folded))
    is_headline = ": " in folded and not (gathers(folded) or _INFORMS.search(folded))
    return bool(sender) and not is_headline and not _OFFERS.search(folded)
