"""Who gets a share, by words of seven languages: `SMEs`, `PMI`, `Hochschulen`, `gminy`.

Folded, as patterns: English in the first line of a row, then Italian, French, German, Spanish, Portuguese and
Polish. Of public bodies the plural alone: one region or town pays its share as often as it gets one.
"""

# Each says by itself who gets it.
RECIPIENTS = (
    # firms
    (
        "smes?|firms?|enterprises?|micro-?enterprises?|company|companies|business(?:es)?|start-?ups?|scale-?ups?"
        "|spin-?(?:offs?|outs?)|corporat(?:es?|ions?)|midcaps?|mid-caps?|industry|industries|industrials?"
        "|non-?smes?|suppliers?|producers?|publishers?|operators?|providers?"
        "|manufacturers?|entrepreneurs?|self-employed|freelancers?|undertakings?|multinationals?"
    ),
    (
        "pmi|mpmi|impres[ae]|(?:micro|medio|mid)-?impres[ae]|aziend[ae]|societa|industri[ae]"
        "|imprenditor\\w+|produttor\\w+|professionisti"
    ),
    (
        "t?pme|tpe|eti|entreprises?|micro-?entreprises?|societes?|industries?|jeunes pousses|entrepreneu\\w+"
        "|producteurs?|independants"
    ),
    (
        "k?kmu|\\w*unternehmen|\\w*betrieben?|\\w*firm(?:a|en)|\\w*grunder(?:n|innen)?|selbststandige\\w?"
        "|\\w*industrie|\\w*gesellschaft(?:en)?|handwerk"
    ),
    "(?:mi|micro)?pymes?|microempresas?|empresas?|sociedades?|industrias?|emprendedor\\w*|autonomos|productor\\w*",
    "pmes?|startups?|industrias?|empreendedor\\w*|produtor\\w*",
    (
        "msp|mmsp|mikroprzedsiebior\\w+|\\w*przedsiebior\\w+|firm(?:y|om)?|spolk(?:i|om|a)|start-?up\\w{0,3}"
        "|przemysl\\w*"
    ),
    # science and schools
    (
        "universit(?:y|ies)|colleges?|schools?|academ(?:ia|y|ies)|academics?|research(?:ers?)?|scientists?|rtos?"
        "|institut(?:es?|ions?)|laborator(?:y|ies)|labs?|cent(?:re|er)s?|heis?|hospitals?|museums?"
        "|librar(?:y|ies)|teachers?|students?|pupils?|trainees|apprentices|graduates?|postdocs?|phds?|fellows?"
    ),
    (
        "universita|scuol[ae]|atene[oi]|ricerca|ricercator\\w+|odr|istitut[oi]|centr[oi]|laborator\\w+|ospedal\\w"
        "|muse[oi]|bibliotec\\w+|student\\w+|dottorand\\w+|insegnant\\w+|docent[ei]"
    ),
    (
        "universites?|ecoles?|recherche|chercheu\\w+|instituts?|laboratoires?|hopitaux|musees?|etudiant\\w*"
        "|enseignant\\w*|etablissements?"
    ),
    (
        "\\w*universitat(?:en)?|\\w*schulen?|\\w*forschung|\\w*einrichtung(?:en)?|\\w*institut(?:e|en|ionen)?"
        "|forsche(?:r|rn|nde\\w?)|krankenhauser\\w?|museen|studierende\\w?|studenten|lehrkrafte\\w?|\\w*zentren"
    ),
    (
        "universidad(?:es)?|escuelas?|investigador\\w*|institutos?|centros?|laboratorios?|hospitales|museos"
        "|estudiantes?|docentes|opis?"
    ),
    "universidades?|escolas?|investigacao|investigador\\w*|hospitais|museus|entidades?|alunos",
    (
        "uniwersytet\\w*|uczel\\w+|szkol(?:y|om|a|ach)?|instytut\\w*|naukowc\\w+|jednost\\w+|szpital\\w*|muze\\w+"
        "|student\\w+|uczni\\w+"
    ),
    # public bodies and places
    (
        "bodies|authorities|municipalities|regions|cities|towns|counties|provinces|communes|agencies"
        "|administrations|entit(?:y|ies)|communit(?:y|ies)|countries|territories|islands?|areas|zones"
        "|parks?|utilities|ports|airports"
    ),
    (
        "enti|organism[oi]|amministrazioni|comuni|regioni|citta|comunita|paesi|territori|isole|aree"
        "|parchi|agenzie"
    ),
    (
        "collectivites|organismes?|administrations|regions"
        "|villes|(?:les )?pays (?:tiers|associes|en|du)|les pays|territoires|iles|zones|parcs|agences"
    ),
    (
        "\\w*behorden|\\w*korperschaften|gemeinden|kommunen|regionen|stadten?|landkreisen?|gebieten?|inseln"
        "|verwaltungen|\\w+lander[ns]?"
    ),
    (
        "entidad(?:es)?|organismos?|administraciones|municipios|ayuntamientos|regiones|ciudades|paises"
        "|territorios|islas|zonas|parques"
    ),
    "organismos?|administracoes|municipios|autarquias|regioes|cidades|paises|territorios|ilhas|zonas",
    (
        "jst|samorzad\\w*|gmin(?:y|om)?|powiat(?:y|ow|om)|miast(?:a|om)?|region(?:y|ow|om)|kraj(?:e|ow|om)|wysp"
        "|wyspy|organ(?:y|om)|podmiot\\w*|wspolnot\\w*"
    ),
    # society
    (
        "ngos?|csos?|non-?profits?|not-for-profits?|no-?profits?|non profits?|no profit|not for profit"
        "|associations?|foundations?|federations?|charit(?:y|ies)|civil society|organi[sz]ations?"
        "|cooperatives?|co-operatives?|unions|churches|clubs?|chambers?|social partners|trade unions?"
    ),
    (
        "ong|ets|associazion[ei]|fondazion[ei]|cooperativ[ae]|organizzazion[ei]|terzo settore|societa civile"
        "|onlus|consorzi\\w?|federazion[ei]|sindacati|camere di commercio"
    ),
    (
        "associations?|fondations?|federations?|cooperatives?|organisations?|societe civile|syndicats?"
        "|sans but lucratif|a but non lucratif|consortiums?"
    ),
    (
        "nros?|\\w*organisation(?:en)?|\\w*vereine?n?|verband|verbande?n?|\\w*stiftung(?:en)?|zivilgesellschaft"
        "|\\w*genossenschaft(?:en)?|gemeinnutzige\\w?|\\w*kammern?"
    ),
    (
        "ongs?|osc|asociaci(?:on|ones)|fundaci(?:on|ones)|federaciones|cooperativas?|organizaci(?:on|ones)"
        "|sociedad civil|sin (?:animo|fines) de lucro"
    ),
    (
        "associac(?:ao|oes)|fundac(?:ao|oes)|federacoes|organizac(?:ao|oes)|sociedade civil|ipss"
        "|sem fins lucrativos"
    ),
    "ngo|stowarzyszen\\w+|fundacj\\w+|spoldziel\\w+|organizacj\\w+|spoleczenstw\\w+|federacj\\w+",
    # people
    (
        "farm(?:s|ers?)|individuals?|persons?|people|women|youth|young|youngsters|citizens?|households?|families"
        "|homeowners?|owners?|tenants?|artists?|creators?|fishers?|fishermen|foresters?|migrants|refugees"
        "|jobseekers|unemployed|seniors?|professionals?|users|end-users|members|groups?|inventors?"
    ),
    (
        "agricoltor\\w+|allevator\\w+|pescator\\w+|persone|donne|giovani|individui|cittadini|famiglie"
        "|disoccupati|artist[ie]|gruppi|membri"
    ),
    (
        "agriculteurs?|agricultrices|pecheurs?|personnes|femmes|jeunes|particuliers|menages|familles|artistes"
        "|groupes|membres|citoyens"
    ),
    (
        "landwirten?|\\w*landwirt\\w*|fischern?|personen|frauen|junge|jugendliche\\w?|menschen|privatpersonen"
        "|familien|haushalten?|kunstlern?|gruppen|mitgliedern?|burger"
    ),
    (
        "agricultor\\w*|ganader\\w*|pescador\\w*|personas|mujeres|jovenes|particulares|hogares|familias"
        "|artistas|grupos|miembros|ciudadanos"
    ),
    "pessoas|mulheres|jovens|agregados|criadores|membros|cidadaos",
    "rolni\\w+|rybac\\w+|osob(?:y|om)?|kobiet\\w*|mlodz\\w+|mlodych|obywatel\\w*|rodzin\\w*|czlonk\\w+",
    # who stands together, and the rest
    (
        "clusters?|networks?|hubs?|incubators?|accelerators?|consorti(?:a|um|ums)|partners?|partnerships?"
        "|coordinators?|co-ordinators?|grantees?|stakeholders|others|other ones|all others|everybody|everyone"
    ),
    "ret[ei]|distrett[oi]|consorzi\\w?|partenariat[oi]|coordinator[ei]|capofila|altri|altre|tutti|tutte",
    "reseaux?|grappes?|poles?|partenaires?|coordinateurs?|coordonnateurs?|autres|tous|toutes",
    (
        "\\w*netzwerken?|\\w*clustern?|\\w*partnern?|konsorti(?:en|um)|koordinator(?:en|innen)?|andere\\w?"
        "|ubrigen?|sonstige\\w?"
    ),
    "redes|agrupaciones|consorcios?|socios|coordinador\\w*|otros|otras|todos|todas|demas",
    "consorcios?|parceir\\w+|coordenador\\w*|outros|outras|restantes",
    (
        "klastr\\w+|klaster\\w*|siec(?:i|iom)?|konsorcj\\w+|partner\\w*|koordynator\\w*|inn(?:i|e|ych|ym)"
        "|pozostal\\w+|wszys\\w+"
    ),
)
# Only where nothing else is said: "large" is who, a "large investment" is not.
ALONE = (
    "micro|small|medium|large|big|mid|larger|smaller|medium-sized|small-sized|profit|for-profit|all|ria|ia"
    "|csa|piccol[ei]|medi[ei]|grand[ei]|micro|petites?|moyennes?|grandes?|klein(?:e|en|st)?|kleinste"
    "|mittler?e?n?|gross(?:e|en)?|pequen[ao]s|median[ao]s|medi[ao]s|mal(?:e|ych|ym)|sredni(?:e|ch|m)"
    "|duz(?:e|ych|ym)|mikro|alle"
)
# What may stand between those.
BETWEEN = "and|or|to|the|e|o|ed|le|les?|und|oder|die|et|ou|y|las?|los|as|os|i|lub|oraz"
