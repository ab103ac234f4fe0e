"""Rates as people write them, `75`, `62,5 % SMEs`, `85 per cent`: a share in percent, and for whom."""

import re
from typing import NamedTuple

from clustercalls.phrase import amounts, bounds, rate_forms, whom
from clustercalls.phrase.whom import More

_WHOLE = 100
_NUMBER = r"\d{1,3}(?:\.\d+|,\d\d?)?"
_PERCENT = (
    r"(?:%|per ?cent\b|percent\b|per ?cento\b|prozent\b|pour ?cent\b|por ?ciento\b|por ?cento\b"
    r"|procent\w*|proc\b\.?|pct\b\.?|pc\b|p\. ?c\.|v\. ?h\.|vh\b)"
)
# With a colon it tells for sure that whom follows.
_WHOM = r"(?:for|per|für|pour|para|dla)(?![\w-])(?:\s*:)?"
_SHARE = rf"(?P<rate>{_NUMBER})(?![\d.,])\s*(?P<sign>{_PERCENT})?\s*(?P<whom>.*)"

_JOINTS = "and|or|then|e|o|ed|poi|und|oder|dann|et|ou|puis|y|luego|depois|i|lub|oraz"
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
    r"(?:(?:of (?:the )?)?(?:total )?eligible (?:costs|expenditure)|(?:dei )?costi (?:totali )?ammissibili"
    r"|(?:delle )?spese ammissibili|(?:des )?(?:coûts|dépenses) (?:totaux )?(?:éligibles|admissibles)"
    r"|(?:der )?(?:förder|zuwendungs)fähigen? (?:gesamt)?(?:kosten|ausgaben)"
    r"|(?:de los )?(?:costes|gastos) (?:subvencionables|elegibles)|(?:d[ao]s )?(?:custos|despesas) elegíveis"
    r"|koszt(?:ów|y) kwalifikow\w+"
    r"|(?:a fondo perduto|a fondo perdido|a fundo perdido|in grants?|grants?|non-repayable|de subvention"
    r"|de subvención|Zuschuss|(?:di )?contributo|contribution|dotacji|dofinansowania|de financement"
    r"|funding(?: rate)?|co-?financing"
    r"|(?:di )?cofinanziamento|de cofinanciación|de cofinanciamento)\b)\s*"
)
# Added to a rate.
_PLUS = r"\W*(?:\+|(?:plus|più|zzgl|zuzüglich|más|mais|dodatkowo|increased|maggiorat|majoré|aumentad|erhöht))"
# What is typed along before a rate.
_CUES = (
    r"^(?:(?:(?:grant|funding|aid|co-?financing|co-?funding|reimbursement|support) )?(?:rate|intensity)"
    r"|(?:tasso|percentuale|intensità|aliquota|quota)(?: (?:di|del|d['’]) ?(?:cofinanziamento"
    r"|finanziamento|contributo"
    r"|aiuto))?"
    r"|taux(?: (?:de|d['’]) ?(?:financement|cofinancement|subvention|aide))?"
    r"|förderquote|fördersatz|förderintensität|beihilfeintensität"
    r"|(?:tasa|porcentaje|intensidad)(?: de (?:financiación|cofinanciación|ayuda|la ayuda))?"
    r"|(?:taxa|percentagem)(?: de (?:financiamento|cofinanciamento|apoio))?"
    r"|(?:poziom|intensywność) (?:dofinansowania|wsparcia|pomocy))(?:\s*[:=]\s*|\s+(?:of|di|de|von|del)\s+"
    r"|\s+)(?=\d)"
)
# A fraction, and two figures of one rate: 3/4, 7 5.
_BROKEN = rf"^(?:[1-9]\s*/\s*[1-9]|\d{{1,3}}\s*/\s*100|\d\s+\d)\s*{_PERCENT}?(?![\d/])"
# Before the number of a bound: "al massimo il 75".
_THE = r"^(?:(?:il|el|le|l['’]|o)\s*)?(?=\d)"


