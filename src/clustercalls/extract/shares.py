"""Rates of co-financing within a sentence, and for whom: never another share."""

import re

from msgspec import Struct

from clustercalls.phrase import amounts, whom
from clustercalls.phrase.folding import fold

_SHARE = re.compile(
    r"(?<![\w.,])(?P<rate>100|\d{1,2})(?:[.,](?P<part>\d{1,2}))? ?(?:%|per ?cent\b|prozent\b"
    r"|por ciento\b|por cento\b|procent\b)"
)
_FUNDS = r"(?:fesr|feder|efre|erdf|efrr|fse\+?|esf\+?|eu|ue)"
_CUE = (
    r"\b(?:co-?financ\w+|co-?fund\w+|cofinanz\w+|ko-?finanz\w+|confinanz\w+|kofinanz\w+"
    r"|wspolfinans\w+|dofinans\w+|cofinanc\w+|comparticip\w+"
    r"|reimburse\w*|funding rate|rate of funding|aid (?:rate|intensity)|support rate|intensita"
    r"|intensite|intensidad"
    r"|intensidade|intensywnosc\w*"
    r"|forderquote|fordersatz|forderintensitat|beihilfeintensitat|forderhohe|gefordert|fordert|zuschuss\w*"
    r"|erstattet|erstattung\w*|rimbors\w+|rembours\w+|reembols\w+|refundacj\w*|refundowan\w+|zwrot\w*"
    r"|ressarci\w+"
    r"|taux|tasa|taxa|tasso|aliquota|poziom|stawk\w+|percentuale (?:di|del)|pourcentage"
    r"|quota di (?:aiuto|contributo)"
    r"|fondo perduto|nao reembolsavel|no reembolsable|eligible costs|spese ammissibili|costi ammissibili"
    r"|forderfahigen? kosten|couts eligibles"
    r"|depenses eligibles|gastos subvencionables|costes elegibles|despesas elegiveis"
    r"|kosztow kwalifikowal\w+|subvention\w*|grant rate|support may reach|wsparci\w+"
    r"|finanziamento previsto|contribut\w+|sostegno|agevolazion\w+|apoio|ayuda|apoyo|incentivo|aide"
    r"|zuwendung"
    r"|subvencion\w*|subsid\w+|aiuto)\b"
    r"|(?:%|cent|cento|prozent|ciento|procent) (?:max\w*\.? )?(?:of |des |delle |dei |de los |de las "
    r"|das |dos |de l'|della |del |do |du )?"
    r"(?:the |der )?(?:\w+ )?(?:costs?|couts?"
    r"|cost[io]|spes[ae]|kosten|gastos?|costes?|assiette|presupuesto|budget di progetto|project budget"
    r"|despesas?|depenses?|koszt\w*|ausgaben|investiment\w+|inversion|investissement\w*|investition\w*)\b"
)
# Who pays so much: "the agency pays 65%", "copre il 70%".
_PAID = re.compile(
    r"\b(?:pays?|paid|covers?|covered|covering|funds|refunds?|copr\w+|coper\w+|finanzia|paga|couvr\w+"
    r"|finance|prend en charge"
    r"|paie|cubr\w+|paga|financia|cobr\w+|tragt|ubernimmt|ubernehmen|deckt|decken|bezuschusst|zahlt"
    r"|pokryw\w+|pokryje"
    r"|finansuje|refunduje)\b[^.;%]{0,24}$"
)
_NO_CUE = (
    r"\b(?:match(?:-| )?fund\w*|own contribution|eigenanteil|eigenmittel|eigenbeitrag|autofinanc\w+"
    r"|autofinanz\w+|allocat\w+"
    r"|wklad\w* wlasn\w+|contrapartida|contropartita|apport propre|fondos propios|mezzi propri"
    r"|augment\w+|increas\w+"
    r"|aument\w+|erhoh\w+|zu?gewiesen|przyznan\w+|wzrost\w*|growth|crescita|croissance|crecimiento|wachstum"
    r"|destin\w+|riserva\w*|reserved|reserv\w+|vorbehalten|zarezerw\w+|ring-?fenced|earmarked"
    r"|passed on|pass on"
    r"|reservad\w*|ammonta|anticip\w+|acconto|avance\w*|adelanto|adiantamento|zaliczk\w*"
    r"|vorauszahlung\w*|advance|down payment"
    r"|prefinanc\w+|pre-financ\w+|vorschuss|turnover|fatturato|umsatz|chiffre d'affaires|facturacion"
    r"|obrot\w*"
    r"|interest|interessi|interes|zins\w*|oprocentowan\w+|juros|euribor"
    r"|vat|iva|tva|mwst|mehrwertsteuer|indirect\w*|indirett\w*|overhead\w*|gemeinkosten|flat-rate"
    r"|posredni\w*"
    r"|success rate|tasso di successo|taux de reussite|tasa de exito|taxa de sucesso|erfolgsquote"
    r"|wskaznik sukcesu"
    r"|score|punteggio|punti|points?|puntos|pontos|punkt\w*|threshold|emission\w*|emisj\w*|unemploy\w*"
    r"|mas que en|more than (?:in|last|the) (?:\d|year|prev)\w*|in piu (?:rispetto|del)|de plus qu'en"
    r"|mehr als (?:im|in) (?:vor|\d)\w*"
    r"|a mais (?:do )?que em|wiecej niz w (?:\d|rok\w*|ubieg\w*)"
    r"|se compos\w+|consist\w+|bestehen|besteht|si compone|sklada|shares?|equity|partecipazione al capitale"
    r"|of (?:their|the|its|each) (?:funding|budget|total|grant)"
    r"|of the (?:overall|total) budget|calkowitego budzetu|delle risorse|del presupuesto total"
    r"|du budget total"
    r"|des budgets?)\b"
)
# What a rate grows to, which is one: "raised to 60 %".
_GROWN = re.compile(
    r"\b(?:increas\w+|rais\w+|ris\w+|aument\w+|elevat\w+|sal\w+|augment\w+|port\w+|mont\w+|pass\w+"
    r"|erhoh\w+|steig\w+"
    r"|sub\w+|elev\w+|podwyzsz\w+|wzrasta|rosnie|zwieksz\w+)\b(?: \w+){0,3} (?:to|al|all'|a|auf"
    r"|bis zu|ate|hasta|para|do|jusqu'a)"
    r"(?: (?:up to|il|un))? ?$"
)
# Before a share of all the money.
_OF_WHICH = re.compile(
    r"\b(?:of which|di cui(?: il| almeno il)?|dont|davon|de l[oa]s cuales|dos quais|das quais|w tym"
    r"|no less than|not less than"
    r"|must (?:be )?\w+)(?: \w+){0,3} ?$"
)
_FOR = re.compile(
    r"^ ?(?:\w+ ){0,3}?(?:for|per|pour|fur|para|dla)(?: le| la| les| die| the| l'| los"
    r"| las| as| os| gli| i)? (?P<whom>[a-z][a-z' -]{1,60})"
)


