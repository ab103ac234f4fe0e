"""Rates as people type them: one of percent with whom it is for, several, and what could be two."""

import pytest

from clustercalls.phrase.bound_words import BEFORE, Of
from clustercalls.phrase.rates import AFraction, NotARate, SaysMore, Share, parted, read
from clustercalls.phrase.whom import More

# Beside whom a rate is for: a verb of who pays, what is bought, a call or a time, whom it leaves out.
TELLS_MORE = {
    More.PAYER: (
        "15 % the members pay", "15 % firms have to pay", "15 % borne by the consortium", "15% NGOs bear",
        "15 % comes from municipalities", "15 % lo pagano le imprese", "15 % le PMI versano",
        "15 % sostenuto dagli enti", "15 % a carico del proponente", "15 % que payent les PME",
        "15 % apportent les associations", "15 % die Partner tragen", "15 % bezahlen die Vereine",
        "15 % von KMU übernommen", "15 % aportan las empresas", "15 % pagado por las pymes",
        "15 % suportam as empresas", "15 % assumem os parceiros", "15 % opłaca gmina i firmy",
        "15 % wnoszą uczelnie", "15 % pokrywane przez gminy",
    ),
    More.OF_WHAT: (
        "45 for machines", "45 for consultancy and travel", "45 for the staff", "45 per i macchinari",
        "45 per viaggi e trasferte", "45 pour la sous-traitance", "45 pour les déplacements",
        "45 für Reisen", "45 für Personal und Material", "45 para maquinaria", "45 para inversiones",
        "45 para obras", "45 para viagens", "45 dla podwykonawstwa", "45 for: subcontractors",
    ),
    More.TIME: (
        "45 for the time being", "45 for ever", "45 NGOs third call", "45 firms next cut-off",
        "45 per ora", "45 imprese secondo sportello", "45 pour l'instant", "45 PME dernier appel",
        "45 für jetzt", "45 KMU nächste Runde", "45 para siempre", "45 pymes segunda convocatoria",
        "45 PME primeiro aviso", "45 firmy drugi nabór",
    ),
    More.ASIDE: (
        "45 for every", "45 for instance", "45 per ciascuno", "45 pour chacun", "45 für jede",
        "45 para cada uno", "45 para cada um", "45 dla każdego",
    ),
    More.UNKNOWN: (
        "45 except NGOs", "45 excluding farms", "45 not firms", "45 NGOs tbc", "45 NGOs supported",
        "45 schools took part", "45 firms if green", "45 escluse le PMI", "45 PMI escluse",
        "45 sauf les PME", "45 PME exclues", "45 außer Vereinen", "45 KMU ausgenommen", "45 salvo pymes",
        "45 pymes excluidas", "45 exceto PME", "45 oprócz gmin", "45 hors PME", "45 sin pymes",
        "45 sem PME", "45 NGOs of", "45 PMI con", "45 for roofs", "45 per tetti", "45 pour toitures",
        "45 für Dächer", "45 para tejados", "45 dla dachów", "45 NGOs?", "45 firms ελληνικές",
    ),
}  # fmt: skip


# Who gets a share, with what may be said of them.
DESCRIBED = (
    "private non-profit bodies", "for-profit entities", "very small firms", "organic farmers",
    "less developed regions", "SMEs in the tourism sector", "higher education institutions",
    "consortia with at least 4 partners", "NGOs from candidate countries", "Greek museums",
    "women-led start-ups", "SMEs only", "SMEs with fewer than 40 staff",
    "micro e piccole imprese", "imprese agricole del settore vitivinicolo", "enti di ricerca non commerciali",
    "regioni meno sviluppate", "imprese femminili", "enti locali",
    "très petites entreprises", "collectivités territoriales", "associations à but non lucratif",
    "entreprises innovantes issues de la recherche",
    "kleine und mittlere Unternehmen", "finanzschwache Kommunen", "gemeinnützige Vereine aus Österreich",
    "weniger entwickelte Regionen",
    "entidades sin ánimo de lucro", "pequeñas y medianas empresas", "empresas de base tecnológica",
    "municípios de baixa densidade", "pequenas e médias empresas", "entidades do ensino superior",
    "małe i średnie firmy", "jednostki samorządu terytorialnego", "organizacje pozarządowe",
)  # fmt: skip


