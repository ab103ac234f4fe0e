"""The words round an amount or a rate that say what it is and how far it goes: `up to`, `mindestens`.

They are folded, the English ones of a row first, then those of Italian, French, German, Spanish, Portuguese
and Polish.
"""

from enum import Enum


class Of(Enum):
    """What the amount of a field is: its name."""

    TOTAL = "budget"
    EACH = "grants.each"
    LEAST = "grants.min"
    MOST = "grants.max"


ANY = "any"  # it says that an amount follows, and no more
POT = "pot"  # the total, unless "per project" stands by it
Kind = Of | str | None  # None: less sure than the number, or beyond it, which no field says
# Before an amount.
BEFORE: dict[Kind, tuple[str, str]] = {
    ANY: (
        "amount|sum|value|grant|grants|grant amount|funding|support|of",
        (
            "importo|contributo|finanziamento|pari a|montant|subvention|financement|d'un montant de"
            "|fordersumme|forderung|betrag|zuschuss|in hohe von|importe|cuantia|ayuda|subvencion|montante"
            "|apoio|subvencao|valore|valeur|wert|valor|wartosc|kwota|dotacja|dofinansowanie|w wysokosci"
        ),
    ),
    POT: (
        "budget|allocation|envelope|resources",
        (
            "dotazione|dotazione finanziaria|stanziamento|risorse|dotation|enveloppe|mittel|presupuesto"
            "|dotacion|orcamento|dotacao|verba|budzet|alokacja"
        ),
    ),
    Of.TOTAL: (
        (
            "total|total budget|overall budget|indicative budget|available budget|budget available"
            "|total funding|total amount|total available budget|total indicative budget|overall amount"
            "|call budget|budget of the call|in total|in all|overall|altogether"
        ),
        (
            "totale|complessivo|dotazione complessiva|dotazione totale|dotazione finanziaria complessiva"
            "|dotazione finanziaria totale|dotazione complessiva del bando|dotazione del bando|budget totale"
            "|budget complessivo|budget disponibile|risorse complessive|risorse totali|risorse disponibili"
            "|importo complessivo|importo totale|stanziamento complessivo|stanziamento totale"
            "|budget total|budget global|enveloppe globale|enveloppe totale|enveloppe budgetaire"
            "|dotation globale|dotation totale|montant total|montant global|budget de l'appel"
            "|gesamtbudget|gesamtvolumen|gesamtmittel|gesamtsumme|gesamtbetrag|gesamtfordersumme"
            "|gesamtfordervolumen|fordervolumen|fordermittel|budget insgesamt|insgesamt"
            "|presupuesto total|presupuesto global|dotacion total|dotacion global|dotacion presupuestaria"
            "|importe total|cuantia total|presupuesto de la convocatoria"
            "|orcamento total|orcamento global|dotacao total|dotacao global|dotacao orcamental"
            "|montante total|montante global|verba total|dotacao do aviso"
            "|budzet calkowity|calkowity budzet|laczny budzet|budzet laczny|budzet naboru|budzet konkursu"
            "|laczna kwota|kwota laczna|laczna alokacja|alokacja laczna|pula srodkow|ogolem|lacznie|w sumie"
            "|in totale|complessivamente|au total|en tout|en total|no total|ao todo"
        ),
    ),
    Of.EACH: (
        "per project|each project|per grant|each",
        (
            "a progetto|per progetto|per ciascun progetto|ciascun progetto|par projet|pro projekt|je projekt"
            "|je vorhaben|pro vorhaben|por proyecto|por projeto|na projekt"
        ),
    ),
    Of.MOST: (
        (
            "up to|at most|not over|no more than|not more than|not exceeding|limited to"
            "|maximum|maximal|max|a maximum of|maximum of"
            "|up to a maximum of|up to max|max up to|capped at|cap|ceiling|maximum grant|maximum amount"
            "|maximum funding|max grant|grant max|maximum contribution|limit"
        ),
        (
            "fino a|fino ad|fino al|fino all'|sino a|sino ad|sino al|fino a un massimo di"
            "|fino ad un massimo di|al massimo|massimo"
            "|massima|un massimo di|nel massimo di|per un massimo di|non oltre|non oltre il"
            "|non piu di|non piu del|non superiore a"
            "|massimale|tetto|tetto massimo"
            "|contributo massimo|importo massimo|massimo contributo|contributo max|finanziamento massimo"
            "|jusqu'a|jusqu'a un maximum de|au maximum|au plus|un maximum de|maximum de|pas plus de"
            "|dans la limite de|plafonne a|plafonnee a|plafond|plafond de|subvention maximale"
            "|montant maximal|montant maximum|aide maximale|financement maximal"
            "|bis|bis zu|bis max|bis maximal|bis hochstens|bis zu maximal|hochstens|nicht mehr als"
            "|hochstbetrag|forderhochstbetrag"
            "|hochstfordersumme|maximale forderung|maximale fordersumme|maximaler zuschuss|obergrenze"
            "|hasta|hasta el|hasta un maximo de|como maximo|maximo|maxima|un maximo de|no mas de"
            "|no superior a|ayuda maxima|importe maximo|subvencion maxima|cuantia maxima|limite"
            "|ate|ate um maximo de|ate ao maximo de|no maximo|um maximo de|nao mais de|nao superior a"
            "|apoio maximo|montante maximo|financiamento maximo"
            "|do|maksymalnie|maksymalnie do|maks|do maks|nie wiecej niz|najwyzej|co najwyzej|maksimum"
            "|do wysokosci|do kwoty|maksymalna kwota|kwota maksymalna|maksymalna dotacja"
            "|maksymalne dofinansowanie"
        ),
    ),
    Of.LEAST: (
        (
            "at least|no less than|not less than|minimum|minimal|min|a minimum of|minimum of|from"
            "|starting from|starting at|minimum grant|minimum amount|min grant|minimum contribution|floor"
        ),
        (
            "almeno|minimo|minima|un minimo di|non meno di|non inferiore a|a partire da|da|contributo minimo"
            "|importo minimo|minimo contributo|finanziamento minimo|au moins|au minimum|un minimum de"
            "|minimum de|pas moins de|a partir de|des"
            "|subvention minimale|montant minimal|montant minimum|aide minimale"
            "|mindestens|mind|wenigstens|ab|von|nicht weniger als|mindestbetrag|mindestfordersumme"
            "|minimale fordersumme|untergrenze"
            "|al menos|como minimo|por lo menos|un minimo de|no menos de|no inferior a|desde|a partir de"
            "|importe minimo|ayuda minima|subvencion minima|cuantia minima"
            "|pelo menos|no minimo|ao menos|um minimo de|nao menos de|nao inferior a"
            "|apoio minimo|montante minimo"
            "|co najmniej|conajmniej|przynajmniej|minimalnie|nie mniej niz|od"
            "|minimalna kwota|kwota minimalna|minimalna dotacja|minimalne dofinansowanie"
        ),
    ),
    None: (
        (
            "about|around|approx|approximately|roughly|some|over|more than|above|less than|under|below|nearly"
            "|almost|~"
        ),
        (
            "circa|ca|intorno a|quasi|piu di|oltre|meno di|sotto|environ|autour de|pres de|plus de|moins de"
            "|rund|etwa|ungefahr|knapp|uber|mehr als|weniger als|unter|alrededor de|cerca de|unos|mas de"
            "|menos de|aproximadamente|mais de|perto de|okolo|ok|ponad|powyzej|ponizej|mniej niz|wiecej niz"
        ),
    ),
}
# Who gets an amount, one or many.
PROJECTS = (
    "projects?|proposals?|grants?|awards?|progett[oi]|propost[ae]|contribut[oi]|projets?|propositions?"
    "|subventions?|projekt\\w*|vorhaben|antrage?|proyectos?|propuestas?|subvenci(?:on|ones)|projetos?"
    "|candidaturas?|wniosek|wniosku|wniosk(?:i|ow)"
)
# Behind it.
BEHIND: dict[Kind, tuple[str, str]] = {
    Of.EACH: (
        rf"each|each project|(?:per|a)(?: each)? (?:{PROJECTS})|/ ?(?:{PROJECTS})|for each (?:{PROJECTS})",
        (
            rf"ciascuno|ciascuna|cadauno|l'uno|chacun|chacune|jeweils|(?:per|a)(?: (?:ogni|ciascun|singolo))?"
            rf" (?:{PROJECTS})|par (?:{PROJECTS})|(?:pro|je|fur jedes) (?:{PROJECTS})|cada uno|cada um"
            rf"|cada una|cada uma|por(?: cada)? (?:{PROJECTS})|na (?:kazdy )?(?:{PROJECTS})|kazdy"
        ),
    ),
    Of.TOTAL: (
        "total|in total|overall|in all|altogether",
        (
            "totali|in totale|complessivi|complessivamente|au total|en tout|insgesamt|gesamt|en total"
            "|no total|ao todo|lacznie|ogolem|w sumie"
        ),
    ),
    Of.MOST: (
        "max|maximum|at most|at the most|up to|or less|or fewer|or below",
        (
            "al massimo|massimo|massimi|fino a|o meno|ou moins|oder weniger"
            "|o menos|ou menos|lub mniej|au maximum|au plus|hochstens|maximal|bis zu|como maximo"
            "|maximo|no maximo|maksymalnie|maks|maksimum"
        ),
    ),
    Of.LEAST: (
        "min|minimum|at least|or more|and more|upwards|up|and up|or above",
        (
            "al minimo|almeno|minimo|minimi|o piu|in su|au minimum|au moins|ou plus|mindestens|oder mehr"
            "|como minimo|al menos|minimo|o mas|no minimo|ou mais|minimalnie|lub wiecej|co najmniej"
        ),
    ),
    None: ("about|approx|approximately|or so", "circa|ca|environ|etwa|ungefahr|aproximadamente|ok|okolo"),
}
