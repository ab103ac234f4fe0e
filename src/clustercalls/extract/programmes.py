"""Programmes of the EU and of countries known here, by the names and the codes that texts have for them."""

import re

from clustercalls.extract.folded import Cue, Cues

# In each row the names it goes by, folded by `Cues`; what more than one programme has is in no row.
NAMES = {
    "Horizon 2020": ""
    "horizon_2020 h2020 horizonte_2020 horizont_2020 orizzonte_2020 horyzont_2020 innosup innosup*",
    "Horizon Europe": ""
    "horizon_europe horizon_europa horizont_europa horizont_europe horizonte_europa orizzonte_europa"
    " horyzont_europa horizon_work_programme horizon_grant_agreement",
    "Single Market Programme": ""
    "single_market_programme single_market_program smp smp_cosme programa_para_el_mercado_unico"
    " programa_del_mercado_unico programa_mercado_unico programa_sobre_el_mercado_unico"
    " programme_pour_le_marche_unique programme_du_marche_unique programme_marche_unique"
    " programma_per_il_mercato_unico programma_del_mercato_unico programma_sul_mercato_unico"
    " programma_mercato_unico binnenmarktprogramm* programm_fur_den_binnenmarkt"
    " programa_do_mercado_unico programa_para_o_mercado_unico programa_a_favor_do_mercado_unico"
    " program_na_rzecz_jednolitego_rynku programu_na_rzecz_jednolitego_rynku program*_jednolity_rynek"
    " program*_jednolitego_rynku",
    "COSME": "cosme",
    "Interreg": "interreg* enpi_cbc eni_cbc italme poctep poctefa sudoe_programme interreg_next"
    " europejska_wspolpraca_terytorialna europejskiej_wspolpracy_terytorialnej",
    "LIFE": "programma_life programme_life life_programme programa_life life-programm* programm_life"
    " program*_life",
    "Digital Europe": ""
    "digital_europe europa_digitale europe_numerique digitales_europa digitale_europa europa_digital"
    " cyfrowa_europa cyfrowej_europy cyfrowa_europe",
    "Erasmus+": "erasmus+ erasmus_plus erasmus",
    "Creative Europe": "creative_europe europa_creativa europe_creative kreatives_europa europa_criativa"
    " kreatywna_europa kreatywnej_europy",
    "European Solidarity Corps": ""
    "european_solidarity_corps corpo_europeo_di_solidarieta corps_europeen_de_solidarite"
    " cuerpo_europeo_de_solidaridad europaisches_solidaritatskorps europaischen_solidaritatskorps"
    " corpo_europeu_de_solidariedade europejski_korpus_solidarnosci europejskiego_korpusu_solidarnosci",
    "Connecting Europe Facility": ""
    "connecting_europe_facility mecanismo_conectar_europa meccanismo_per_collegare_l'europa"
    " mecanisme_pour_l'interconnexion_en_europe mecanisme_interconnexion_europe"
    " fazilitat_connecting_europe mecanismo_interligar_a_europa laczac_europe",
    "EU4Health": "eu4health eu_4_health ue_per_la_salute l'ue_pour_la_sante ue_pela_saude ue_por_la_salud",
    "CERV": "cerv cittadini_uguaglianza_diritti_e_valori citizens_equality_rights_and_values"
    " citoyens_egalite_droits_et_valeurs ciudadanos_igualdad_derechos_y_valores"
    " ciudadania_igualdad_derechos_y_valores burgerinnen_und_burger_gleichstellung_rechte_und_werte"
    " cidadaos_igualdade_direitos_e_valores obywatele_rownosc_prawa_i_wartosci",
    "Justice Programme": ""
    "justice_programme programma_giustizia programme_justice programa_justicia programm_justiz"
    " programa_justica",
    "Innovation Fund": "eu_innovation_fund eu_ets_innovation_fund innovation_fund fondo_per_l'innovazione"
    " fondo_europeo_per_l'innovazione fonds_europeen_pour_l'innovation fonds_pour_l'innovation_de_l'ue"
    " innovationsfonds fondo_de_innovacion_de_la_ue fundo_de_inovacao_da_ue fundusz_innowacyjny",
    "Modernisation Fund": ""
    "modernisation_fund fondo_per_la_modernizzazione fonds_pour_la_modernisation modernisierungsfonds"
    " fondo_de_modernizacion fundo_de_modernizacao fundusz_modernizacyjny funduszu_modernizacyjnego",
    "European Defence Fund": ""
    "european_defence_fund fondo_europeo_per_la_difesa fonds_europeen_de_la_defense"
    " europaischer_verteidigungsfonds europaischen_verteidigungsfonds fondo_europeo_de_defensa"
    " fundo_europeu_de_defesa europejski_fundusz_obronny europejskiego_funduszu_obronnego",
    # Its schemes alone: its name is that of a body, and part of an agency's.
    "European Innovation Council": "eic_accelerator eic_pathfinder eic_transition eic_step eic_prize*",
    "Interregional Innovation Investments": ""
    "interregional_innovation_investments i3_instrument strumento_i3 instrument_i3 instrumento_i3"
    " i3-instrument investimenti_interregionali_in_innovazione"
    " investimenti_interregionali_per_l'innovazione inversiones_interregionales_en_innovacion"
    " investissements_interregionaux_en_matiere_d'innovation",
    "URBACT": "urbact",
    "ESPON": "espon",
    "PRIMA": "prima_foundation programma_prima programme_prima programa_prima",
    "Eurostars": "eurostars",
    "EUREKA": "eureka",
    "European Urban Initiative": ""
    "european_urban_initiative iniziativa_urbana_europea initiative_urbaine_europeenne"
    " iniciativa_urbana_europea europaische_stadteinitiative iniciativa_urbana_europeia"
    " europejska_inicjatywa_miejska",
    "New European Bauhaus Facility": "neb_facility new_european_bauhaus_facility facilite_neb neb-fazilitat",
    "European Social Fund Plus": ""
    "fse_plus esf_plus fse+ esf+ efs+ european_social_fund fondo_sociale_europeo"
    " fonds_social_europeen fondo_social_europeo europaischer_sozialfonds europaischen_sozialfonds"
    " fundo_social_europeu europejski_fundusz_spoleczny europejskiego_funduszu_spolecznego",
    "Just Transition Fund": ""
    "just_transition_fund fondo_per_una_transizione_giusta fondo_per_la_transizione_giusta"
    " fonds_pour_une_transition_juste fonds_de_transition_juste fondo_de_transicion_justa"
    " fonds_fur_einen_gerechten_ubergang fundo_para_uma_transicao_justa fundo_para_a_transicao_justa"
    " fundusz_na_rzecz_sprawiedliwej_transformacji funduszu_na_rzecz_sprawiedliwej_transformacji",
    "European Maritime, Fisheries and Aquaculture Fund": ""
    "emfaf feampa european_maritime_fisheries_and_aquaculture_fund",
    "Technical Support Instrument": ""
    "technical_support_instrument strumento_di_sostegno_tecnico instrument_d'appui_technique"
    " instrumento_de_apoyo_tecnico instrumento_de_assistencia_tecnica"
    " instrument_fur_technische_unterstutzung instrument_wsparcia_technicznego",
    "Union Civil Protection Mechanism": "union_civil_protection_mechanism ucpm",
    "InvestEU": "investeu",
    "Euratom": "euratom",
    "Recovery and Resilience Facility": ""
    "recovery_and_resilience_facility recovery_and_resilience recovery_and_resilience_plan"
    " national_recovery_and_resilience_plan rrf pnrr piano_nazionale_di_ripresa_e_resilienza"
    " mecanismo_de_recuperacion_y_resiliencia plan_de_recuperacion"
    " plan_de_recuperacion_transformacion_y_resiliencia prtr"
    " dispositivo_per_la_ripresa_e_la_resilienza aufbau-_und_resilienzfazilitat"
    " aufbau-_und_resilienzplan facilite_pour_la_reprise_et_la_resilience"
    " plan_national_de_relance_et_de_resilience plano_de_recuperacao_e_resiliencia"
    " mecanismo_de_recuperacao_e_resiliencia prr krajowy_plan_odbudowy krajowego_planu_odbudowy kpo"
    " instrument_na_rzecz_odbudowy nextgenerationeu next_generation_eu",
    "Neighbourhood (NDICI)": "ndici global_europe_instrument",
    "Transizione 5.0": "transizione_5.0 transizione_4.0",
    "Contratti di sviluppo": "contratti_di_sviluppo contratto_di_sviluppo",
    "Smart&Start Italia": "smart_start_italia smart&start",
    "France 2030": "france_2030",
    "Zentrales Innovationsprogramm Mittelstand": ""
    "zim zentrales_innovationsprogramm_mittelstand zentralen_innovationsprogramm*_mittelstand",
    "go-cluster": "go-cluster",
    "Portugal 2020": "portugal_2020",
    "Portugal 2030": "portugal_2030",
    "FENG": "feng fundusze_europejskie_dla_nowoczesnej_gospodarki"
    " funduszy_europejskich_dla_nowoczesnej_gospodarki",
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
    "ESC": "European Solidarity Corps",
    "JUST": "Justice Programme",
    "JTM": "Just Transition Fund",
    "EMFAF": "European Maritime, Fisheries and Aquaculture Fund",
    "UCPM": "Union Civil Protection Mechanism",
    "EURATOM": "Euratom",
    "NDICI": "Neighbourhood (NDICI)",
}
_CODE = re.compile(
    rf"(?<![\w/-])(?P<lead>{'|'.join(_BY_CODE)})(?:-[A-Z0-9]+[a-z]?)+\b(?:-(?:single|two)-stage\b)?"
)
# Names that are words of other things too, and a programme where they are all of a cell or a label.
_WHOLE = {
    **dict.fromkeys(
        (
            "mercado unico", "mercato unico", "marche unique", "single market", "binnenmarkt",
            "jednolity rynek",
        ),
        "Single Market Programme",
    ),
    "life": "LIFE", "prima": "PRIMA", "digital": "Digital Europe", "crea": "Creative Europe",
    "cef": "Connecting Europe Facility", "i3": "Interregional Innovation Investments",
}  # fmt: skip
_UNDER = (
    r"\b(?:under|within|part of|financed by|funded by|ambito|quadro|finanziat[oa]|cadre|finance"
    r"|rahmen|gefordert|marco|enmarcad[ao]"
    r"|inscrit|cargo|financiad[ao]|ambito do|ramach|program\w*|call|bando|appel|convocatoria"
    r"|aufruf)\b[^.;,]{0,24}$"
)
# Behind these stands a programme that something is compared with, came after, or is added to.
_COMPARED = (
    r"(?:\b(?:less|more|fewer|moins|plus|meno|piu|mehr|weniger|menos|mais|mas|mniej|bardziej|better|rather)"
    r"\b[^.;,]{0,30}\b(?:que|than|als|di|del|che|do que|niz)\b[^.;,]{0,24}"
    r"|\b(?:like|unlike|compared (?:with|to)|in contrast to|as in|as under|similar to|come(?: in| per"
    r"| con)?"
    r"|a differenza di|rispetto a|diversamente da|simil\w+ a|comme|contrairement a|par rapport a"
    r"|a l'instar de"
    r"|como|a diferencia de|similar a|wie(?: bei| in)?|anders als(?: bei)?|im gegensatz zu|im vergleich zu"
    r"|ahnlich wie"
    r"|ao contrario d[eo]|diferentemente d[eo]|semelhante a[o]?|jak|podobnie jak|w przeciwienstwie do"
    r"|w odroznieniu od"
    r"|in addition to|besides|oltre a|en plus d[eu]|outre|ademas de|zusatzlich zu|neben|alem d[eo]|oprocz"
    r"|synerg\w+ (?:with|con|avec|mit|com|z)|complement\w+ (?:to|a|de))"
    r"(?:l| il| la| le| lo| the| el| los| o| a| dem| der| den| das| im| program\w*"
    r"| its){0,3}[ l'/(]*"
    r"|\b(?:succe\w+|succed\w+|continui\w+|nachfolge\w*|replac\w+|remplac\w+|sostitu\w+|sustitu\w+"
    r"|substitu\w+|zastep\w+|zastap\w+|predecess\w+|forerunner|former|formerly|ancien\w*|ehemalig\w*"
    r"|antigu[oa]|antig[oa]|dawn\w+|heir|erede|hereder[oa]|heritier)\b[^.;,]{0,30})$"
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
    whole = _WHOLE.get(folded.strip(" .:|"))
    if whole:
        return [(Cue(0, len(folded), whole), 1)]
    gathered = []
    for cue in PROGRAMMES.found(folded):
        before = folded[max(0, cue.start - 60) : cue.start]
        weight = 0 if re.search(_COMPARED, before) else 2 if re.search(_UNDER, before) else 1
        gathered.append((cue, weight))
    names = {cue.meaning for cue, _ in gathered}
    if {"COSME", "Single Market Programme"} <= names:  # the strand of it
        gathered = [each for each in gathered if each[0].meaning != "COSME"]
    return gathered
