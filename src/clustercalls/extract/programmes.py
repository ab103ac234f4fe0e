"""Programmes of the EU and of countries known here, by the names and the codes that texts have for them."""

import re

from clustercalls.extract.folded import Cue, Cues

# In each row the names it goes by, folded by `Cues`; what more than one programme has is in no row.
NAMES = {
    "Horizon 2020": "horizon_2020 h2020 horizonte_2020 orizzonte_2020 horyzont_2020 innosup innosup*",
    "Horizon Europe": "horizon_europe horizont_europa horizonte_europa orizzonte_europa horyzont_europa",
    "Single Market Programme": "single_market_programme single_market_program smp smp_cosme"
    " programa_para_el_mercado_unico"
    " programme_pour_le_marche_unique programme_du_marche_unique programma_per_il_mercato_unico"
    " binnenmarktprogramm"
    " programa_do_mercado_unico programa_a_favor_do_mercado_unico program_na_rzecz_jednolitego_rynku"
    " programma_mercato_unico",
    "COSME": "cosme",
    "Interreg": "interreg* enpi_cbc eni_cbc italme poctep sudoe_programme interreg_next",
    "LIFE": "programma_life programme_life life_programme programa_life life-programm",
    "Digital Europe": "digital_europe europa_digitale europe_numerique digitales_europa europa_digital"
    " cyfrowa_europa",
    "Erasmus+": "erasmus+ erasmus_plus erasmus",
    "Creative Europe": "creative_europe europa_creativa europe_creative kreatives_europa kreatywna_europa",
    "Connecting Europe Facility": "connecting_europe_facility mecanismo_conectar_europa"
    " meccanismo_per_collegare_l'europa",
    "EU4Health": "eu4health eu_4_health",
    "CERV": "cerv cittadini_uguaglianza_diritti_e_valori citizens_equality_rights_and_values",
    "Innovation Fund": "innovation_fund fondo_per_l'innovazione innovationsfonds",
    "European Defence Fund": "european_defence_fund fondo_europeo_per_la_difesa",
    "European Innovation Council": "european_innovation_council eic_accelerator eic_pathfinder"
    " eic_transition",
    "Interregional Innovation Investments": "interregional_innovation_investments i3_instrument strumento_i3",
    "URBACT": "urbact",
    "ESPON": "espon",
    "PRIMA": "prima_foundation programma_prima",
    "Eurostars": "eurostars",
    "EUREKA": "eureka",
    "European Urban Initiative": "european_urban_initiative iniziativa_urbana_europea",
    "European Social Fund Plus": "fse_plus esf_plus fse+ esf+ european_social_fund",
    "Just Transition Fund": "just_transition_fund fondo_per_una_transizione_giusta",
    "Recovery and Resilience Facility": "recovery_and_resilience_facility recovery_and_resilience rrf pnrr"
    " piano_nazionale_di_ripresa_e_resilienza mecanismo_de_recuperacion_y_resiliencia"
    " plan_de_recuperacion prtr"
    " dispositivo_per_la_ripresa_e_la_resilienza aufbau-_und_resilienzfazilitat"
    " facilite_pour_la_reprise_et_la_resilience"
    " plano_de_recuperacao_e_resiliencia krajowy_plan_odbudowy",
    "Neighbourhood (NDICI)": "ndici global_europe_instrument",
    "Transizione 5.0": "transizione_5.0 transizione_4.0",
    "Contratti di sviluppo": "contratti_di_sviluppo contratto_di_sviluppo",
    "Smart&Start Italia": "smart_start_italia smart&start",
    "France 2030": "france_2030",
    "Zentrales Innovationsprogramm Mittelstand": "zim zentrales_innovationsprogramm_mittelstand",
    "go-cluster": "go-cluster",
    "Portugal 2030": "portugal_2030",
    "FENG": "fundusze_europejskie_dla_nowoczesnej_gospodarki",
    "PERTE": "perte",
}
PROGRAMMES: Cues[str] = Cues(NAMES)
_BY_CODE = {
    "HORIZON": "Horizon Europe",
    "H2020": "Horizon 2020",
    "INNOSUP": "Horizon 2020",
    "COS": "COSME",
    "COSME": "COSME",
    "SMP": "Single Market Programme",
    "LIFE": "LIFE",
    "DIGITAL": "Digital Europe",
    "ERASMUS": "Erasmus+",
    "CREA": "Creative Europe",
    "CEF": "Connecting Europe Facility",
    "EU4H": "EU4Health",
    "CERV": "CERV",
    "INNOVFUND": "Innovation Fund",
    "EDF": "European Defence Fund",
    "I3": "Interregional Innovation Investments",
    "EUI": "European Urban Initiative",
    "ESF": "European Social Fund Plus",
    "RRF": "Recovery and Resilience Facility",
    "INTERREG": "Interreg",
}
_CODE = re.compile(rf"(?<![\w/-])(?P<lead>{'|'.join(_BY_CODE)})(?:-[A-Z0-9]+)+\b")
_UNDER = (
    r"\b(?:under|within|part of|financed by|funded by|ambito|quadro|finanziat[oa]|cadre|finance"
    r"|rahmen|gefordert|marco|enmarcad[ao]"
    r"|inscrit|cargo|financiad[ao]|ambito do|ramach|program\w*|call|bando|appel|convocatoria"
    r"|aufruf)\b[^.;,]{0,24}$"
)
_COMPARED = (
    r"\b(?:less|more|like|unlike|compared|moins|plus|comme|meno|piu|come|diversamente|mehr|weniger|wie"
    r"|menos|mas|como|succe\w+|continui\w+)\b[^.;,]{0,40}$"
)


def refs(text: str) -> list[tuple[int, int, str]]:
    """The official identifiers of calls in a text, with their places: `HORIZON-CL4-2024-…`."""
    return [
        (match.start(), match.end(), match[0]) for match in _CODE.finditer(text) if re.search(r"\d", match[0])
    ]


def programme_of(ref: str) -> str:
    """The programme that an identifier is of."""
    return _BY_CODE[re.split("-", ref, maxsplit=1)[0]]


def named(folded: str) -> list[tuple[Cue[str], int]]:
    """The programmes that a folded text names, and how surely each is meant; 0 for one compared with."""
    gathered = []
    for cue in PROGRAMMES.found(folded):
        before = folded[max(0, cue.start - 60) : cue.start]
        weight = 0 if re.search(_COMPARED, before) else 2 if re.search(_UNDER, before) else 1
        gathered.append((cue, weight))
    names = {cue.meaning for cue, _ in gathered}
    if {"COSME", "Single Market Programme"} <= names:  # the strand of it
        gathered = [each for each in gathered if each[0].meaning != "COSME"]
    return gathered