# A rate that is only the most or the least.
BOUNDS = (
    "75 % max", "75 % max.", "75 % (maximum)", "75 % at most", "75 % (up to)", "75 minimum",
    "75 % al massimo", "75 % almeno", "75 % au maximum", "75 % höchstens", "75 % (bis zu)",
    "75 % como máximo", "75 % no máximo", "75 % maksymalnie",
)  # fmt: skip


@pytest.mark.parametrize(("typed", "shares"), [
    ("75", [(75, "")]), ("62,5 SMEs", [(62.5, "SMEs")]), ("62.5", [(62.5, "")]), ("0", [(0, "")]),
    ("80 %", [(80, "")]), ("80% SMEs", [(80, "SMEs")]), ("80 per cent", [(80, "")]),
    ("80 percent for SMEs", [(80, "SMEs")]), ("80 per cento per PMI", [(80, "PMI")]),
    ("80 Prozent für KMU", [(80, "KMU")]), ("80 pour cent pour les PME", [(80, "PME")]),
    ("80 por ciento para pymes", [(80, "pymes")]), ("80 procent dla MŚP", [(80, "MŚP")]),
    ("80 pct", [(80, "")]), ("80 pct. SMEs", [(80, "SMEs")]), ("80 v.H.", [(80, "")]), ("80pc", [(80, "")]),
    ("80 p.c.", [(80, "")]), ("80 p. c. pour PME", [(80, "PME")]),
    ("80 % of eligible costs", [(80, "")]), ("80 % of the total eligible costs for SMEs", [(80, "SMEs")]),
    ("80 % dei costi ammissibili", [(80, "")]), ("80 % des coûts éligibles", [(80, "")]),
    ("80 % der förderfähigen Kosten", [(80, "")]), ("80 % de los gastos subvencionables", [(80, "")]),
    ("80 % dos custos elegíveis", [(80, "")]), ("80 % kosztów kwalifikowalnych", [(80, "")]),
    ("80 for: maximisers", [(80, "maximisers")]), ("80 % für: Wer-auch-immer", [(80, "Wer-auch-immer")]),
    ("0.6 %", [(0.6, "")]), ("0,6 per cent SMEs", [(0.6, "SMEs")]),
    ("75 for A, 90; 62,5%", [(75, "A"), (90, ""), (62.5, "")]),
    ("70 SMEs of 250 staff", [(70, "SMEs of 250 staff")]), ("70 (SMEs)", [(70, "SMEs")]),
    ("65 % (for micro firms)", [(65, "micro firms")]), ("80 for : makers", [(80, "makers")]),
    ("80 (pour : ateliers)", [(80, "ateliers")]),
    ("65% (PMI); 45 % (altri)", [(65, "PMI"),
    (45, "altri")]),
    ("65 % (KMU) und (Start-ups)", [(65, "(KMU) und (Start-ups)")]),
    ("grant rate 65 %", [(65, "")]), ("Förderquote: 65 % für KMU", [(65, "KMU")]),
    ("tasso di cofinanziamento: 65 %", [(65, "")]), ("taux de subvention de 65 %", [(65, "")]),
    ("porcentaje de ayuda 65 %", [(65, "")]), ("taxa de apoio: 65 %", [(65, "")]),
    ("poziom dofinansowania 65 %", [(65, "")]), ("65 % contribution for SMEs", [(65, "SMEs")]),
    ("65 % European SMEs", [(65, "European SMEs")]), ("65 % EU enterprises", [(65, "EU enterprises")]),
    ("65 % national parks", [(65, "national parks")]),
])  # fmt: skip
def test_rates_as_people_write_them(typed: str, shares: list[tuple[float, str]]) -> None:
    found = read(typed)
    assert found == [Share(*each) for each in shares]
    assert [type(each.rate) for each in found] == [type(rate) for rate, _ in shares]


