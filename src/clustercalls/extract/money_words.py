"""What the words round an amount say that it is of, in seven languages; `_` and `*` as in `folded`."""

from enum import Enum, auto

from clustercalls.extract.folded import Cues


class MoneyOf(Enum):
    """What an amount is of."""

    BUDGET = auto()
    EACH = auto()
    LEAST = auto()
    PROGRAMME = auto()
    OTHER = auto()  # costs, turnover, prizes of another


MONEY: Cues[MoneyOf] = Cues(
    {
        MoneyOf.BUDGET: "budget* disponible* disponivel* dotazion* dotat* stanzia* risorse disponibil*"
        " a_disposizione available funding funds earmarked endow*"
        " envelope* enveloppe* dotation* dote* montant* presupuest* dotacion* dotad* ayuda* fondos"
        " fondi orcament* dotac* verba"
        " budzet* alokacj* pula srodk* mittel fordermittel* fordersumme* fordervolumen gesamtbudget*"
        " zur_verfugung allou* allocat*"
        " finanziament* finanzier* financement* financiacion financiamento total* complessiv* worth"
        " importe* convocatoria* bando"
        " call efre_mittel fesr feder erdf kwota przeznaczon* dofinansowani* subvention* ammont*"
        " asciend* insgesamt available_budget"
        " grants_worth bereitgestellt bereit stehen",
        MoneyOf.EACH: "per_project per_progetto per_singolo_progetto per_grant maximum_grant"
        " maximum_grant_per_project max_grant"
        " grant_per_project grant_amount cadauno ciascun* each per_proposal pro_projekt je_projekt"
        " pro_vorhaben je_vorhaben par_projet"
        " por_proyecto por_projeto na_projekt jednego_projektu maksymalne_dofinansowanie"
        " per_proposta per_consortium per_consorzio"
        " per_beneficiar* per_partnership"
        " sovvenzione_massima sovvenzione_per contributo_massimo contributo_per per_ciascun*"
        " a_progetto grant_of grants_of"
        " projektbudget project_budget wartosc_projektu budget_del_progetto budget_du_projet"
        " presupuesto_del_proyecto"
        " per_applicant per_company per_impresa par_entreprise por_empresa pro_unternehmen"
        " je_unternehmen vouchers_of voucher_of"
        " maximum_budget ayuda_maxima aide_maximale subvention_maximale subvencion_maxima"
        " zuschuss_von zuschusse_von hochstforderung"
        " cada_uno cada_proyecto cada_projeto each_project range_from ranging_from pro_cluster"
        " je_cluster per_cluster"
        " por_cluster ogni_progetto chaque_projet jedes_projekt"
        " kazdy_projekt na_jeden_projekt chacun jeweils kazdy kazdego einzelprojekt"
        " maximale_forderung dotacja_do apoio_maximo"
        " maximum_amount_per contribution_per grants_between maximal maximum_contribution"
        " lump_sum_of montant_maximum",
        MoneyOf.LEAST: "minimum_grant contributo_minimo subvention_minimale mindestforderung ayuda_minima"
        " apoio_minimo",
        MoneyOf.PROGRAMME: "",
        MoneyOf.OTHER: "cost costs costo costi kosten gesamtkosten projektgesamtkosten cout couts coste"
        " costes"
        " custo custos koszt*"
        " soglia fatturato turnover umsatz chiffre_d'affaires facturacion volume_de_negocios obrot*"
        " bilancio capitale capital"
        " investiment* investissement* inversion* inwestycj* project_value value_of_the_project"
        " prize* premi* fee entry_fee quota",
    }
)
PROGRAMME = r"\b(?:programm?[ae]s?|programm|das programm|programa|programu|programul)\b"
CALL = (
    r"\b(?:call|bando|bandi|avviso|invito|appel|convocatoria|convocatorias|aufruf|ausschreibung"
    r"|edital|aviso|concurso"
    r"|konkurs\w*|nabor\w*|strand|lot|lotto)\b"
)
PERIOD = (
    r"\b(?:periodo|period|periode|zeitraum|forderperiode|laufzeit|okres\w*|lata(?:ch)?|anni|jahre"
    r"|years|annees|anos)\b[^.;]{0,12}"
    r"(?:19|20)\d\d|(?:19|20)\d\d ?(?:-|/|bis|to|al|a|do|au) ?(?:20)?\d\d\b|next (?:seven|\d) years"
    r"|over (?:seven|\d) years"
)
OF_IT = (
    r"\b(?:of which|including|di cui|dont|davon|de los cuales|de las cuales|dos quais|das quais|w tym"
    r"|\(circa|\(about|\(rund|\(environ)"
)
UP_TO = (
    r"\b(?:up to|max\w*|maks\w*|plafonn\w+|no more than|fino a[d]?|non superiore|massim[oa]|bis zu|hochstens"
    r"|maximal|jusqu'a|hasta|ate|do|nie wiecej)\b"
)
AT_LEAST = (
    r"\b(?:at least|minimum|min\.|almeno|minim[oa]|mindestens|au moins|al menos|como minimo|pelo menos"
    r"|co najmniej)\b"
)
# How many grants; who gives, and what.
GIVES = (
    r"\b(?:(?<!co-)fund\w*|(?<!co)financ\w*|finanz\w*|forder\w*|gefordert|award\w*|select\w*"
    r"|sovvenzion\w*|subvencion\w*|subvention\w*|soutenir"
    r"|sostener\w*|apoiar|wesprze|dofinansowan\w*|expect\w*|support\w*|grants?|get|receive|retenus?"
    r"|selezionat\w+|ausgewahlt\w*|seleccionad\w+|selecionad\w+|wybran\w+"
    r"|ricever\w+|recevr\w+|erhalten|recibir\w*|receber\w*|otrzyma\w*)\b"
)
FUNDED = (
    r"(?:projects?|proposals?|grants?|consortia|partnerships|progett[io]|propost[ae]|consorzi"
    r"|partenariati|sovvenzioni|projets?"
    r"|propositions|consortiums|proyectos?|propuestas|projetos?|propostas|consorcios|projekte?n?"
    r"|vorhaben|konsortien|projekt(?:y|ow)"
    r"|konsorcj\w+|wnioskow|subvenciones|subventions|dotacji)"
)
# Behind what is given each year, which is no whole budget.
A_YEAR = (
    r" ?(?:a year|per year|each year|per annum|annual|all'anno|annu|par an|pro jahr|jahrlich|al ano"
    r"|anual|por ano|rocznie)"
)