class Share(NamedTuple):
    """A share in percent, and for whom; empty for everybody."""

    rate: float
    whom: str


class NotARate(ValueError):
    """A text that is no rate; `shares` are the several in it, as they would be typed one by one."""

    def __init__(self, text: str, shares: tuple[str, ...] = ()) -> None:
        super().__init__(text)
        self.text = text
        self.shares = shares


class SaysMore(ValueError):
    """A text that says more than a rate and for whom: `why` is what, `share` the rate to type without it."""

    def __init__(self, text: str, why: More, share: str) -> None:
        super().__init__(text)
        self.text = text
        self.why = why
        self.share = share


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
        SaysMore: when what stands behind one is not who gets it, or does not tell.
        AFraction: for one below 1 that does not say percent.
    """
    return [_share(each.strip()) for each in parted(text)]


def parted(text: str) -> list[str]:
    """The texts of its shares, one each."""
    return re.split(r";|(?<!\d),|,(?!\d)", text)


def _share(text: str) -> Share:
    text = re.sub(_CUES, "", rate_forms.plain(text), flags=re.IGNORECASE)
    begun = re.match(_FROM, text, re.IGNORECASE)
    if begun:
        raise _several(text, _alone(text[begun.end() :]), More.BOUND)
    if alone := _bounded(text):
        raise SaysMore(text, More.BOUND, _proposed(alone))
    match = re.fullmatch(_SHARE, text, re.ASCII | re.IGNORECASE | re.DOTALL)
    if match is None or re.match(_BROKEN, text):
        raise NotARate(text)
    rate, words = float(match["rate"].replace(",", ".")), match["whom"].strip()
    plain = re.sub(rf"^{_COSTS}", "", words, flags=re.IGNORECASE)
    if re.match(r"[$€£]", words):
        raise SaysMore(text, More.MONEY, f"{rate:.10g}")
    if amounts.is_in(words):
        raise SaysMore(text, More.AMOUNT, f"{rate:.10g}")
    if any(re.search(_SECOND, each, re.IGNORECASE) for each in (words, plain)):
        shares = () if re.match(_PLUS, words, re.IGNORECASE) else _alone(text)
        raise _several(text, shares, More.ASIDE)
    if number := whom.second(plain):
        raise _counting_nothing(text, plain, number, rate)
    if re.search(r"\d,\d", words):
        raise NotARate(text)
    who = _whom(plain, text, rate)
    if 0 < rate < 1 and not match["sign"]:
        rest = _typed(who)
        raise AFraction(text, (f"{rate * 100:.10g}{rest}", f"{rate:.10g} %{rest}"))
    return Share(int(rate) if rate == int(rate) else rate, who)


def _proposed(text: str) -> str:
    """What is to be typed for a text that may say whom it is for in words that are not known."""
    try:
        return _plain(_share(text))
    except SaysMore as more:
        if more.why is not More.UNKNOWN:
            raise
        return more.share


def _several(text: str, shares: tuple[str, ...], why: More) -> NotARate | SaysMore:
    """The refusal of a text with these shares; of one that has but one, `why`."""
    return SaysMore(text, why, shares[0]) if len(shares) == 1 else NotARate(text, shares)


def _bounded(text: str) -> str:
    """The rate in a text that begins with how far it goes; empty in any other."""
    led = bounds.without_lead(text)
    led = re.sub(rf"^(?:{_UP_TO})\s+(?=\S)", "", text, flags=re.IGNORECASE) if led == text else led
    alone = re.sub(_THE, "", led, flags=re.IGNORECASE)
    return alone if led != text and alone[:1].isdecimal() else ""


def _counting_nothing(text: str, words: str, number: str, rate: float) -> NotARate | SaysMore:
    """The refusal of a text with a second number that counts nobody: another rate, an amount, what it was."""
    why = whom.more(words, "")
    if why in {More.ASIDE, More.PAYER, More.OF_WHAT, More.MONEY}:
        return SaysMore(text, why, f"{rate:.10g}")
    if (
        not re.fullmatch(_NUMBER, number.rstrip(".,"))
        or float(number.rstrip(".,").replace(",", ".")) > _WHOLE
    ):
        return SaysMore(text, More.AMOUNT, f"{rate:.10g}")
    return NotARate(text, _alone(text))


def _whom(words: str, text: str, rate: float) -> str:
    """Whom a rate is for, without the brackets and the "for"; empty for everybody."""
    inner = re.fullmatch(r"\(([^()]*)\)", words)
    said = inner[1].strip() if inner else words
    lead = re.match(rf"{_WHOM}\s*", said, re.IGNORECASE)
    who = said[lead.end() :] if lead else said
    if not (lead and lead[0].rstrip().endswith(":")):
        who = whom.without_article(who)
    if lead and not who:
        raise NotARate(text)
    behind = bounds.behind_words(who)
    if behind is not None:
        rest = re.sub(rf"^{_WHOM}\s*", "", behind, flags=re.IGNORECASE)
        if rest and (whom.second(rest) or whom.more(rest, "")):
            raise SaysMore(text, More.AMOUNT, f"{rate:.10g}")
        raise SaysMore(text, More.BOUND, _plain(Share(rate, rest)))
    if who and (why := whom.more(who, "".join(lead[0].split()).casefold() if lead else "")):
        alone = {More.BOUND: bounds.without_tail(who), More.UNKNOWN: who}.get(why, "")
        raise SaysMore(text, why, _plain(Share(rate, alone)))
    return who


def _plain(share: Share) -> str:
    """A share as it would be typed."""
    return f"{share.rate:.10g}{_typed(share.whom)}"


def _typed(who: str) -> str:
    """Whom a share is for as it would be typed behind the number."""
    if not who or whom.is_named(who):
        return f" {who}".rstrip()
    return f" for {who}" if whom.is_named(who, "for") else f" for: {who}"


def _alone(text: str) -> tuple[str, ...]:
    """Every percentage of a text with the words after it, which say for whom; none where one would not do."""
    text = re.sub(_ASIDE, r" \2 \1", text, flags=re.IGNORECASE)
    if re.search(r"\d{4}", text):
        return ()
    rates = re.findall(rf"({_NUMBER})\s*{_PERCENT}?([^\d]*)", text, re.ASCII | re.IGNORECASE)
    shares = [f"{rate}{_behind(rest)}" for rate, rest in rates]
    is_loose = len(rates) > 1 and not _behind(rates[-1][1]) and _trails(rates[-2][1])
    # "60 000" and "60.000" are amounts
    if is_loose or any(re.match(r"0\d|\d+[.,]\d{3}", rate) for rate, _ in rates) or shares == [text]:
        return ()
    return tuple(shares) if all(_is_taken(each) for each in shares) else ()


def _trails(text: str) -> bool:
    """Whether a number behind these words is theirs, "others 50", and none of its own, "SMEs or 50"."""
    return bool(_behind(text)) and not re.search(rf"(?:^|\s)(?:{_JOINTS})\s*$|[/;]\s*$", text, re.IGNORECASE)


def _is_taken(share: str) -> bool:
    try:
        _share(share)
    except AFraction:
        return True  # it is asked about
    except ValueError:
        return False
    return True


def _behind(text: str) -> str:
    """The words behind a number, as they would be typed behind it."""
    said = " ".join(re.findall(r"[^\W\d_][\w-]*", text))
    around = rf"^(?:{_UP_TO})$|(?:^|\s+)(?:{_JOINTS})(?:\s+(?:il|el|le|o))?$"
    said = re.sub(around, "", said, flags=re.IGNORECASE)
    bare = re.sub(rf"^{_WHOM}\s*", "", said, flags=re.IGNORECASE)
    return f" {bare}" if bare == said and bare else _typed(bare)
