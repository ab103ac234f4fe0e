"""What the words round a date say that it is of, in seven languages; `_` and `*` as in `folded`."""

from typing import NamedTuple

from clustercalls.enumerations import StageKind
from clustercalls.extract.folded import Cues
from clustercalls.phrase import cues, no_stages
from clustercalls.phrase.folding import expressions

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
    " eingereicht cloture* fermeture* ferme_le fermera fermeront cloturera se_cloturera se_cloture plazo*"
    " cierr* cerrara prazo* encerra*"
    " upływ* zamyka* termin*"
    " konczy* chiud* chiusur* ha_tempo c'e_tempo must_reach be_received termine reach_us hand_in"
    " cut-off* cutoff* cortes corte coupure* releves releve stichtag* einreichungsstichtag"
    " einreichschluss einreichungsschluss expir* caduca caducara vence* vencim* data_limite date_limite"
    " fecha_limite date_butoir last_batch batch_deadline "
    " periodo_de_candidaturas periodo_de_presentacion"
    " submission_period application_period einreichzeitraum einreichungszeitraum "
    " enden letzter_tag ultimo_giorno ultimo_dia ostatni_dzien fin_de_depot shuts shut_on to_be_sent_by"
    " to_be_submitted_by fin_de_presentacion"
    " fine_presentazione"
    " fecha_a fecha_em fecha_no fecham fecho fechara fecharao closes_on zakoncz* clos clot closed_again"
    " concluye concluira concludera conclude einreichtermin* abgabetermin* antragstermin*",
    StageKind.OPENS: "apre* apert* aprira* apertur* opens launch launches lancera lancia lanzara lanza"
    " uruchom* opened open_since open_from open_on opening"
    " opens_for riapre riapert* reopen* reapert* reabert* rouvr* reouvert* start_der_einreichung comienza"
    " empieza decorr* potra_essere_presentat* mobilise ouvr*"
    " ouvert*"
    " ouverture* abiert* abre abrira* abert* abertur* abriu geoffnet offnet eroffn* beginnen beginnt"
    " lancement lancio_il startet starten gestartet startuje started_on abrem abrirao abren aprono"
    " apriranno offnen ruszyl*"
    " wystartowal*"
    " otwiera* otwarcie otwart* rusza lanciato si_apre al_via parte_il",
    StageKind.PUBLISHED: "pubblicat* pubblicazion* pubblicher* emanat* published publish* publie"
    " publiee publies"
    " publiees publication*"
    " publica publicara publicacion publicaca* publicaco* veroffentlich* publicad* publicar*"
    " opublik* oglosz* oglosil*"
    " launched uscit* lancee lance mis_en_ligne mise_en_ligne esce uscira usciranno see_the_light"
    " voir_le_jour vedra_la_luce vera_la_luz bekanntmachung paraitra erscheint"
    " bekannt_gegeben bekanntgegeben saldra* paraitront sortira* erscheinen saira* ukaze ukaza",
    StageKind.INFO_DAY: "infoday* info_day* infotag* webinar* webinaire* briefing* infoveranstaltung*"
    " webinarium"
    " informationsveranstaltung* info-session* seminario_online giornata_informativa seminar_on",
    StageKind.DATES: "si_terra* si_svolg* avra_luogo* takes_place take_place taking_place held_on"
    " will_be_held"
    " findet* stattfind*"
    " statt aura_lieu se_tiendra* celebr* tendra_lugar se_realiza* realiza-se realizam-se realizar-se-a"
    " se_tient se_tiennent odbedzie* odbywa*"
    " conferenza* conference*"
    " konferenz* conferencia* konferencj* workshop* fiera* messen salon* feria* feira* targi"
    " congress* kongress* congres*"
    " forum* summit* seminar* seminario* seminaire* event events evento* evenement* veranstaltung*"
    " wydarzeni* spotkani* incontr*"
    " rencontre* encuentro* encontro* treffen tagung* join_us meet_us save_the_date giornate"
    " journees rejoignez besuchen_sie brokerage* matchmaking* running_between gathering*",
    StageKind.DECISION: "entscheid* esit* graduatori* decision* results notified resultat* bewilligung*"
    " wyniki seront_connus seront_connues saranno_resi_noti"
    " graduatoria_entro ergebnis* annuncio_dei_vincitori hear_back laureats rozstrzygn* selection_list"
    " entscheidet approvazione",
    StageKind.REGISTRATION: "registration* register* iscri* inscri* anmeld* rejestr* zapis* sign_up rsvp"
    " adesione adesioni prenotazion*"
    " confirmer_votre_presence confirmer confirm_your_attendance confirm_attendance confermare_la_presenza"
    " confirmar_asistencia confirmar_presenca confirmar_a_presenca",
}
# Of whatever is handed in: weaker than any other word, "opens for applications on".
_HANDED_IN = (
    "finestra finestre submission_window window windows ventana ventanas fenetre fenetres okno zeitfenster"
    " close_of_business concorrere concurrir concorrer bids bid candidarsi candidater aderire istanz*"
    " pratiche dossier"
    " projektvorschlag* projektantrag* antragsphase domanda manifestazion* expressions_of_interest"
    " expression_of_interest pitch_deck concept_note concept_notes full_proposal full_proposals vollantrag*"
    " projektskizze* skizzen entregues entregad* entregar trasmess* inoltrat* present* invi* deposer*"
    " depot* submit* submission* bewerben bewerbung* richiedere candidat*"
    " solicit* zglasza* sklad* wnios*"
    " wniosk* apply applications application accepted postul* proposals proposte einreichen"
    " eingereicht eingereicht_werden"
    " einreichung* domande propuestas propostas dossiers antrag*"
)
# Of what is to come, of whatever kind: weaker, too.
_EXPECTED = (
    "attes* foreseen scheduled planned expected previst* attend* erwartet planowan* prevu* geplant"
    " voraussichtlich anticipat* announced_for anunciara annunciat* annonce* angekundigt zapowiad*"
    " zapowiedzian*"
)
# Of what is over, or another's: no date of what the sentence tells of.
_OVER = (
    "scadut* expired closed_on abgelaufen chiuso_il chiusa_il chiusosi cloture_depuis versione"
    " version* strategia strategie strategy strategii estrategia"
    " avait_eu_lieu had_been_held era_stato_chiuso founded fondat* gegrundet illustrat* nato nata"
    " projects_started progetti_avviati"
    " kick_off kick-off kickoff grant_agreement* contratti* contrat contrats contract* vertrag* umow* umowy"
    " firmat* firma firme firmad* signed signature* signe signes signees unterzeichn* podpis* assinad*"
    " saldo versat* erogat* payment* pagament* paiement* zahlung* pago pagos rapporto rapporti rapport"
    " rapports bericht* informe informes relatori* raport* sprawozdan* rendicont* justific* abgerechnet"
    " rozlicz* lettera_di_sostegno lettere_di_sostegno letter_of_support letters_of_support"
    " partner_search ricerca_partner recherche_de_partenaires partnersuche contattare contacter contactar"
    " predecessor previous_edition previous_round edizione_precedente precedente_edizione runs_until"
    " attuazione entrata_in_vigore in_vigore en_vigueur en_vigor em_vigor applicarsi s'appliquera"
    " in_kraft ausser_kraft wejdzie_w_zycie enter_into_force enters_into_force apply_from"
    " sospes* suspended suspend* ausgesetzt zawiesz*"
)
_NO_STAGES = {no_stages.MEETS: StageKind.DATES, no_stages.ASKS: None, no_stages.WORKS: None}
# Of those that may be what a call is on, or how it is chosen.
_JUDGED = frozenset(
    expressions(
        "evaluation evaluations assessment selection selections review reviews valutazione valutazioni"
        " selezione"
        " selezioni évaluation évaluations sélection sélections auswahl auswahlverfahren bewertung"
        " bewertungen"
        " selección evaluación evaluaciones seleção avaliação avaliações ocena oceny ocena_wniosków"
        " wybór_projektów consultation consultations consultazione consultazioni public_consultation"
        " commissione_di_valutazione assistenza rapporto mentoring coaching hotline infolinia implementation"
        " question formazione formation formación formação course courses corso corsi"
    )
)
_ELSEWHERE = {"due", "in", "mi"}  # words of dates' fields that mean more within sentences


