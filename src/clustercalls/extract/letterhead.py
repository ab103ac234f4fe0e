"""The lines at the head of a document that name who sends it, and of what sort it is: no entry's title."""

import re

from clustercalls.enumerations import EntryKind
from clustercalls.extract.kinds import gathers
from clustercalls.extract.told import ToldSentence
from clustercalls.passages import PassageKind

_LINES = 2  # at the head of a document
_LETTERS = 110
_MARK = re.compile(r":\s|\s[–—|·/-]\s|\.\s")
_SENDER = re.compile(
    r"\b(?:minist(?:ry|ero|ere|erio|erium|erstwo)|universit\w+|universid\w+|uniwersytet|hochschule|politecnico"
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
    r"|desk|unit|antenne|consortium)\b"
)
_INFORMS = re.compile(r"\b(?:informuje|informiert|informa|informs|informe) ?(?::|$)")
# What such a body gives, so that the line is on that.
_OFFERS = re.compile(
    r"\b(?:grants?|prizes?|prix|awards?|premi[oi]?|\w*preis|fonds|fellowships?|borse di|bourses?|stipendi\w+"
    r"|scholarships?|stypendi\w+|programm[ae]?)\b"
)
_NOTICE = re.compile(
    r"\W*(?:government notice|notice|press release|media release|briefing note|nota (?:informativa|stampa"
    r"|ai|alle|agli|a la|a comunicacao|de prensa|de imprensa)|comunicat[oi]|comunicado|communique"
    r"|pressemitteilung|medieninformation|komunikat|informacja prasowa|avis aux|aviso a\b"
    r"|avviso a[gil]?[li]?\b"
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
    if _NOTICE.match(folded) and not _MARK.search(folded) and not any(piece.programmes for piece in passage):
        return True
    if gathers(folded) and place:
        return True
    if any(piece.kind in {EntryKind.CALL, EntryKind.EVENT} for piece in passage):
        return gathers(folded) and _names_sender(folded)
    return _names_sender(folded)


def _names_sender(folded: str) -> bool:
    """Whether its first words are those of a body, up to a mark; behind a colon nothing else is named."""
    mark = _MARK.search(folded)
    sender = _SENDER.search(folded, 0, mark.start() if mark else len(folded))
    is_headline = ": " in folded and not (gathers(folded) or _INFORMS.search(folded))
    return bool(sender) and not is_headline and not _OFFERS.search(folded)
