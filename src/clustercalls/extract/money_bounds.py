"""What stands right beside an amount: that it is the most of a grant, of one, of before, of others."""

import re
from enum import Enum, auto

# Who gets one grant, and what one is, folded, in seven languages.
ONE = (
    r"(?:projects?|progett[oi]|projets?|projekte?s?|projekt\w*|vorhaben|einzelprojekt|proyectos?|projetos?"
    r"|operation\w*|operazion[ei]|operacion\w*|operac\w+|beneficiar\w+|beneficiaire\w*|begunstigte\w*"
    r"|compan(?:y|ies)|firms?|sme|smes|enterprises?|impres[ae]|aziend[ae]|pmi|entreprises?|pme"
    r"|empresas?|pyme?s?|unternehmen|kmu|betrieb|firm[aey]?|przedsiebior\w+|msp"
    r"|applicants?|richiedent[ei]|demandeurs?|solicitant\w*|candidat\w+|antragsteller\w*|wnioskodaw\w+"
    r"|partnerships?|partenariat\w*|partners?|partenaires?|socios?|parceir\w+|consort\w+|konsort\w+"
    r"|konsorcj\w+"
    r"|proposals?|propost[ae]|propositions?|propuestas?|antrag|wniosek|wniosku|applications?|domand[ae]"
    r"|vouchers?|vales?|cheques?|bons?|gutschein\w*|bon(?:ow|u)|grants?|sovvenzion[ei]|subventions?"
    r"|subvencion\w*|zuschuss\w*|dotacj\w*|bourses?|bors[ae]|pilots?|actions?|azion[ei]|accion\w*"
    r"|acao|acoes"
    r"|ciascun[oa]?|cadaun[oa]|cluster|hub|team\w*|organi[sz]\w+|recipients?|awardees?|winners?|laureat\w*"
    r"|vincitor\w*|pilot\w*|experiments?|initiativ\w+|podmiot\w*|kazd\w+|entit(?:y|ies)|beneficj\w+)"
)
# The same of one alone: "per PMI" and "for projects" are of all of them.
_SINGLE = (
    r"(?:project|progetto|projet|projekt|vorhaben|einzelprojekt|projektantrag|proyecto|projeto"
    r"|operation|operazione"
    r"|operacion|operacao|operacje|beneficiary|beneficiario|beneficiaire|begunstigten?|company|firm"
    r"|sme|enterprise"
    r"|impresa|azienda|entreprise|empresa|pyme|unternehmen|betrieb|firme|przedsiebior\w+|applicant"
    r"|richiedente"
    r"|demandeur|candidat|solicitante|antragsteller\w*|wnioskodawce|partnership|partenariato"
    r"|partenariat|partner"
    r"|partenaire|socio|parceiro|consortium|consorzio|konsortium|konsorcjum|consorcio|proposal|proposta"
    r"|proposition|propuesta|antrag|wniosek|application|domanda|voucher|vale|cheque|gutschein|bon|grant"
    r"|sovvenzione|subvention|subvencion|dotacje|cluster|hub|team|organi[sz]ation|pilot|action|azione"
    r"|accion|acao"
    r"|recipient|experiment|dossier|candidatura|entity|podmiot|zuschuss)"
)
_ANY = (
    r"(?:ogni|singol[oa]|ciascun[oa]?|any|one|each|every|single|chaque|cada|jede[nrs]?|jeden|jedn\w+"
    r"|kazd\w+"
    r"|any one|einzelnes)"
)
_PER = (
    rf"(?:(?:per|pro|je|par|por|na|a) (?:{_ANY} )?{_SINGLE}"
    rf"|(?:(?:per|for|to|pour|para|fur|dla|na) )?{_ANY} (?:\w+ )?{ONE})\b"
)
_EACH = rf"(?:(?:each|apiece|ciascun[oa]?|cadaun[oa]|chacun[e]?|cada un[oa]|jeweils|kazd[aey]\w*)\b|{_PER})"
# Whatever one of them is called: "250,000 euros por polígono"; no time, and no part of a whole.
_PER_ANY = (
    r"(?:pro|je|par|por) (?!(?:jahr|monat|tag|an|mois|jour|heure|ano|mes|dia|hora|rok|msc|cent\w*|les|los"
    r"|las|el|die"
    r"|der|das|parte|via|un[ao]?|os|as|iniciativa)\b)[a-z]{3,}"
)
_BEHIND_EACH = re.compile(rf"^(?: ?\([^()]{{0,12}}\))?[ ,(]{{0,2}}(?:{_EACH}|cada\b|{_PER_ANY})")
_BEFORE_EACH = re.compile(
    rf"\b(?:{_PER}|(?P<none>ningun\w*|nessun\w*|aucun\w*|nenhum\w*|no|kein\w*"
    rf"|zad\w+) (?:\w+ )?{ONE}\b)(?P<rest>[^\d]*)$"
)
_TOTALS = re.compile(
    r"\b(?:budget|dotazion\w*|stanzia\w*|risorse|envelope|enveloppe|dotation|presupuest\w*|dotacion"
    r"|orcament\w*|dotacao"
    r"|budzet\w*|alokacj\w*|pula|volumen|allocat\w*|insgesamt|total\w*|complessiv\w*|global\w*"
    r"|plafond global"
    r"|gesamt\w*|conta\w* con|cuenta con|dispon\w*|dispos\w*|verfug\w*|lacz\w+|moviliz\w*|mobili\w*"
    r"|asignad\w+"
    r"|assegnat\w+)\b(?! (?:di|del|du|des?|of|per|par|por|do|de) (?:the )?(?:pro[jgy]\w+))"
)
# "A lump sum of": so much is one of it.
_ONE_OF = re.compile(
    r"\b(?:lump sums?|vouchers?|bourses?|stipends?|forfait\w*|pauschal\w*|pauschbetr\w*|ryczalt\w*"
    r"|suma? alzada"
    r"|importo forfettario|somma forfettaria|somme forfaitaire|montante fixo|cantidad fija|vales?|cheques?"
    r"|gutschein\w*|bony?|bon na|borse|premio forfettario|mini-?grants?|sub-?grants?)"
    r"[^.;]{0,30}$"
)
# What has a most and a least: help, not all of the money.
AID = (
    r"(?:grants?|contribution|aid|support|funding|subsid\w+|contribut[oi]|sovvenzion[ei]|agevolazion[ei]"
    r"|aiut[oi]|sostegno|aides?|subventions?|soutien|concours|ayudas?|subvencion\w*|apoyo|apoios?"
    r"|incentiv\w+"
    r"|subsidio|zuwendung\w*|zuschuss\w*|zuschusse|forderung|forderbetrag|forderhohe|fordersumme"
    r"|beihilfe\w*"
    r"|forderrahmen|dotacj\w*|wsparci\w*|dofinansowani\w*|grantu?|pomocy?|financiamento|financiacion"
    r"|finanziamento"
    r"|efre-mittel|efre mittel|feder|fesr|efrr|erdf|it covers|covering|covers|copre|couvre|deckt|elle"
    r"|il|esso)"
)
_MOST = (
    r"(?:up to|upto|(?:a )?(?:cap|ceiling|limit|maximum|max|tetto|massimale|limite|plafond|tope|techo"
    r"|teto|hochstbetrag"
    r"|obergrenze|deckel\w*|hochstgrenze|limit\w*|pulap)\.?(?: \w+)? (?:of|de|di|del|dell|do|von"
    r"|in hohe von|massimo di|at)"
    r"|capped at|limited to|limitat[oa] a|limite[e]? a|limitad[oa] a|begrenzt auf|gedeckelt (?:bei"
    r"|auf)|ograniczon\w+ do"
    r"|plafonn\w+ a|topad[oa] en|no more than|not more than|not (?:to )?exceed(?:ing)?|(?:cannot"
    r"|may not|must not) exceed"
    r"|non (?:oltre|piu di|superior[ei] a[di]?|eccedente|superando)|non (?:puo|potra|deve"
    r"|dovra)(?: \w+)? (?:superare|eccedere|oltrepassare)"
    r"|comunque non oltre|fino a(?:d| un massimo di)?|sino a|(?:al|nel) massimo(?: di)?"
    r"|massim[oa](?: di)?|per un massimo di"
    r"|ne (?:peut|pourra|doit|saurait)(?: \w+)? (?:exceder|depasser)|dans la limite de|jusqu'a"
    r"|au (?:maximum|plus)(?: de)?"
    r"|sans (?:exceder|depasser)|maximum de|maximal de"
    r"|no (?:podra|puede|debe|podran|pueden)(?: \w+)? (?:superar|exceder|sobrepasar|recibir mas de)"
    r"|no superior a|hasta(?: un maximo de)?"
    r"|como maximo|(?:un )?maximo de|sin superar|recibir mas de"
    r"|nao (?:pode|podera|deve|podendo)(?: \w+)? (?:exceder|ultrapassar|superar)|nao superior a"
    r"|ate(?: ao? maximo de)?|no maximo(?: de)?"
    r"|(?:o |com o |um )?maximo de"
    r"|nie (?:moze|powinn\w+|mogac)(?: \w+)? (?:przekroczyc|przekraczac)|nie wiecej niz|do(?: kwoty"
    r"| wysokosci)?|maksymalnie|maks\.?|najwyzej"
    r"|bis zu|hochstens|maximal|max\.?|maximum|nicht mehr als|darf[^.;]{0,20}nicht ubersteigen)"
)
_LEAST = (
    r"(?:at least|no less than|not less than|(?:a )?(?:minimum|floor)(?: \w+)?(?: of)?|almeno"
    r"|non inferior[ei] a[di]?|minim[oa](?: di)?"
    r"|non meno di|(?:non )?puo essere inferiore a|au moins|minimum de|minimal(?:e)?(?: de)?"
    r"|plancher(?: d'\w+)?[^.;]{0,16} a"
    r"|ne peut etre inferieur\w* a|al menos|como minimo|minimo de|no inferior a|no podra ser inferior a"
    r"|pelo menos|no minimo|nao inferior a|mindestens|min\.?|wenigstens|nicht weniger als"
    r"|untergrenze[^.;]{0,12} (?:von|bei)"
    r"|co najmniej|nie mniej niz|minimum|minimalnie|min\.?|od)"
)
_GAP = (
    r"(?: (?:a|at|to|i|the|un|una|une|ein\w*|rund|circa|ca\.|about|around|environ|ok\.|okolo"
    r"|cerca d[ei]|unos|el|il"
    r"|l'|les|los|las|gli|os|as|of|de|di|von|totale|total|eur|euro))?[ :'(]*$"
)
_MOST_BEFORE = re.compile(rf"(?<![\w]){_MOST}{_GAP}")
_LEAST_BEFORE = re.compile(rf"(?<![\w]){_LEAST}{_GAP}")
_MOST_BEHIND = re.compile(
    r"^ ?(?:[,(] ?)?(?:maximum|maximal|max\.?|maks\.?|au maximum|au plus|al massimo|come massimo"
    r"|massimo|como maximo|maximo"
    r"|no maximo|hochstens|maksymalnie|at most|at the most)\b"
)
_LEAST_BEHIND = re.compile(
    r"^ ?(?:[,(] ?)?(?:minimum|minimal|min\.?|au minimum|au moins|al minimo|minimo|como minimo"
    r"|no minimo|mindestens|at least)\b"
)
# A label before it: "Importo massimo: ", "Montant minimal : ".
_LABEL = re.compile(
    r"(?P<most>\bmax\w*|massim\w+|maks\w*|hochst\w*|\blimit\w*|\btetto\b|plafond|\btope\b|\bteto\b"
    r"|\bcap\b|obergrenze"
    r"|ceiling)"
    r"|(?P<least>\bmin\b|\bminim\w+|mindest\w*|plancher|floor|untergrenze|soglia minima)"
)
_LABELS = re.compile(
    r"(?::|\b(?:is|are|be|e|est|es|ist|sind|to|wynosi|betragt|bei|sera de|sera|sara|sara di|pari a"
    r"|fixee? a|s'etablit a"
    r"|s'eleve a|asciende a|ammonta a|eleva a|e de|es de|est de|e di|stands at|amounts to|liegt bei))"
    r"(?: (?:pari a|set at|fissat[oa] (?:a|in)|stabilit[oa] (?:a|in)|di|de|a|in|fixed at|rund|circa"
    r"|about))?\s*$"
)
_MORE = re.compile(r"\b(?:more than|piu di|plus de|mas de|mais de|mehr als|wiecej niz|over)\b")
# What was: "rispetto ai 3 milioni iniziali".
_WAS_BEFORE = re.compile(
    r"\b(?:rispetto a\w*|invece d\w+|anziche|contro i|par rapport a\w*|au lieu d\w+|contre"
    r"|compared (?:with|to)|instead of"
    r"|up from|down from|rather than|originally|previously|initially|inizialmente|initialement"
    r"|inicialmente|ursprunglich\w*"
    r"|statt|anstatt|anstelle von|gegenuber|frente a\w*|en lugar de|en vez de|em vez d\w+|face a\w*"
    r"|em comparacao com"
    r"|zamiast|w porownaniu (?:z|do)|pierwotnie|wobec|przed zmiana|in luogo d\w+|dai precedenti|wczesniej)"
    r"(?: (?:the|i|gli|les|los|las|os|as|den|der|die|initial|original|einst|previous|precedenti"
    r"|vorher\w*)){0,3} ?$"
)
_WAS_BEHIND = re.compile(
    r"^[ ,]{0,2}(?:iniziali|inizialmente|originari|initiaux|initiales|initialement"
    r"|prevus initialement|iniciales|inicialmente|previst\w+ inicialmente"
    r"|iniciais|originally|initially|pierwotnie|poczatkow\w+|ursprunglich\w*|last (?:year|time)"
    r"|l'anno scorso|previsti (?:in origine|inizialmente)|allocated in the past)"
)
_WHOLE_OF = re.compile(
    r"\b(?:left|remain\w*|still|available|rest\w*|residu\w+|noch|uebrig|ubrig|queda\w*|pozosta\w+"
    r"|sobra\w*)[^.;]{0,30}"
    r"(?:of|out of|from|de[il]|degli|des|d'|de los|dos|von|der|z)(?: the| initial| total){0,2} ?$"
)
_OF_ANOTHER = re.compile(
    r"^[ ,(]{0,2}(?:per|for each|to each|for any|pro|je|par|por|a|na|dla"
    r"|for)?(?: \w+)? ?(?:third part\w+|parte terza|terza parte"
    r"|terz[oi]|tiers|tercer[oa]s?|terceir[oa]s?|dritte[nrm]?|stron\w* trzeci\w*|strone trzecia)\b"
)


