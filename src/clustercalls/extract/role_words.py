"""What the words round a date say that it is of, in seven languages; `_` and `*` as in `folded`."""

from typing import NamedTuple

from clustercalls.enumerations import StageKind
from clustercalls.extract.folded import Cues
from clustercalls.phrase import cues

_FROM_PHRASE = {
    cues.CLOSES: StageKind.DEADLINE,
    cues.ENDS: StageKind.DEADLINE,
    cues.OPENS: StageKind.OPENS,
    cues.BEGINS: StageKind.OPENS,
    cues.OPENS | cues.UNDATED: StageKind.OPENS,
    cues.CAME_OUT: StageKind.PUBLISHED,
    cues.CAME_OUT | cues.UNDATED: StageKind.PUBLISHED,
    cues.INFORMS: StageKind.INFO_DAY,
    cues.REGISTERS: StageKind.REGISTRATION,
    cues.INTERVIEWS: StageKind.INTERVIEW,
    cues.DECIDES: StageKind.DECISION,
    cues.HAPPENS: StageKind.DATES,
}
_WITHIN_SENTENCES = {
    StageKind.DEADLINE: "scad* scadenz* deadline* closing_on due_on due_by due_date closes_at"
    " submission_deadline"
    " frist* abgabefrist* bewerbungsfrist* einreichfrist* einreichungsfrist* antragsfrist*"
    " einzureichen einreichen"
    " eingereicht cloture* cloturera se_cloturera se_cloture plazo* cierr* cerrara prazo* encerra*"
    " upływ* zamyka* termin*"
    " konczy* chiud* chiusur* ha_tempo c'e_tempo must_reach be_received termine",
    StageKind.OPENS: "apre* apert* aprira* apertur* opens launch launches lancera lancia lanzara lanza"
    " uruchom* opened open_since open_from open_on opening"
    " opens_for ouvr*"
    " ouvert*"
    " ouverture* abiert* abre abrira* abert* abertur* abriu geoffnet offnet eroffn* beginnen beginnt"
    " startet gestartet"
    " otwiera* otwarcie otwart* rusza lanciato si_apre al_via parte_il",
    StageKind.PUBLISHED: "pubblic* emanat* published publish* publi* veroffentlich* publicad* publicar*"
    " opublik* oglosz* oglosil*"
    " launched uscit* lancee lance",
    StageKind.INFO_DAY: "infoday* info_day* infotag* webinar* webinaire* briefing* infoveranstaltung*"
    " webinarium"
    " informationsveranstaltung* info-session* seminario_online giornata_informativa seminar_on",
    StageKind.DATES: "si_terra* si_svolg* avra_luogo* takes_place take_place taking_place held_on"
    " will_be_held"
    " findet* stattfind*"
    " statt aura_lieu se_tiendra* organise* celebr* tendra_lugar se_realiza* odbedzie* odbywa*"
    " conferenza* conference*"
    " konferenz* conferencia* konferencj* workshop* fiera* messe* salon* feria* feira* targi"
    " congress* kongress* congres*"
    " forum* summit* seminar* seminario* seminaire* event* evento* evenement* veranstaltung*"
    " wydarzeni* spotkani* incontr*"
    " rencontre* encuentro* encontro* treffen tagung* join_us meet_us save_the_date giornate"
    " journees rejoignez besuchen_sie brokerage* matchmaking* running_between gathering*",
    StageKind.DECISION: "entscheid* esit* graduatori* decision* results notified resultat* bewilligung*"
    " wyniki"
    " graduatoria_entro ergebnis* annuncio_dei_vincitori",
    StageKind.REGISTRATION: "registration* register* iscri* inscri* anmeld* rejestr* zapis*",
}
# Of whatever is handed in: weaker than any other word, "opens for applications on".
_HANDED_IN = (
    "present* invi* deposer* depot* submit* submission* bewerben bewerbung* richiedere candidat*"
    " solicit* zglasza* sklad* wnios*"
    " wniosk* apply applications application accepted postul* proposals proposte einreichen"
    " eingereicht eingereicht_werden"
    " einreichung* domande propuestas propostas dossiers antrag*"
)
# Of what is over, or another's: no date of what the sentence tells of.
_OVER = (
    "scadut* expired closed_on abgelaufen chiuso_il chiusa_il chiusosi cloture_depuis versione"
    " version* stratégi*"
    " founded fondat* gegrundet illustrat* nato nata projects_started progetti_avviati"
)
_ELSEWHERE = {"due", "in", "mi"}  # words of dates' fields that mean more within sentences


class CueMeaning(NamedTuple):
    """What an expression says that a date is of, None for nothing here; `weak` below any other."""

    kind: StageKind | None
    weak: bool = False


def _joined() -> dict[CueMeaning, str]:
    rows = {CueMeaning(kind): row for kind, row in _WITHIN_SENTENCES.items()}
    rows |= {CueMeaning(StageKind.DEADLINE, weak=True): _HANDED_IN, CueMeaning(None): _OVER}
    for bits, kind in _FROM_PHRASE.items():
        alone = (each for each in cues.CUES.get(bits, "").split() if not {":", "("} & set(each))
        plain = " ".join(each for each in alone if each not in _ELSEWHERE)
        rows[CueMeaning(kind)] = f"{rows.get(CueMeaning(kind), '')} {plain}"
    return rows


ROLES: Cues[CueMeaning] = Cues(_joined())