# Who pays the rest.
_OTHERS = r" ?(?:dello stato|stato|nazional|national|nacional|krajow|regional|privat|des landes|del estado)"


_WHOM_WORDS = 6
_ROW = 90  # letters between two rates of a row


class FundingShare(Struct, frozen=True):
    """A rate at its place in a folded text, and for whom it is, as it is written; empty for all.

    `doubted` where it may be a share of other money, what a fund has in a budget or a loan, or where the name
    of who gets it is cut.
    """

    start: int
    end: int
    rate: float
    whom: str = ""
    doubted: bool = False


def shares(text: str, folded: str) -> list[FundingShare]:
    """The rates of co-financing of a sentence."""
    gathered: list[FundingShare] = []
    for match in _SHARE.finditer(folded):
        goes_on = bool(gathered) and _goes_on(folded, gathered[-1], match.start())
        bounded = _is_bounded(folded, match)
        if not _is_rate(folded, match) and (not (goes_on or bounded) or _is_of_another(folded, match)):
            continue
        rate = float(f"{match['rate']}.{match['part'] or 0}")
        name, whole = _whom(text, folded, match.end())
        doubted = _is_of_fund(folded, match) or not whole or _LOAN.search(folded) is not None
        doubted = doubted or not (goes_on or _is_rate(folded, match))
        gathered.append(FundingShare(match.start(), match.end(), rate, name, doubted))
    return gathered


_MOST = re.compile(
    r"\b(?:max\w*\.?|maks\w*\.?|up to|bis zu|hochstens|fino al|hasta el|ate|jusqu'a|do)(?: (?:di|de))? $"
)


