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
        " a_disposizione available funding funds earmarked endow* envelope* enveloppe* dotation* dote*"
        " montant* presupuest* dotacion* dotad* ayuda* fondos fondi orcament* dotac* verba budzet*"
        " alokacj* pula srodk* mittel fordermittel* fordersumme* fordervolumen gesamtbudget*"
        " zur_verfugung allou* allocat* finanziament* finanzier* financement* financiacion"
        " financiamento total* complessiv* worth importe* convocatoria* bando call concurso efre_mittel"
        " fesr feder erdf kwota przeznaczon* dofinansowani* subvention* ammont* asciend* insgesamt"
        " available_budget grants_worth bereitgestellt bereit stehen volumen vergeben vergibt moviliza*"
        " mobilise* mobiliza* mobilita* sul_piatto ulteriori further additional_eur bringing_the_total"
        " ausgestattet contara_con cuenta_con dispone dispose verfugt reserva* reservan access_to"
        " goes_to left_of distribute* distribuera erogh* fordertopf plafond_finanziario stanziament*"
        " conta_con lacznie provides pot fund on_the_table destina destinan destinano destinera"
        " consacre alloue to_share im_topf suman sumano przewidziano przeznaczyl* overall to_hand_out"
        " para_distribuir a_repartir a_partager reparte repartir hay zum_verteilen do_podzialu"
        " do_rozdania is_reserved",
        MoneyOf.EACH: "per_project budget_di_progetto budget_of_the_project budget_of_each_project"
        " per_progetto per_singolo_progetto per_grant maximum_grant maximum_grant_per_project max_grant"
        " grant_per_project grant_amount cadauno ciascun* each per_proposal pro_projekt je_projekt"
        " pro_vorhaben je_vorhaben par_projet por_proyecto por_projeto na_projekt jednego_projektu"
        " maksymalne_dofinansowanie per_proposta per_consortium per_consorzio per_beneficiar*"
        " per_partnership sovvenzione_massima sovvenzione_per contributo_massimo contributo_per"
        " per_ciascun* a_progetto grant_of grants_of projektbudget project_budget wartosc_projektu"
        " budget_del_progetto budget_du_projet presupuesto_del_proyecto per_applicant per_company"
        " per_impresa par_entreprise por_empresa pro_unternehmen je_unternehmen vouchers_of voucher_of"
        " maximum_budget ayuda_maxima aide_maximale subvention_maximale subvencion_maxima zuschuss_von"
        " zuschusse_von hochstforderung cada_uno cada_proyecto cada_projeto each_project range_from"
        " ranging_from pro_cluster je_cluster per_cluster por_cluster ogni_progetto chaque_projet"
        " jedes_projekt kazdy_projekt na_jeden_projekt chacun jeweils kazdy kazdego einzelprojekt"
        " maximale_forderung dotacja_do apoio_maximo maximum_amount_per contribution_per grants_between"
        " maximal maximum_contribution lump_sum_of montant_maximum",
        MoneyOf.LEAST: "minimum_grant contributo_minimo subvention_minimale mindestforderung ayuda_minima"
        " apoio_minimo",
        MoneyOf.PROGRAMME: "",
        MoneyOf.OTHER: "cost costs costo costi kosten gesamtkosten projektgesamtkosten cout couts coste"
        " costes custo custos koszt* soglia fatturato turnover umsatz jahresumsatz vorjahresumsatz"
        " gesamtumsatz chiffre_d'affaires facturacion volume_de_negocios obrot* bilancio capitale"
        " capital spes* assiette* depense* gasto* despesa* wydatk* ausgaben expenditure spending ricavi"
        " revenue* loan* pret prets mutuo mutui darlehen prestamo* emprestimo* pozyczk*"
        " mindestinvestition* investition* investitionsvolumen investment_of minimum_investment"
        " eligible_investment invested investiment* investissement* inversion* inwestycj* project_value"
        " value_of_the_project prize* premi* fee entry_fee quota",
    }
)
PROGRAMME = r"\b(?:programm?[ae]s?|programm|das programm|programa|programu|programul)\b"
# Before a programme that pays for something smaller, and so is not what the amount is of.
PAYS = (
    r"\b(?:of|of the|by|by the|under|from|within|via|through|del|dal|dalla|dello|nell'ambito"
    r"|nel quadro|du|des|dell'|par"
    r"|dans le cadre|au titre|por|con cargo|en el marco|aus|im rahmen|durch|vom|des|pel[oa]|no ambito"
    r"|do|ao abrigo"
    r"|ramach|przez|ze? srodkow|in total)\b[^.;,]{0,30}$"
)
CALL = (
    r"\b(?:call|bando|bandi|avviso|invito|appel|convocatoria|convocatorias|aufruf|ausschreibung"
    r"|edital|aviso|concurso|scheme|competition|round|window|sportello|finestra|misura|mesure|linea"
    r"|medida|massnahme"
    r"|forderaufruf|forderrunde|bekanntmachung|runde|guichet|dispositif|linha"
    r"|konkurs\w*|nabor\w*|dzialani\w*|strand|lot|lotto)\b"
)
PERIOD = (
    r"\b(?:periodo|period|periode|zeitraum|forderperiode|laufzeit|okres\w*|lata(?:ch)?|anni|jahre"
    r"|years|annees|anos)\b[^.;]{0,12}(?:19|20)\d\d"
    r"|\b(?:for|in|over|during|per|nel|per il|sur|pour|para|en|im|fur|na|no|w|von|from)(?: the| el| il)? "
    r"(?:19|20)\d\d ?(?:-|/|bis|to|al|a|do|au) ?(?:20)?\d\d\b|next (?:seven|\d) years"
    r"|over (?:seven|\d) years"
)
OF_IT = (
    r"\b(?:of which|including|di cui|dont|davon|de los cuales|de las cuales|dos quais|das quais|w tym"
    r"|\(circa|\(about|\(rund|\(environ)"
)
UP_TO = (
    r"\b(?:up to|max\w*|maks\w*|plafonn\w+|no more than|fino a[d]?|non superiore|massim[oa]|bis zu"
    r"|hochstens"
    r"|maximal|jusqu'a|hasta|ate|do|nie wiecej)\b"
)
AT_LEAST = (
    r"\b(?:at least|minimum|min\.|almeno|minim[oa]|mindestens|au moins|al menos|como minimo|pelo menos"
    r"|co najmniej)\b"
)
# How many grants; who gives, and what.
GIVES = (
    r"\b(?:(?<!co-)fund\w*|(?<!co)financ\w*|finanz\w*|forder\w*|gefordert|award\w*|select\w*"
    r"|sovvenzion\w*|subvencion\w*|subvention\w*|soutenir|soutenu\w*|distribut\w*|distribu\w+|verteil\w*"
    r"|sostener\w*|sostenut\w*|apoiar|apoiad\w+|apoyar\w*|wesprze|wspart\w+|dofinansowan\w*|expect\w*"
    r"|support\w*|grants?|get|receive|retenus?|ammess[ei]|finanziabil\w*|approvat\w+|approuve\w*"
    r"|aprob\w+|aprovad\w+"
    r"|selezion\w+|ausgewahlt\w*|seleccion\w+|selecion\w+|wybra\w+|zaplanowan\w+|planowan\w+"
    r"|plant|geplant"
    r"|previst\w+|prevu\w*|preve\w*|prevede\w*|vorgesehen|przewid\w+|unterstutz\w+|visant|benefici\w+"
    r"|atteindr\w*"
    r"|ricever\w+|recevr\w+|erhalten|recibir\w*|receber\w*|otrzyma\w*|bewilligt\w*|vergeben"
    r"|przyznan\w*|among|doted)\b"
)
FUNDED = (
    r"(?:projects?|proposals?|consortia|partnerships|progett[io]|propost[ae]|consorzi|operations?"
    r"|operazion[ei]"
    r"|operacion(?:es)?|operacoes|operacji|operacje|partenariati|projets?|partenariats|asociaciones"
    r"|parcerias|partnerstw\w*"
    r"|propositions|consortiums|proyectos?|propuestas|projetos?|propostas|consorcios|projekte?n?"
    r"|massnahmen|initiativen"
    r"|vorhaben|konsortien|projekt(?:y|ow)|konsorcj\w+|wnioskow|wnioski|actions?|azioni|acciones"
    r"|acoes|dzialan"
    r"|beneficiari|beneficiaries|beneficiaires|beneficiarios|begunstigten?|beneficjent\w+|laureats?"
    r"|laureat\w+|winners?"
    r"|pilots?|piloten|pilotprojekte|experiments|esperimenti|iniziative|iniciativas|initiatives|hubs?"
    r"|imprese|startups?"
    r"|kmu|pme|pmi|smes|pymes|companies|empresas|entreprises|unternehmen|firm|teams?|clusters?)"
)
GRANTS = (
    r"(?:grants?|granty|grantow|sovvenzioni|subvenciones|subventions|subvencoes|dotacji|dotacje"
    r"|zuschusse|vouchers?"
    r"|vales|cheques|gutscheine|bonow|bony|bourses|borse|becas|bolsas|stipendien|stypendiow"
    r"|contributi|ayudas|aides)"
)
# Numbers that are only about so many, in one word.
VAGUE = {
    **dict.fromkeys(("dizaine", "decena", "decina", "dezena"), 10),
    **dict.fromkeys(("douzaine", "docena", "dozzina", "duzia", "dutzend", "dozen", "tuzin"), 12),
    **dict.fromkeys(("quinzaine", "quincena", "quindicina", "quinzena"), 15),
    **dict.fromkeys(("vingtaine", "veintena", "ventina", "vintena"), 20),
    **dict.fromkeys(("trentaine", "treintena", "trentina", "trintena"), 30),
    **dict.fromkeys(("quarantaine", "cuarentena", "quarantina", "quarentena"), 40),
    **dict.fromkeys(("cinquantaine", "cincuentena", "cinquantina"), 50),
    **dict.fromkeys(("centaine", "centenar", "centinaio", "centena"), 100),
}
# Behind these a number is that of partners one must have, of those before, or of something else.
NOT_GIVEN = (
    r"(?:\b(?:at least|almeno|mindestens|au moins|al menos|minimum|minimo|pelo menos|no minimo"
    r"|co najmniej|including"
    r"|inclus\w+|per|pro|von|of|pilot|than|since|already|gia|deja|bereits|ya|juz|first|primi|premiers"
    r"|(?:between|tra|fra|entre|zwischen|miedzy) \d+ (?:and|e|et|und|y|i))"
    r"|\d-|\d (?:a|to|bis|do|e|ate|hasta)|n\.|nr\.?|no\.)\s*$"
)
GIVEN_BEFORE = (
    r" (?:(?:per|pro|par|por|na|je) |pilota?|funded|finanziat[ie]|co-funded|wystartowal|submitted"
    r"|received|presentat[ei]"
    r"|depos\w+|presentad\w+"
    r"|recibid\w+|eingereicht\w*|eingegangen\w*|zlozon\w+|(?:were|have been|sono stat[ie]|ont ete"
    r"|wurden|han sido|foram)\b)"
)
# Behind what is given each year, which is no whole budget.
A_YEAR = (
    r" ?(?:a year|per year|each year|per annum|annual|all'anno|annu|par an|pro jahr|jahrlich|al ano"
    r"|anual|por ano|rocznie)"
)
# What a project costs, not what it gets.
COSTS = (
    r"\b(?:presupuesto subvencionable|presupuesto del proyecto|projektbudget|project budget"
    r"|budget d\w+ projet|project size"
    r"|budget del progetto|orcamento do projeto|wartosc projekt\w+|project value|importo (?:di"
    r"|del) progetto|projets? d'un montant"
    r"|progett\w+ [^.;]{0,30}di importo|proyectos de importe|costo totale|total cost\w*|gesamtkosten)\b"
)
# What an amount is of when one of these stands between it and a word for costs.
SUBJECTS = (
    r"budget|dotazion\w*|risorse|envelope|enveloppe|dotation|presupuesto|dotacion|orcamento|dotacao"
    r"|budzet|alokacja|pula"
    r"|volumen|contribut\w*|grants?|sovvenzion\w*|aide|ayuda|apoio|zuschuss|zuwendung|forderung"
    r"|dofinansowani\w*|dotacj\w*"
    r"|wsparci\w*|agevolazion\w*|subvention\w*|subvencion\w*|aid"
)
