"""Rates of co-financing within a sentence, and for whom: never another share."""

import re

from msgspec import Struct

from clustercalls.phrase import whom

_SHARE = re.compile(
    r"(?<![\w.,])(?P<rate>100|\d{1,2})(?:[.,](?P<part>\d{1,2}))? ?(?:%|per ?cent\b|prozent\b"
    r"|por ciento\b|por cento\b|procent\b)"
)
_FUNDS = r"(?:fesr|feder|efre|erdf|efrr|fse\+?|esf\+?|eu|ue)"
_CUE = (
    r"\b(?:co-?financ\w+|co-?fund\w+|cofinanz\w+|ko-?finanz\w+|confinanz\w+|kofinanz\w+"
    r"|wspolfinans\w+|dofinans\w+|cofinanc\w+"
    r"|reimburse\w*|funding rate|rate of funding|aid intensity|intensita|intensite|intensidad"
    r"|intensidade|intensywnosc\w*"
    r"|forderquote|fordersatz|forderintensitat|beihilfeintensitat|gefordert|fordert|zuschuss\w*|taux"
    r"|tasa|taxa|tasso|aliquota|poziom"
    r"|fondo perduto|a fondo perduto|eligible costs|spese ammissibili|costi ammissibili"
    r"|forderfahigen? kosten|couts eligibles"
    r"|depenses eligibles|gastos subvencionables|costes elegibles|despesas elegiveis"
    r"|kosztow kwalifikowal\w+|subvention\w*|grant rate"
    r"|finanziamento previsto|contributo)\b"
    r"|% (?:max\w*\.? )?(?:of |des |delle |dei |de los |de las |das |dos "
    r"|der )?(?:the )?(?:\w+ )?(?:costs|couts"
    r"|costi|spese|kosten|gastos|costes"
    r"|despesas|depenses|kosztow|ausgaben)\b"
)
_NO_CUE = (
    r"\b(?:match(?:-| )?fund\w*|own contribution|eigenanteil|eigenmittel|autofinanc\w+|allocat\w+"
    r"|augment\w+|increas\w+|aument\w+|erhoh\w+|zu?gewiesen|przyznan\w+|wzrost\w*"
    r"|destin\w+|riserva\w*|reserved"
    r"|reservad\w*|ammonta|anticip\w+|prefinanc\w+|pre-financ\w+|vorschuss|turnover|fatturato"
    r"|of (?:their|the|its) (?:funding|budget|total)"
    r"|of the (?:overall|total) budget|calkowitego budzetu|delle risorse|del presupuesto|du budget"
    r"|des budgets?)\b"
)
_FOR = re.compile(
    r"^ ?(?:\w+ ){0,3}?(?:for|per|pour|fur|para|dla)(?: le| la| les| die| the| l'| los"
    r"| las)? (?P<whom>[a-z][a-z' -]{1,40})"
)


_OTHERS = (
    r" ?(?:dello stato|stato|nazional|national|regional|privat|des landes|del estado)"  # who pays the rest
)


_WHOM_WORDS = 5


class FundingShare(Struct, frozen=True):
    """A rate at its place in a folded text, and for whom it is, as it is written; empty for all."""

    start: int
    end: int
    rate: float
    whom: str = ""


def shares(text: str, folded: str) -> list[FundingShare]:
    """The rates of co-financing of a sentence."""
    gathered = []
    for match in _SHARE.finditer(folded):
        if not _is_rate(folded, match):
            continue
        rate = float(f"{match['rate']}.{match['part'] or 0}")
        gathered.append(FundingShare(match.start(), match.end(), rate, _whom(text, folded, match.end())))
    return gathered


def is_share(folded: str) -> bool:
    """Whether a sentence has any share, of whatever it is."""
    return _SHARE.search(folded) is not None


def _is_rate(folded: str, match: re.Match[str]) -> bool:
    near = folded[max(0, match.start() - 90) : match.end() + 60]
    if re.search(rf"\b{_FUNDS}\b", folded[match.end() : match.end() + 10]) and not re.search(
        r"\b(?:increase|augmentation|aumento)\b", near
    ):
        return True
    before = folded[max(0, match.start() - 60) : match.start()]
    if re.search(_NO_CUE, before) or re.search(_NO_CUE, folded[match.end() : match.end() + 45]):
        return False
    if re.search(r"\+ ?$", before) or re.match(_OTHERS, folded[match.end() :]):
        return False
    return re.search(_CUE, near) is not None


def _whom(text: str, folded: str, end: int) -> str:
    """Who gets it, when only people who may get a share stand behind it."""
    match = _FOR.match(folded[end:])
    if not match or len(text) != len(folded):
        return ""
    wording = text[end + match.start("whom") : end + match.end("whom")]
    words = wording.split()
    for size in range(min(len(words), _WHOM_WORDS), 0, -1):
        name = re.sub(r"(?: (?:and|e|et|und|y|i))?[,.;]?$", "", " ".join(words[:size]))
        if whom.is_named(name, "for"):
            return whom.without_article(name)
    return ""