def _is_bounded(folded: str, match: re.Match[str]) -> bool:
    """Whether it is the most of something behind an amount, as in "max. € 5,000; max. 80 %"."""
    before = folded[max(0, match.start() - 20) : match.start()]
    return _MOST.search(before) is not None and amounts.is_in(folded[: match.start()])


_LOAN = re.compile(
    r"\b(?:loans?|prestit\w+|mutu[oi]|prets?|prestamos?|emprestimos?|darlehen|kredit\w*|pozyczk\w*"
    r"|equity)\b"
)
_LINKED = re.compile(
    r"[^.;%]{0,60}(?:,|/|\b(?:and|e|et|und|y|i|a|or|o|ou|oder|lub|al|il|to|resp|bzw|mentre|tandis"
    r"|while)\b)[^.;%\d]{0,30}"
    r"|[^.;%\d]{0,40}; (?:max\.? |\w+ )?"
)


def _goes_on(folded: str, before: FundingShare, start: int) -> bool:
    """Whether a share stands in a row with a rate: "50% for small, 40% for other firms"."""
    return start - before.end < _ROW and _LINKED.fullmatch(folded[before.end : start]) is not None


def _is_of_another(folded: str, match: re.Match[str]) -> bool:
    """Whether it is told to be a share of something else than costs."""
    before = folded[max(0, match.start() - 60) : match.start()]
    behind = folded[match.end() : match.end() + 45]
    if _OF_WHICH.search(before):
        return True
    last = re.split("%", before)[-1]
    if (re.search(_NO_CUE, last) and not _GROWN.search(before)) or re.search(
        _NO_CUE, re.split("[,;.]", behind)[0]
    ):
        return True
    return bool(re.search(r"\+ ?$", before) or re.match(_OTHERS, folded[match.end() :]))


def _is_of_fund(folded: str, match: re.Match[str]) -> bool:
    """Whether it is the share that a fund has, "60 % Feder", which may be of the call's money."""
    return (
        re.match(rf" ?(?:por el |by |del? |des |du |z |aus )?{_FUNDS}\b", folded[match.end() :]) is not None
    )


def is_share(folded: str) -> bool:
    """Whether a sentence has any share, of whatever it is."""
    return _SHARE.search(folded) is not None


def _is_rate(folded: str, match: re.Match[str]) -> bool:
    near = folded[max(0, match.start() - 90) : match.end() + 60]
    if re.search(rf"\b{_FUNDS}\b", folded[match.end() : match.end() + 10]) and not re.search(
        r"\b(?:increase|augmentation|aumento)\b", near
    ):
        return True
    if _is_of_another(folded, match):
        return False
    before = folded[max(0, match.start() - 60) : match.start()]
    return re.search(_CUE, near) is not None or _PAID.search(before) is not None


def _whom(text: str, folded: str, end: int) -> tuple[str, bool]:
    """Who gets it, when only people who may get a share stand behind it; and whether that is all of them."""
    match = _FOR.match(folded[end:])
    if not match or len(text) != len(folded):
        return "", True
    wording = text[end + match.start("whom") : end + match.end("whom")]
    words = wording.split()
    for size in range(min(len(words), _WHOM_WORDS), 0, -1):
        name = re.sub(r"(?: (?:and|e|et|und|y|i))?[,.;]?$", "", " ".join(words[:size]))
        if whom.is_named(name, "for"):
            goes_on = size < len(words) and not _STOPS.match(fold(" ".join(words[size:])))
            return ("", False) if goes_on and _is_cut(name) else (whom.without_article(name), not goes_on)
    return "", True


_STOPS = re.compile(
    r"(?:and|e|ed|et|und|y|i|or|o|ou|oder|lub|up|fino|with|con|avec|mit|com|z|of|di|de|delle|des|der"
    r"|la|las|if|se|si|in|im"
    r"|en|em|na|w|und|while|mentre|max\w*|as|come|comme|como|but|ma|mais|aber|pero|mas|ale|where|on|for)\b"
)


def _is_cut(name: str) -> bool:
    """Whether a name ends in the middle of one, "partners from EU Member"."""
    return re.search(r"(?:\b[A-Z]\w+|\b(?:from|di|de|of|des|aus|z))$", name) is not None and " " in name