class CueMeaning(NamedTuple):
    """What an expression says that a date is of, None for nothing here; `weak` below any other."""

    kind: StageKind | None
    weak: bool = False


def _joined() -> dict[CueMeaning, str]:
    rows = {CueMeaning(kind): row for kind, row in _WITHIN_SENTENCES.items()}
    rows |= {CueMeaning(StageKind.DEADLINE, weak=True): _HANDED_IN, CueMeaning(None): _OVER}
    rows[CueMeaning(StageKind.PUBLISHED, weak=True)] = _EXPECTED
    for bits, kind in _NO_STAGES.items():
        words = (each for each in no_stages.NAMES[bits].split() if not set(":(&") & set(each))
        added = " ".join(each for each in words if not set(expressions(each)) & _JUDGED)
        rows[CueMeaning(kind)] = f"{rows.get(CueMeaning(kind), '')} {added}"
    for bits, kind in _FROM_PHRASE.items():
        alone = (each for each in cues.CUES.get(bits, "").split() if not {":", "("} & set(each))
        plain = " ".join(each for each in alone if each not in _ELSEWHERE)
        rows[CueMeaning(kind)] = f"{rows.get(CueMeaning(kind), '')} {plain}"
    return rows


ROLES: Cues[CueMeaning] = Cues(_joined())