class Bound(Enum):
    """What is said right beside an amount."""

    EACH = auto()
    MOST = auto()
    LEAST = auto()
    WAS = auto()  # what it was before, or a whole of which it is what is left
    ANOTHER = auto()  # what those who get it may give to others


_NEAR = 64  # letters
_CUTS = re.compile(r"[;.](?= )|, (?=(?:and|e|et|und|y|i) )")
_AT = re.compile(rf"\b{ONE} a $")


def beside(folded: str, start: int, end: int) -> list[Bound]:
    """All that is said right before and right behind the amount between these places."""
    before, behind = folded[max(0, start - _NEAR) : start], folded[end : end + _NEAR]
    bounds: list[Bound] = []
    if _OF_ANOTHER.match(behind):
        bounds.append(Bound.ANOTHER)
    if _WAS_BEFORE.search(before) or _WAS_BEHIND.match(behind) or _WHOLE_OF.search(before):
        bounds.append(Bound.WAS)
    clause = _CUTS.split(before)[-1]
    led = _BEFORE_EACH.search(clause)
    led = led if led and not _TOTALS.search(led["rest"]) else None
    if _BEHIND_EACH.match(behind) or led or _ONE_OF.search(clause):
        bounds.append(Bound.EACH)
    if _AT.search(before):  # "drei Vorhaben à 2 Mio. €"
        bounds.append(Bound.EACH)
    label = _LABEL.search(clause) if _LABELS.search(clause) else None
    more = bool(led and led["none"] and _MORE.search(clause))
    if _LEAST_BEFORE.search(before) or _LEAST_BEHIND.match(behind) or (label and label["least"]):
        bounds.append(Bound.LEAST)
    elif more or _MOST_BEFORE.search(before) or _MOST_BEHIND.match(behind) or (label and label["most"]):
        bounds.append(Bound.MOST)
    return bounds


_AID = re.compile(rf"\b{AID}\b")


def is_of_all(clause: str) -> bool:
    """Whether a clause is of all the money, "the total budget"."""
    return _TOTALS.search(clause) is not None


def is_of_aid(clause: str) -> bool:
    """Whether a clause is of the help that one gets, "the grant covers …"."""
    return _AID.search(clause) is not None
