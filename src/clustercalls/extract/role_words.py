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
    " submission_deadline frist* abgabefrist* bewerbungsfrist* einreichfrist* einreichungsfrist*"
    " antragsfrist* einzureichen einreichen eingereicht cloture* fermeture* ferme_le fermera fermeront"
    " cloturera se_cloturera se_cloture plazo* cierr* cerrara prazo* encerra* upływ* zamyka* termin*"
    " konczy* chiud* chiusur* ha_tempo c'e_tempo must_reach be_received termine reach_us hand_in"
    " cut-off* cutoff* cortes corte coupure* releves releve stichtag* einreichungsstichtag"
    " einreichschluss einreichungsschluss expir* caduca caducara vence vencen vencera venceran vencim*"
    " data_limite date_limite fecha_limite date_de_depot dates_de_depot echeances dates_limites"
    " dates_limite fechas_limite datas_limite dates_butoir submissions_due proposals_due"
    " applications_due date_butoir last_batch batch_deadline periodo_de_candidaturas"
    " periodo_de_presentacion submission_period application_period einreichzeitraum"
    " einreichungszeitraum enden letzter_tag ultimo_giorno ultimo_dia ostatni_dzien fin_de_depot shuts"
    " shut_on to_be_sent_by to_be_submitted_by fin_de_presentacion fine_presentazione fecha_a fecha_em"
    " fecha_no fecham fecho fechara fecharao closes_on zakoncz* clos clot closed_again concluye"
    " concluira concludera conclude einreichtermin* abgabetermin* antragstermin* fin_le fine_il ende_am"
    " fin_el fim_a fim_em koniec_dnia concluder* finira finiranno last_day last_date latest_date fermer"
    " ferment prend_fin prendra_fin dernier_jour fin_des_depots fin_des_candidatures schliessen"
    " schluss_ist schluss_am schluss_der schlusstermin lauft_aus lauft_ab cerrar* fechar conclui"
    " finalizam zamkn* koncza skoncz* minie",
    StageKind.OPENS: "apre apert* aprira* apertur* opens would_open may_open should_open could_open open_in"
    " remain_open remains_open stay_open stays_open is_open are_open open_until offen termine_iniziale"
    " data_iniziale otwarc* launch launches lancera lancia lanza uruchom* opened open_since open_from"
    " open_on opening opens_for riapre riapert* reopen* reapert* reabert* rouvr* reouvert*"
    " start_der_einreichung comienza empieza decorr* potra_essere_presentat* mobilise ouvr* ouvert*"
    " ouverture* abiert* abre abrira* abert* abertur* abriu geoffnet offnet eroffn* beginnen beginnt"
    " lancement lancio_il startet starten gestartet startuje started_on abrem abrirao abren aprono"
    " apriranno offnen ruszyl* wystartowal* otwiera* otwarcie otwart* rusza lanciato si_apre al_via"
    " parte_il aprir* riaprir* attivo_dal attivo_dalle attivo_dall' attiva_dal attiva_dalle"
    " attiva_dall' operativo_dal operativo_dalle operativa_dal operativa_dalle avviera avvieranno"
    " prende_il_via prendera_il_via prenderanno_il_via partira partiranno will_start goes_live go_live"
    " live_from demarr* debuter* commenc* offnete startete begonnen freigeschaltet freischaltung"
    " freigegeben empezo comenzo arranco comecou iniciou iniciou-se arrancou e_iniziato e_partito"
    " debute begann launched lancee lance lanzado lanzada lanzados lanzadas lancado lancada lancados"
    " lancadas lancament* lanzar lanzara lanzaran lanzarse lancar* abrir abrio abra"
    " abran iniciar* inicia inician iniciam comenzar* empezar* arranca arrancar* reabrir* reabre*"
    " comecar* otworz* ruszy* ruszaj* startuje wystart* rozpocz* zaczn* zaczyn*",
    StageKind.PUBLISHED: "pubblicat* pubblicazion* pubblicher* emanat* published publish* publie publiee"
    " publies publiees publication* publico_el publico_en publica publicara"
    " publicacion publicaca* publicaco* veroffentlich* publicad* publicar* opublik* oglosz* oglosil*"
    " uscit* mis_en_ligne"
    " mise_en_ligne esce uscira usciranno see_the_light voir_le_jour vedra_la_luce vera_la_luz"
    " bekanntmachung paraitra erscheint bekannt_gegeben bekanntgegeben saldra* paraitront sortira*"
    " erscheinen saira* ukaze ukaza pubblicare uscire escono emanare bandito bandira released"
    " release_date issued_on comes_out will_come_out came_out publier publiera publieront paraitre"
    " parution sortir sort_en erschienen bekanntgeben ausgeschrieben ausschreiben salir sale_en sair"
    " sai_em saiu oglosi* ukaz*",
    StageKind.INFO_DAY: "infoday* info_day* infotag* webinar* webinaire* briefing* infoveranstaltung*"
    " webinarium informationsveranstaltung* info-session* seminario_online giornata_informativa"
    " seminar_on",
    StageKind.DATES: "conferenza* conference* konferenz* conferencia* konferencj* workshop* fiera*"
    " salon salons salone saloni feria ferias_de feira* targi congress* kongress* congres* forum* summit*"
    " seminar* seminario*"
    " seminaire* event events evento* evenement* veranstaltung* wydarzeni* spotkani* incontr*"
    " rencontre* encuentro* encontro* treffen tagung* save_the_date giornate journees brokerage*"
    " matchmaking* gathering*",
    StageKind.DECISION: "entscheid* esit* graduatori* decision* results notified resultat* bewilligung*"
    " wyniki seront_connus seront_connues saranno_resi_noti graduatoria_entro ergebnis*"
    " annuncio_dei_vincitori hear_back laureats rozstrzygn* selection_list entscheidet approvazione",
    StageKind.REGISTRATION: "registration* register* iscri* inscri* anmeld* rejestr* zapis* sign_up rsvp"
    " adesione adesioni prenotazion* confirmer_votre_presence confirmer confirm_your_attendance"
    " confirm_attendance confermare_la_presenza confirmar_asistencia confirmar_presenca"
    " confirmar_a_presenca registrarsi prenotarsi prenotare conferma_di_partecipazione"
    " confermare_la_partecipazione accreditarsi book_a book_your booking* enrol enrolment"
    " confirm_your_participation reserver reservation* ruckmeldung ruckmeldungen zusage_bis zusagen_bis"
    " platzreservierung* registrierung* registrieren registrarse reservar_plaza reservas se_reservan"
    " apuntarse inscrev* registar* registo confirmar_participacao zarejestrow* potwierdz*"
    " zgloszenia_udzialu zgloszenia_na_szkoleni* zgloszenia_na_warsztat* zgloszenia_na_spotkani*"
    " zgloszenia_na_konferencj* zgloszenia_na_webinar* zgloszenia_na_wydarzeni* zgloszenia_na_seminari*"
    " zgloszenia_na_targi zgloszenia_na_misj* zgloszenia_na_forum",
}
# That something takes place, whatever it is.
_HELD = (
    "terremo organizziamo ospitiamo organizamos organisons organizujemy we_run runs_a realizamos"
    " volta_a_reunir volvera_a_reunirse tornera_a_riunirsi meets_again sara_illustrat* sara_presentat*"
    " verra_illustrat* verra_presentat* will_be_presented sera_presente se_presentara_en wird_vorgestellt"
    " sera_apresentad* zostanie_zaprezentowan* vi_aspettiamo ti_aspettiamo come_and_meet si_terra*"
    " si_svolg* si_riunisc* si_riunira* avra_luogo ha_luogo hanno_luogo ospita ospitera organizza"
    " organizzano organizzera takes_place take_place taking_place held_on will_be_held will_meet"
    " running_between hosts will_host organises will_organise join_us meet_us findet* stattfind*"
    " trifft_sich treffen_sich tagt ladt organisiert veranstaltet veranstalten besuchen_sie aura_lieu"
    " a_lieu_le ont_lieu se_tiendra* se_tient se_tiennent tiendra tiendront se_reunit se_reunira accueille"
    " accueillera organise organisent organisera rejoignez celebr* tendra_lugar tiene_lugar tienen_lugar"
    " se_realiza* se_desarrollara se_reune se_reunira acoge acogera organiza organizan organizara"
    " realiza-se realizam-se realizar-se-a vai_realizar-se vao_realizar-se tem_lugar reune-se acolhe"
    " acolhera odbedzie* odbeda_sie odbywa* spotka_sie organizuje organizuja zorganizuje"
)
# Of whatever is handed in: weaker than any other word, "opens for applications on".
_HANDED_IN = (
    "note_d'intention notes_d'intention lettre_d'intention lettres_d'intention idee_progettuali reponse"
    " reponses risposta risposte respuesta respuestas antwort antworten response responses finestra"
    " finestre submission_window window windows ventana ventanas fenetre fenetres okno zeitfenster"
    " close_of_business concorrere concurrir concorrer bids bid candidarsi candidater aderire istanz*"
    " pratiche dossier projektvorschlag* projektantrag* antragsphase domanda manifestazion*"
    " expressions_of_interest expression_of_interest pitch_deck concept_note concept_notes full_proposal"
    " full_proposals vollantrag* projektskizze* skizzen entregues entregad* entregar trasmess* inoltrat*"
    " present* invia* invio deposer* depot* submit* submission* bewerben bewerbung* richiedere candidat*"
    " solicit* zglasza* sklad* wnios* wniosk* apply applications application accepted postul* proposals"
    " proposte einreichen eingereicht eingereicht_werden remettre remis remise remises remettent introdui*"
    " einreichung* domande propuestas propostas dossiers antrag*"
)
# Of what is to come, of whatever kind: weaker, too.
_EXPECTED = (
    "expect expects attes* foreseen scheduled planned expected previst* attendu attendue attendus attendues"
    " erwartet planowan* prevu* geplant voraussichtlich anticipat* announced_for anunciara annunciat*"
    " annonce* angekundigt zapowiad* zapowiedzian*"
)
# Of what closed already: weaker, too.
_CLOSED = (
    "expired closed_on abgelaufen chiuso_il chiusa_il chiusosi cloture_depuis cloture_le terminato_il"
    " terminata_il geschlossen_am endete cerrada_el cerrado_el finalizo encerrado_a encerrada_a encerrou"
    " zakonczyl* zamkniety_dnia"
)
# Of what is over, or another's: no date of what the sentence tells of.
_OVER = (
    "administracion_publica administracao_publica entidad_publica entidade_publica"
    " fin_del_plazo_de_ejecucion plazo_de_ejecucion prazo_de_execucao termine_di_esecuzione"
    " corte_dei_conti corte_di_giustizia corte_costituzionale las_cortes terminal terminals terminali"
    " terminale scadut* versione version* strategia strategie strategy strategii estrategia avait_eu_lieu"
    " had_been_held era_stato_chiuso founded fondato fondata fondati fondate gegrundet illustrat* e_nato"
    " e_nata"
    " projects_started progetti_avviati kick_off kick-off kickoff grant_agreement* contratti* contrat"
    " contrats contract contracts contracted contractual vertrag vertrage vertrags vertrages"
    " vertragsunterzeichnung vertragsschluss vertragsabschluss umow* umowy firmat* firma_del firma_dei"
    " firma_dell' firma_della firma_delle firma_de la_firma la_firme firme_dei firmad* signed signature*"
    " signe signes"
    " signees unterzeichn* podpis* assinad* saldo versat* erogat* payment* pagament* paiement* zahlung*"
    " pago pagos rapporto rapporti rapport rapports bericht* informe informes relatori* raport* sprawozdan*"
    " rendicont* justific* abgerechnet rozlicz* lettera_di_sostegno lettere_di_sostegno letter_of_support"
    " letters_of_support partner_search ricerca_partner recherche_de_partenaires partnersuche contattare"
    " contacter contactar predecessor previous_calls previous_call bando_precedente precedente_bando"
    " precedente_avviso avviso_precedente appel_precedent precedent_appel vorherige_ausschreibung"
    " convocatoria_anterior concurso_anterior aviso_anterior poprzedni_nabor previous_edition"
    " previous_round edizione_precedente precedente_edizione runs_until attuazione entrata_in_vigore"
    " in_vigore en_vigueur en_vigor em_vigor applicarsi s'appliquera in_kraft ausser_kraft wejdzie_w_zycie"
    " enter_into_force enters_into_force apply_from sospes* suspended suspend* ausgesetzt zawiesz*"
)
_NO_STAGES = {no_stages.MEETS: StageKind.DATES, no_stages.ASKS: None, no_stages.WORKS: None}
# Of those that may be what a call is on, or how it is chosen.
_JUDGED = frozenset(
    expressions(
        "evaluation evaluations assessment selection selections review reviews valutazione valutazioni"
        " selezione selezioni évaluation évaluations sélection sélections auswahl auswahlverfahren"
        " bewertung bewertungen selección evaluación evaluaciones seleção avaliação avaliações ocena oceny"
        " ocena_wniosków wybór_projektów consultation consultations consultazione consultazioni"
        " public_consultation commissione_di_valutazione assistenza rapporto mentoring coaching hotline"
        " infolinia implementation question formazione formation formación formação course courses corso"
        " corsi"
    )
)
_COMPANIES = frozenset(expressions("firma"))  # Polish and German; the Italian signature has its article
# Of those that are bodies, and take place only where they meet.
_BODIES = frozenset(
    expressions(
        "committee committees comitato comitati comité comités ausschuss ausschüsse beirat comissão komitet"
        " komisja"
    )
)
_ELSEWHERE = {"due", "in", "mi"}  # words of dates' fields that mean more within sentences