# Directly before a date.
UNTIL = (
    r"\b(?:until|till|by|before|no later than|not later than|up to|through|at the latest(?: by| on)?"
    r"|on or before"
    r"|entro(?: e non oltre)?(?: le| la)?|(?:e )?non oltre|fino(?: e non oltre)?(?: a| al| alle)?"
    r"|sino(?: a| al| alle)"
    r"|jusqu'(?:au|a|en)|avant(?: le)?|au plus tard|d'ici(?: le| au)?|(?:noch )?bis(?: zum"
    r"| spatestens| einschlie[a-z]+)?"
    r"|spatestens(?: bis)?(?: zum| am)?|innerhalb(?: des)?|hasta|a mas tardar|antes del?|ate"
    r"|(?:noch )?vor dem"
    r"|do(?: dnia)?|najpozniej(?: do)?|nie pozniej niz)(?: proximo| prossimo| prochain| next"
    r"| nachsten| kommenden| il| le| la| el| den| dem| zum| al| ao| o"
    r"| dia| das| las| los| the| du| alle| ore)*"
    r"(?: \d{1,2}[:.h]?\d{0,2} ?(?:uhr|h|horas)?,?(?: of| del| di| du| des| do dia| del dia)?)? ?$"
)
SINCE = r"\b(?:since|seit|depuis|sin dal?|fin dal?|od)(?: dem| le| el| il)? ?$"
FROM = (
    r"\b(?:from|starting(?: on| from)?|as of|dal|dall'|a partire dal?(?:l')?|da|a decorrere dal"
    r"|a partir d[eou](?:l)?|a compter du|des"
    r"|ab|vom|von|desde|a partir del|od(?: dnia)?|poczawszy od)(?: dem| le| el| il| pasado| o| dia| do)* ?$"
)
# The day that was before, in a sentence on the new one.
WAS = (
    r"\b(?:previous(?:ly)?|precedente?|anterior|ancienne?|poprzedni\w*|bisherige?|formerly"
    r"|originally|initially|instead of|rather than|anziche|invece del?"
    r"|in luogo del?|originariamente"
    r"|inizialmente|precedentemente|au lieu d[ue]|initialement|precedemment|statt(?: wie bisher)?"
    r"|anstatt|ursprunglich|bisher"
    r"|en lugar del?|en vez del?|inicialmente|anteriormente|originalmente|em vez de|zamiast"
    r"|pierwotnie|wczesniej)\b[^.;,]{0,24}$"
)
# The same, where the sentence says that the day was moved: "(before: 30 June)".
WAS_BESIDE = (
    r"(?:\b(?:and not|e non(?: piu)?|et non(?: plus)?|und nicht|y no)|[(,] ?(?:era|was|before|prima"
    r"|antes|avant|auparavant|vorher|zuvor|ante[sr]\w*|wczesniej))\b[^.;,]{0,16}$"
)
MOVED: Cues[bool] = Cues(
    {
        True: "prorog* extended extension* postpon* prolong* put_off moved_from moved_to deferred"
        " verlanger* verschob*"
        " verleg* repouss* report* prorrog* ampli* aplazad* adiad* alargad* przedluz* przesun*"
        " wydluz* spostat* rinviat*"
        " posticipat* differit* slitta* rescheduled"
    }
)
PAST: Cues[bool] = Cues(
    {
        True: "scorso scorsa dernier derniere pasado pasada passado ultimo letzten vergangenen ubieglego"
        " last since seit"
        " depuis sin_dal etait a_ete si_e_tenuto si_e_svolto fand_statt was_held took_place opened"
        " launched ha_aperto a_ouvert"
        " se_ha_publicado was were war waren eroffnet foi teve_lugar odbyl*"
    }
)
NEXT: Cues[bool] = Cues(
    {
        True: "prossimo prossima prochain prochaine proximo proxima nachsten kommenden najblizszego next"
        " will si_terra aura_lieu"
        " se_tiendra upcoming coming sara saranno sera seront wird werden sera_publicado"
        " se_celebrara odbedzie can may puo"
        " possono konnen peuvent pueden podem mozna entro until bis jusqu'au hasta ate deadline scade fino_al"
    }
)
THIS_YEAR = (
    r"^[ ,]{0,2}(?:br\.?|b\.r\.|c\.a\.|corrente anno|dell'anno in corso|this year|d\. ?j\.|dieses jahres"
    r"|de este ano|deste ano|de cette annee|biezacego roku)\b"
)
_FIRST = (
    r"(?:first|1(?:st|\.|a|o|e|er|ere)?|i|prim[ao]|prima|premiere?|erste[nrs]?|primer[ao]?|primeir[ao]"
    r"|pierwsz\w+)"
)
_SECOND = r"(?:second|2(?:nd|\.|a|o|e|eme)?|ii|second[ao]|seconde|deuxieme|zweite[nrs]?|segund[ao]|drug\w+)"
_STAGE = r"(?:stage|step|phase|round|fase|etape|stufe|schritt|etapa|etapie|etap\w*)"
STAGES = {
    1: rf"\b(?:{_FIRST}[ -]{_STAGE}|{_STAGE}[ -](?:1|one|i|uno|eins|un|a)\b|short proposal"
    rf"|outline proposal|concept note|kurzantrag)",
    2: rf"\b(?:{_SECOND}[ -]{_STAGE}|{_STAGE}[ -](?:2|two|ii|due|zwei|deux|dos|dois)\b|full proposal"
    rf"|vollantrag|langantrag)",
}