@pytest.mark.parametrize(("typed", "alone"), [
    ("60-80", ("60", "80")), ("60–80 %", ("60", "80")), ("60/40", ("60", "40")), ("60 to 80", ("60", "80")),
    ("60 bis 80 %", ("60", "80")), ("60 80", ("60", "80")), ("60/80", ("60", "80")),
    ("60% (90% for universities)", ("60", "90 universities")),
    ("60 (90 for universities)", ("60", "90 universities")),
    ("90% non profit / 60% others", ("90 non profit", "60 others")),
    ("60 % of eligible costs (80 for SMEs)", ("60 of eligible costs", "80 SMEs")),
    ("60% PMI e 40% grandi imprese", ("60 PMI", "40 grandi imprese")),
    ("60 or 80", ("60", "80")), ("60 o 80 %", ("60", "80")), ("60 oder 80", ("60", "80")),
    ("60 ou 80", ("60", "80")), ("60 and 80", ("60", "80")), ("60 e 80 %", ("60", "80")),
    ("60 until 80", ("60", "80")), ("60 al 80 %", ("60", "80")), ("60 fino a 80", ("60", "80")),
    ("60 bis zu 80", ("60", "80")), ("60 jusqu'à 80", ("60", "80")), ("60 hasta 80", ("60", "80")),
    ("60 até 80", ("60", "80")), ("60 lub 80 %", ("60", "80")),
    ("from 40 to 65 %", ("40", "65")), ("between 40 and 65%", ("40", "65")), ("dal 40 al 65 %", ("40", "65")),
    ("fra il 40 e il 65 %", ("40", "65")), ("von 40 bis 65 %", ("40", "65")), ("de 40 à 65 %", ("40", "65")),
    ("entre 40 y 65 %", ("40", "65")), ("od 40 do 65 %", ("40", "65")),
    ("55 SMEs 45 others", ("55 SMEs", "45 others")), ("55 firms and 45 schools", ("55 firms", "45 schools")),
    ("55 SMEs + 45 large", ("55 SMEs", "45 large")), ("55 SMEs - 45 large", ("55 SMEs", "45 large")),
    ("55 SMEs: 45 large", ("55 SMEs", "45 large")), ("55 PMI 45 altri", ("55 PMI", "45 altri")),
    ("55 für KMU 45 für große", ("55 KMU", "45 große")),
    ("55 PME puis 45 autres", ("55 PME", "45 autres")),
    ("55 pymes y 45 otras", ("55 pymes", "45 otras")), ("55 PME e 45 outros", ("55 PME", "45 outros")),
    ("55 MŚP i 45 inni", ("55 MŚP", "45 inni")),
    ("55 micro 45,5 small 35 large", ("55 micro", "45,5 small", "35 large")),
    ("55 SMEs 45 partners", ("55 SMEs", "45 partners")), ("55 SMEs or 45", ("55 SMEs", "45")),
    ("55 for tinkerers or 45", ("55 for: tinkerers", "45")), ("55 % for tinkerers (45 for makers)",
    ("55 for: tinkerers", "45 for: makers")),
    ("55 % (KMU 65 %)", ("55", "65 KMU")), ("55 % (small firms 65%)", ("55", "65 small firms")),
])  # fmt: skip
def test_more_than_one_rate_is_taken_apart(typed: str, alone: tuple[str, ...]) -> None:
    with pytest.raises(NotARate) as refused:
        read(typed)
    assert refused.value.shares == alone


@pytest.mark.parametrize(
    "typed",
    [
        "75,100",
        "",
        "SMEs",
        "75 SMEs of 5,100 people",
        "1000",
        "-5",
        "3/5",
        "2/3",
        "1 / 2",
        "6 5",
        "6 5 %",
        "roofs 65%",
        "costs: 65 %",
        "65 % +15 % for SMEs",
        "60 +10",
        "seventy per cent",
        "65 for",
        "65 % für",
    ],
)
def test_what_is_no_rate(typed: str) -> None:
    with pytest.raises(NotARate):
        read(typed)


