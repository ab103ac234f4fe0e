"""Rates as people write them, `75`, `62,5 % SMEs`, `85 per cent`: a share in percent, and for whom."""

import re
from typing import NamedTuple

_NUMBER = r"\d{1,3}(?:\.\d+|,\d\d?)?"
_PERCENT = (
    r"(?:%|per ?cent\b|percent\b|per ?cento\b|prozent\b|pour ?cent\b|por ?ciento\b|por ?cento\b"
    r"|procent\w*|pct\b\.?|pc\b|p\. ?c\.|v\. ?h\.)"
)
_WHOM = r"(?:for|per|für|pour|para|dla)\b"
_SHARE = rf"(?P<rate>{_NUMBER})(?![\d.,])\s*(?P<sign>{_PERCENT})?\s*(?P<whom>.*)"

_JOINTS = "and|or|e|o|ed|und|oder|et|ou|y|i|lub|oraz"
_UP_TO = "to|until|up to|a|al|fino al?|bis|bis zu|à|au|jusqu['’ ]à|hasta|até|do"
# A sign, a number, or a word up to which it goes, right after a rate; a number in brackets; a percentage.
_SECOND = rf"^[^\w\s(\"'“‘«]|^(?:(?:{_UP_TO}|{_JOINTS})\s*)?\d|[(/]\s*\d|\d\s*{_PERCENT}"
# Where two rates begin that go from one to the other.
_FROM = (
    r"(?:from|between|dal|da|tra(?: il)?|fra(?: il)?|du|de|entre|von|zwischen|del|desde|od|między|pomiędzy)"
    r"\s+(?=\d)"
)
# A rate behind whom it is for, in brackets.
_ASIDE = rf"\(([^\d()]+?)\s*({_NUMBER}\s*{_PERCENT}?)\s*\)"
# What every rate is a share of, which is for nobody.
_COSTS = (
    r"(?:of (?:the )?(?:total )?eligible (?:costs|expenditure)|dei costi (?:totali )?ammissibili"
    r"|delle spese ammissibili|des (?:coûts|dépenses) (?:totaux )?(?:éligibles|admissibles)"
    r"|der (?:förder|zuwendungs)fähigen (?:gesamt)?(?:kosten|ausgaben)"
    r"|de los (?:costes|gastos) (?:subvencionables|elegibles)|d[ao]s (?:custos|despesas) elegíveis"
    r"|kosztów kwalifikow\w+"
    r"|(?:a fondo perduto|a fondo perdido|a fundo perdido|in grants?|grants?|non-repayable|de subvention"
    r"|de subvención|Zuschuss|dotacji|dofinansowania|de financement|funding(?: rate)?|co-?financing"
    r"|(?:di )?cofinanziamento|de cofinanciación|de cofinanciamento)\b)\s*"
)
# How far a rate goes, which is no share by itself.
_MOST = (
    r"(?:at most|at least|up to|max(?:imum|imal|imo)?|min(?:imum|imo)?|massimo|al massimo|almeno|fino a"
    r"|au (?:maximum|moins|plus)|höchstens|mindestens|bis zu|como (?:máximo|mínimo)|no (?:máximo|mínimo)"
    r"|maksymalnie|minimum)"
)
_BOUND = rf"\W*{_MOST}\W*"


_LED = (
    rf"(?:{_MOST}\W*|(?:{_UP_TO}|fino all['’]|fino al|hasta el|no more than|not more than|maximum of"
    r"|non oltre il|non più del|nicht mehr als|nie więcej niż|au plus)\s*)+"
    r"(?:(?:il|el|le|l['’]|o)\s*)?(?=\d)"
)


class Share(NamedTuple):
    """A share in percent, and for whom; empty for everybody."""

    rate: float
    whom: str


class NotARate(ValueError):
    """A text that is no rate; `shares` are those in it, as they would be typed one by one.

    A single one is how far a rate goes: the most or the least of it.
    """

    def __init__(self, text: str, shares: tuple[str, ...] = ()) -> None:
        super().__init__(text)
        self.text = text
        self.shares = shares


class AFraction(ValueError):
    """A text below one that may be a fraction of one: `readings` are both, as they would be typed."""

    def __init__(self, text: str, readings: tuple[str, str]) -> None:
        super().__init__(text)
        self.text = text
        self.readings = readings


def read(text: str) -> list[Share]:
    """The shares of a text; several behind `;`, or a comma that is not within a number.

    Raises:
        NotARate: when one does not begin with a percentage, has more than one, or a comma could part two.
        AFraction: for one below 1 that does not say percent.
    """
    return [_share(each.strip()) for each in parted(text)]


def parted(text: str) -> list[str]:
    """The texts of its shares, one each."""
    return re.split(r";|(?<!\d),|,(?!\d)", text)


def _share(text: str) -> Share:
    begun = re.match(_FROM, text, re.IGNORECASE)
    if begun:
        raise NotARate(text, _alone(text[begun.end() :]))
    bound = re.match(_LED, text, re.IGNORECASE)
    if bound:
        raise NotARate(text, (_plain(_share(text[bound.end() :])),))
    match = re.fullmatch(_SHARE, text, re.ASCII | re.IGNORECASE | re.DOTALL)
    if match is None:
        raise NotARate(text)
    rate, whom = float(match["rate"].replace(",", ".")), match["whom"].strip()
    plain = re.sub(rf"^{_COSTS}", "", whom, flags=re.IGNORECASE)
    if any(re.search(_SECOND, each, re.IGNORECASE) for each in (whom, plain)):
        raise NotARate(text, _alone(text))
    if re.search(r"\d,\d", whom):
        raise NotARate(text)
    whom = re.sub(rf"^{_WHOM}\s*", "", plain, flags=re.IGNORECASE)
    if re.fullmatch(_BOUND, whom, re.IGNORECASE):
        raise NotARate(text, (_plain(Share(rate, "")),))
    if 0 < rate < 1 and not match["sign"]:
        rest = f" {whom}" if whom else ""
        raise AFraction(text, (f"{rate * 100:.10g}{rest}", f"{rate:.10g} %{rest}"))
    return Share(int(rate) if rate == int(rate) else rate, whom)


def _plain(share: Share) -> str:
    """A share as it would be typed."""
    return f"{share.rate:.10g} {share.whom}".strip()


def _alone(text: str) -> tuple[str, ...]:
    """Every percentage of a text with the words after it, which say for whom."""
    text = re.sub(_ASIDE, r" \2 \1", text, flags=re.IGNORECASE)
    rates = re.findall(rf"({_NUMBER})\s*{_PERCENT}?([^\d]*)", text, re.ASCII | re.IGNORECASE)
    return tuple(f"{rate} {_words(rest)}".strip() for rate, rest in rates)


def _words(text: str) -> str:
    said = " ".join(re.findall(r"[^\W\d_][\w-]*", text))
    around = rf"^(?:{_UP_TO})$|^{_WHOM}\s*|(?:^|\s+)(?:{_JOINTS})(?:\s+(?:il|el|le|o))?$"
    return re.sub(around, "", said, flags=re.IGNORECASE)