class CueMeaning(NamedTuple):
    """What an expression says that a date is of, None for nothing here; `weak` below any other.

    `is_held` is one that says only that something takes place, and not what.
    """

    kind: StageKind | None
    weak: bool = False
    is_held: bool = False


HANDED_IN = CueMeaning(StageKind.DEADLINE, weak=True)
EXPECTED = CueMeaning(StageKind.PUBLISHED, weak=True)


def _joined() -> dict[CueMeaning, str]:
    rows = {CueMeaning(kind): row for kind, row in _WITHIN_SENTENCES.items()}
    rows |= {HANDED_IN: f"{_HANDED_IN} {_CLOSED}", CueMeaning(None): _OVER, EXPECTED: _EXPECTED}
    rows[CueMeaning(StageKind.DATES, is_held=True)] = _HELD
    for bits, kind in _NO_STAGES.items():
        words = (each for each in no_stages.NAMES[bits].split() if not set(":(&") & set(each))
        barred = _JUDGED | _BODIES | _COMPANIES
        added = " ".join(each for each in words if not set(expressions(each)) & barred)
        rows[CueMeaning(kind)] = f"{rows.get(CueMeaning(kind), '')} {added}"
    for bits, kind in _FROM_PHRASE.items():
        alone = (each for each in cues.CUES.get(bits, "").split() if not {":", "("} & set(each))
        plain = " ".join(each for each in alone if each not in _ELSEWHERE)
        meaning = CueMeaning(kind, is_held=kind is StageKind.DATES)
        rows[meaning] = f"{rows.get(meaning, '')} {plain}"
    return rows


ROLES: Cues[CueMeaning] = Cues(_joined())