@pytest.mark.parametrize("typed", [
    "3/5", "2/3", "6 5", "6 5 %", "65 % +15 % for SMEs", "60 +10", "roofs 65%", "65 %, max 60 000",
    "max 60 000", "65 / 100", "65 % plus 15 %", "65 % più 15 % per le PMI", "65 % zzgl. 15 %",
    "65 % up to 3 years", "65 % fino a 2 settimane", "65 SMEs others 45", "65 % SMEs others 45 %",
    "65 SMEs 45", "65 SMEs in batch 4", "65 SMEs ½", "65 % EU + 15 % national",
    "65 % raised to 85 %", "65 retrofit and 45 paint", "65 % fino a 60.000",
    "65 % (2031: 85 %)",
])  # fmt: skip
def test_nothing_is_proposed_that_would_be_another_rate(typed: str) -> None:
    with pytest.raises(NotARate) as refused:
        read(typed)
    assert refused.value.shares == ()


@pytest.mark.parametrize(("typed", "why"), [
    *((each, More.AMOUNT) for each in (
        "65 % of eligible costs up to EUR 70 000", "65 % up to EUR 70 000", "65 % max. 70.000 €",
        "65 % of max. EUR 70 000", "65 % of net costs up to 70 000 EUR", "65% SMEs max 70k €",
        "65 % dei costi ammissibili fino a 70 mila euro", "65 % des coûts éligibles jusqu'à 70 k€",
        "65 % der förderfähigen Kosten bis zu 70 000 €", "65 % hasta 70.000 €",
        "65 % até 70 000 euros", "65 % kosztów kwalifikowanych do 70 tys. zł", "65 % (max £70,000)",
        "65 % of eligible costs up to the ceiling", "65 % 70k", "65 SMEs below 2M", "65 SMEs 700",
        "65 % 3 mil millones", "65 % Swiss francs 70 000", "65 % lei 70 000 RON", "65 % 7 thousand",
    )),
    *((each, More.PAYER) for each in (
        "65% EU", "65 % UE", "65% EU contribution", "65 % national", "65% EU, 35% national", "65 % ERDF",
        "65 % regionale", "65 % contributo UE",
        "65 % European Union funding", "65 % FEDER", "65 % (EU)", "65 % SMEs, 35 % own contribution",
        "65 % EU-cofinancement", "65 % self-financed", "65 % paid by the firm", "65 % co-payment",
        "65 % quota propria", "65 % autofinanziamento", "65 % a carico delle PMI",
        "65 % fonds propres des PME", "65 % à la charge des entreprises", "65 % Eigenkapital",
        "65 % zu Lasten der KMU",
        "65 % medios propios", "65 % a cargo de la empresa", "65 % capitais próprios",
        "65 % środki własne",
    )),
    *((each, More.MONEY) for each in (
        "65k", "65 K SMEs", "65m", "65 M", "65 bn", "65 mln PMI", "65 Mio.", "65 Mrd. für KMU", "65 EUR",
        "65 euros", "65€", "65 € pour PME", "65 thousand firms", "65 mila", "65 tys. zł", "65 PLN", "65 M€",
        "65 mil pymes", "65 SMEs USD", "65 for money",
    )),
    *((each, More.TIME) for each in (
        "65 SMEs for 4 years", "65 SMEs until June", "65 SMEs in 2031", "65 SMEs from May", "65 PMI annui",
        "65 PMI all'anno", "65 KMU im zweiten Jahr", "65 PME l'année", "65 pymes al mes", "65 MŚP rocznie",
        "65 for May", "65 SMEs until further notice", "65 SMEs first round", "65 PMI fase uno",
        "65 days", "65 weeks for firms", "65 hours", "65 Monate", "65 firms over 5 years old",
        "65 young people for 4 years",
    )),
    *((each, More.UNKNOWN) for each in (
        "65 retrofit", "65 % (retrofit)", "65 small print", "65 Q", "65 projects", "65 kg", "65 applicants",
        "65 all in", "65 region",
    )),
    *((each, More.ASIDE) for each in (
        "65 % from the EU", "65 % from 2028", "65 % by the region", "65 % lump sum", "65 % pauschal",
        "65 % forfaitaire", "65 % por pyme", "65 % since May", "65 % !", "65 % -", "65% /",
        "65 % for 5 years", "65 % im ersten Jahr", "65 (was 45)", "65 SMEs formerly 45", "65 invece di 45",
        "65 au lieu de 45", "65 statt 45", "65 KMU anstatt 45", "65 en vez de 45", "65 zamiast 45",
        "65 SMEs per year", "65 per partner", "65 per progetto", "65 pro Kopf", "65 par entreprise",
        "65 por socio", "65 SMEs each project", "65 points", "65 Prozentpunkte", "65x2", "65 SMEs x2",
        "65 SMEs x 2",
        "65 loan for SMEs", "65 subsidy for SMEs", "65 Beihilfe für KMU",
        "65 turnover of SMEs", "65 voucher pour PME", "65 per mille", "65 % quota PMI",
        "65 SMEs forty others", "65 SMEs half others", "65 % less",
        "65 % advance to SMEs", "65 success rate",
    )),
    *((each, More.OF_WHAT) for each in (
        "65 % of staff costs", "65 % of net costs", "65% delle spese vive", "65 % du budget",
        "65 % der Reisekosten", "65 % de los viajes", "65 % das despesas de pessoal",
        "65 % kosztów osobowych",
        "65 % d'un forfait", "65 % for staff costs", "65 % travel costs of SMEs", "65 indirect costs",
        "65 spese generali PMI", "65 coûts indirects", "65 Gemeinkosten", "65 KMU ohne Overhead",
        "65 gastos pymes", "65 custos indiretos", "65 wydatki MŚP", "65 SMEs net of VAT",
    )),
])  # fmt: skip
def test_what_a_rate_has_no_room_for_is_refused(typed: str, why: More) -> None:
    with pytest.raises(SaysMore) as refused:
        read(typed)
    share = "35" if "35 %" in typed else refused.value.share if why is More.UNKNOWN else "65"
    assert (refused.value.why, refused.value.share) == (why, share)


@pytest.mark.parametrize(
    ("typed", "why"), [(typed, why) for why, several in TELLS_MORE.items() for typed in several]
)
def test_a_recipient_is_one_only_with_what_may_stand_beside_it(typed: str, why: More) -> None:
    with pytest.raises(SaysMore) as refused:
        read(typed)
    rate, _, words = typed.replace(" %", "").replace("%", "").partition(" ")
    for lead in ("for", "per", "pour", "für", "para", "dla"):
        words = words.removeprefix(f"{lead} ")
    assert refused.value.why is why
    assert refused.value.share == (f"{rate} for: {words}" if why is More.UNKNOWN else rate)


@pytest.mark.parametrize("words", DESCRIBED)
def test_who_gets_a_share_is_taken_with_what_is_said_of_them(words: str) -> None:
    assert read(f"45 {words}") == read(f"45 % ({words})") == read(f"45 for {words}") == [Share(45, words)]


@pytest.mark.parametrize("typed", [
    "45 for category C", "45 para proyectos de tipo B", "45 for proposals", "45 pour candidats",
    "45 für Antragsteller", "45 para solicitantes", "45 para proponentes", "45 dla beneficjentów",
    "45 for Greece", "45 für Griechenland", "45 for B2",
])  # fmt: skip
def test_who_could_pay_as_well_wants_a_for(typed: str) -> None:
    number, _, words = typed.split(" ", 2)
    assert read(typed) == [Share(45, words)]
    with pytest.raises(SaysMore) as refused:
        read(f"{number} {words}")
    assert (refused.value.why, refused.value.share) == (More.UNKNOWN, f"45 for {words}")


@pytest.mark.parametrize(("typed", "alone"), [
    ("65 retrofit", "65 for: retrofit"), ("65 % (retrofit)", "65 for: retrofit"), ("6,5 Q", "6.5 for Q"),
    ("65 repair of roofs", "65 for: repair of roofs"), ("65 for repair of roofs", "65 for: repair of roofs"),
    ("65 projects", "65 for projects"), ("65 applicants", "65 for applicants"),
    ("65 candidats", "65 for candidats"), ("65 category B", "65 for category B"),
])  # fmt: skip
def test_what_may_be_who_gets_it_is_taken_behind_a_for(typed: str, alone: str) -> None:
    with pytest.raises(SaysMore) as refused:
        read(typed)
    assert (refused.value.why, refused.value.share) == (More.UNKNOWN, alone)
    number, _, whom = alone.replace(":", "").partition(" for ")
    assert read(alone) == [Share(float(number), whom)]


@pytest.mark.parametrize(("typed", "alone"), [
    ("65 % max for SMEs", "65 SMEs"), ("65 SMEs or less", "65 SMEs"), ("65 KMU oder weniger", "65 KMU"),
    ("65 PME ou moins", "65 PME"), ("65 PMI al massimo", "65 PMI"), ("65 SMEs and up", "65 SMEs"),
    ("max 65 for tinkerers", "65 for: tinkerers"),
    ("65 for tinkerers or less", "65 for: tinkerers"),
    ("up to 65 %", "65"), ("max 65%", "65"), ("max. 65 % for SMEs", "65 SMEs"), ("fino al 65 %", "65"),
    ("fino all'85%", "85"), ("al massimo il 65 per cento", "65"), ("jusqu'à 65 %", "65"),
    ("bis zu 65 %", "65"),
    ("höchstens 62,5 %", "62.5"), ("hasta el 65 %", "65"), ("até 65%", "65"), ("do 65%", "65"),
    ("maksymalnie 65%", "65"), ("at least 65", "65"), *((each, "75") for each in BOUNDS),
])  # fmt: skip
def test_how_far_a_rate_goes_says_what_to_type(typed: str, alone: str) -> None:
    with pytest.raises(SaysMore) as refused:
        read(typed)
    assert (refused.value.why, refused.value.share) == (More.BOUND, alone)


@pytest.mark.parametrize("words", [
    each
    for kind in (Of.MOST, Of.LEAST, None)
    for row in BEFORE[kind]
    for each in row.split("|")
])  # fmt: skip
def test_every_word_of_how_far_an_amount_goes_is_one_of_a_rate(words: str) -> None:
    for typed in (f"{words} 65 %", f"{words.upper()}: 65 %"):
        with pytest.raises(SaysMore) as refused:
            read(typed)
        assert (refused.value.why, refused.value.share) == (More.BOUND, "65")


@pytest.mark.parametrize(("typed", "whom"), [
    ("65% a fondo perduto", ""), ("65 % Zuschuss", ""), ("65 % grant", ""), ("65 grantees", "grantees"),
    ("65 % funding rate for SMEs", "SMEs"), ("65 % dofinansowania", ""), ("65 % de subvention", ""),
])  # fmt: skip
def test_what_every_rate_is_of_is_for_nobody(typed: str, whom: str) -> None:
    assert read(typed) == [Share(65, whom)]


@pytest.mark.parametrize(("typed", "readings"), [
    ("0,6", ("60", "0.6 %")), ("0.65 for SMEs", ("65 SMEs", "0.65 % SMEs")), ("0.075", ("7.5", "0.075 %")),
    ("0.65 for: tinkerers", ("65 for: tinkerers", "0.65 % for: tinkerers")),
])  # fmt: skip
def test_a_rate_below_one_could_be_a_fraction(typed: str, readings: tuple[str, str]) -> None:
    with pytest.raises(AFraction) as asked:
        read(typed)
    assert asked.value.readings == readings
    assert [len(read(each)) for each in readings] == [1, 1]


def test_rates_are_parted_at_commas_that_part_no_number() -> None:
    assert parted("62,5 A, 75 B;90") == ["62,5 A", " 75 B", "90"]


@pytest.mark.parametrize("typed", ["65 for-profit companies", "65 for for-profit companies"])
def test_a_word_that_begins_with_for_is_kept_whole(typed: str) -> None:
    try:
        (share,) = read(typed)
    except NotARate:
        return
    assert share.whom == "for-profit companies"
