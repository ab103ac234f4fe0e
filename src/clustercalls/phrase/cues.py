"""What is typed along with a date and says what it is of: `scadenza`, `opens on`, `veröffentlicht am`.

One table: of a date it says the field, of the name of a stage the kind. `_` joins the words of one
expression, as in `lexicon`; in each row the languages stand in the order they have there.
"""

# Of any date; the last day to do something, and the first; the day on which it came out; an info day; the
# last day of anything, and the first; until when one registers; the days on which one is interviewed, and on
# which it is decided; a day on which people meet; when somebody looked; the date of a paper; of our own.
ANY, CLOSES, OPENS, CAME_OUT, INFORMS, ENDS, BEGINS = 0, 1, 2, 4, 8, 16, 32
REGISTERS, INTERVIEWS, DECIDES, HAPPENS, CHECKED, DATED = 64, 128, 256, 512, 1024, 2048
APPLIES = 8192  # alone or beside another: one applies then
OURS = 16384  # whatever it is, it is our own
UNDATED = 4096  # beside another: which year is meant, only the year tells
# What says more than a date where no field is: a WINDOW of "results in March" would show what they are not.
OF_ONE_FIELD = INFORMS | INTERVIEWS | DECIDES | HAPPENS | CHECKED | DATED | OURS | UNDATED

CUES = {
    ANY: "date data fecha datum termin sportello of_the_call del_bando della_call dell_avviso de_l_appel"
    " de_l_appel_à_projets der_ausschreibung des_aufrufs de_la_convocatoria do_concurso do_edital"
    " da_candidatura konkursu"
    # Of whatever was put off.
    " moved_to postponed_to postponed_until deferred_to rescheduled_to spostato_al spostata_al spostati_al"
    " rinviato_al rinviata_al posticipato_al posticipata_al differito_al differita_al slitta_al slittata_al"
    " reporté_au reportée_au repoussé_au repoussée_au reporté_jusqu_au reportée_jusqu_au verschoben_auf"
    " verschoben_auf_den verlegt_auf verlegt_auf_den aplazado_al aplazada_al aplazado_hasta_el"
    " aplazada_hasta_el pospuesto_al pospuesta_al adiado_para adiada_para przesunięty_na przesunięta_na"
    " przesunięto_na przełożony_na przełożona_na",
    # Of whatever one applies for: of no event, decision or document.
    APPLIES: "application applications"
    " submission submissions proposals domande candidature candidatura candidatures dossiers bewerbungen"
    " anträge solicitudes propuestas candidaturas propostas wnioski wniosków nabór naboru presentazione"
    " presentación presentation per_la_presentazione per_l_invio per_la_domanda delle_domande della_domanda"
    " delle_proposte dei_progetti delle_candidature des_dossiers des_candidatures des_projets"
    " des_demandes for_applications for_submission for_submissions for_proposals of_proposals"
    " of_applications for_the_submission_of de_candidatura de_presentación de_solicitudes"
    " de_propuestas de_apresentação apresentação składania dépôt apply submit for_submitting for_applying"
    " einreichung bewerbung antragstellung abgabe zgłoszenia zgłoszenie einreichung_möglich"
    " bewerbung_möglich antragstellung_möglich must_be_received must_be_submitted must_arrive"
    " can_be_submitted may_be_submitted possono_essere_presentate possono_essere_inviate"
    " devono_essere_presentate devono_essere_inviate devono_pervenire dovranno_essere_presentate"
    " dovranno_pervenire vanno_presentate vanno_inviate können müssen gestellt_werden eingereicht_werden"
    " können_eingereicht_werden können_gestellt_werden pueden_presentarse"
    " se_pueden_presentar deberán_presentarse podem_ser_apresentadas devem_ser_apresentadas"
    " peuvent_être_déposés peuvent_être_déposées doivent_être_déposés doivent_être_déposées"
    " można_składać należy_składać remise_des_offres"
    " per_presentare_le_proposte per_presentare_le_domande per_presentare_domanda per_presentare_i_progetti"
    " per_inviare_le_proposte per_inviare_le_domande für_die_einreichung für_die_einreichung_von_anträgen"
    " für_die_einreichung_von_projektanträgen für_die_einreichung_der_anträge für_bewerbungen für_anträge"
    " für_die_bewerbung für_die_antragstellung para_apresentação_de_candidaturas"
    " para_a_apresentação_de_candidaturas para_presentar_solicitudes para_la_presentación_de_solicitudes"
    " pour_le_dépôt_des_dossiers pour_déposer_les_dossiers pour_le_dépôt_des_candidatures"
    " submissão submissões einzureichen einzusenden should_be_received should_be_submitted should_arrive"
    " remise_des_dossiers envoi_des_dossiers submission_of_proposals submission_of_applications",
    CLOSES: "proroga_:_nuova_scadenza extension_:_new_deadline prolongation_:_nouvelle_date_limite"
    " verlängerung_:_neue_frist prórroga_:_nuevo_plazo prorrogação_:_novo_prazo"
    " przedłużenie_:_nowy_termin deadline deadlines deadline_for_applications deadline_for_submission"
    " submission_deadline application_deadline due due_date scadenza scadenze scade scade_il termine_ultimo"
    " termine_perentorio termine_di_presentazione data_di_scadenza"
    " date_limite date_limite_de_dépôt date_limite_de_candidature date_limite_de_soumission"
    " date_limite_de_remise date_limite_d_envoi date_butoir échéance frist_endet frist_endet_am"
    " stichtag frist einsendeschluss abgabefrist bewerbungsfrist bewerbungsschluss einreichfrist"
    " fecha_límite plazo vencimiento prazo prazo_limite data_limite"
    " data_-_limite termin_składania_wniosków termin_składania ostateczny_termin"
    " last_day_to_apply final_date final_deadline new_deadline cut_-_off"
    " cut_-_off_date cutoff cutoff_date deadline_extended_to deadline_extended_until"
    " data_ultima ultimo_giorno_utile_: scade_alle call_deadline"
    " scadenza_bando scadenza_del_bando scadenza_avviso scadenza_dell_avviso nuova_scadenza dernier_délai"
    " antragsfrist antragsschluss einreichungsfrist einreichschluss"
    " abgabeschluss abgabetermin spätester_abgabetermin ausschlussfrist meldeschluss bewerbungsende fristende"
    " annahmeschluss fin_de_plazo fin_del_plazo plazo_límite fecha_tope prazo_final"
    " data_final termo_do_prazo deadline_moved_to deadline_postponed_to deadline_now"
    " scadenza_prorogata_al date_limite_reportée_au date_limite_repoussée_au date_limite_prolongée_jusqu_au"
    " neue_frist_: frist_verlängert_bis frist_verlängert_bis_zum"
    " el_plazo_finaliza_el el_plazo_termina_el o_prazo_termina_a scadrà scadrà_il scadono scadono_il"
    " vence vence_el mija upłynie expires expires_on expiring_on upływa upływa_dnia upływa_w_dniu",
    ENDS: "closing_date closing close closes closes_on to_close to_close_on termine chiusura chiude chiude_il"
    " clôture clôture_le date_de_clôture fecha_de_cierre cierre encerramento last_day_: extended_to"
    " (_extended_) (_prorogato_) (_prorogata_) (_prolongé_) (_prolongée_) (_verlängert_) (_ampliado_)"
    " (_prorrogado_) (_przedłużony_)"
    " extended_until ultimo_giorno_: call_closes chiusura_bando chiusura_del_bando"
    " cierre_de_la_convocatoria cierre_convocatoria chiusura_sportello chiusura_dello_sportello"
    " prorogato_al prorogata_al prorogato_fino_al prorogata_fino_al prorogati_al prorogate_al proroga_al"
    " proroga_fino_al dernier_jour_: prolongé_jusqu_au prolongée_jusqu_au prorogé_jusqu_au"
    " prorogée_jusqu_au clôture_des_candidatures verlängerung_bis verlängerung_bis_zum verlängert_bis"
    " verlängert_bis_zum verlängert_auf último_día_: ampliado_hasta_el prorrogado_hasta_el prorrogado_até"
    " koniec_naboru zakończenie_naboru przedłużony_do przedłużono_do wydłużony_do wydłużono_do prolonged_to"
    " prolonged_until ampliado_al ampliada_al ampliado_hasta ampliada_hasta ampliada_hasta_el prorrogado_al"
    " prorrogada_al prorrogado_hasta prorrogada_hasta prorrogada_hasta_el se_amplía_al se_amplía_hasta_el"
    " prorrogado_para prorrogada_para prorrogada_até alargado_até alargada_até alargado_para alargada_para"
    " will_close will_close_on chiuderà chiuderà_il si_chiude_il si_chiuderà_il se_clôture_le"
    " se_clôturera_le clôturera_le ferme_le fermera_le schließt schließt_am se_cierra_el cerrará cerrará_el"
    " se_cerrará_el cierra cierra_el finalizará_el terminará_el fecha_em fecha_a encerrará_a"
    " encerra_em encerrará_em terminará_a zamyka_się zamknie_się zakończy_się ends ends_on end_date"
    " end_: fine_: fin_: ende_: fim_: koniec_: termina termina_il termina_el finisce finisce_il"
    " data_di_fine date_de_fin enddatum fecha_de_fin"
    " data_de_fim data_zakończenia"
    " termina_a termina_em finaliza finaliza_el encerra encerra_a endet endet_am se_termine_le kończy_się",
    OPENS: "opens opens_on will_open will_open_on to_open to_open_on to_open_in call_opens call_opens_on"
    " call_opening aprirà aprirà_il si_apre_il si_aprirà_il apertura_bando apertura_del_bando"
    " s_ouvre s_ouvre_le s_ouvrira_le ouvre_le ouvrira ouvrira_le se_abre_el abrirá"
    " abrirá_el se_abrirá_el abre_a abrirá_a abre_em otwiera_się opening"
    " opening_date apertura apre apre_il data_di_apertura"
    " ouverture ouverture_le date_d_ouverture öffnung eröffnung öffnet öffnet_am abre"
    " apertura_de fecha_de_apertura abertura data_de_abertura otwarcie apertura_sportello"
    " apertura_dello_sportello apertura_del_plazo inicio_del_plazo début_des_candidatures"
    " antragstart antragsstart bewerbungsstart ausschreibungsstart início_do_prazo początek_naboru"
    " rozpoczęcie_naboru start_naboru otwarcie_naboru",
    OPENS | UNDATED: "opened opened_on ha_aperto_il a_ouvert_le eröffnet_am se_abrió_el abriu_a abriu_em"
    " otwarto",
    BEGINS: "starts starts_on begins begins_on starting_date start_: start_date inizia inizia_il comincia"
    " comincia_il inizio_: data_di_inizio commence_le débute débute_le début_: date_de_début"
    " startet startet_am beginn beginnt beginn_am beginnt_am startdatum empieza empieza_el comienza"
    " comienza_el fecha_de_inicio inicio_: data_de_início começa começa_a começa_em rozpoczyna_się"
    " rozpocznie_się zaczyna_się rozpoczęcie_: data_rozpoczęcia",
    CAME_OUT: "published published_on publication publication_date date_of_publication pubblicato"
    " pubblicata pubblicato_il pubblicata_il pubblicazione data_di_pubblicazione publié publiée"
    " publié_le publiée_le date_de_publication veröffentlicht veröffentlicht_am veröffentlichung"
    " veröffentlichungsdatum publicado publicada publicado_el publicada_el publicación"
    " fecha_de_publicación posted posted_on gazzetta_ufficiale issued_on released_on uscito_il uscita_il"
    " paru paru_le parue_le erschienen_am"
    " ogłoszono ogłoszony_dnia publicado_em publicado_a publicação data_de_publicação opublikowano"
    " opublikowany publikacja data_publikacji official_journal_of gazzetta_ufficiale_del"
    " gazzetta_ufficiale_dell pubblicato_in_gazzetta_ufficiale pubblicato_in_gazzetta_ufficiale_il"
    " pubblicata_in_gazzetta_ufficiale_il pubblicato_sulla_gazzetta_ufficiale_del"
    " pubblicato_nella_gazzetta_ufficiale_del gu_del journal_officiel_du bekanntmachung bekanntmachung_vom"
    " amtsblatt_vom bundesanzeiger_vom boe_de boe_del boletín_oficial_del_estado_de"
    " boletín_oficial_del_estado_del diário_da_república_de monitor_polski_z",
    # It comes: without its year a date of what was published is the last one.
    CAME_OUT | UNDATED: "will_be_published will_be_published_on verrà_pubblicato"
    " verrà_pubblicata verrà_pubblicato_il verrà_pubblicata_il sarà_pubblicato sarà_pubblicata"
    " sarà_pubblicato_il sarà_pubblicata_il sera_publié sera_publiée sera_publié_le sera_publiée_le"
    " se_publicará se_publicará_el será_publicado será_publicada será_publicado_el será_publicado_em"
    " zostanie_opublikowany zostanie_opublikowana",
    INFORMS: "info_day info_days infoday infodays info_tag info_tage info_journée"
    " info_session info_sessions infosession information_day"
    " information_session information_event information_webinar info_webinar online_info_day"
    " an_online_info_day online_info_session webinar webinars giornata_informativa giornate_informative"
    " evento_informativo sessione_informativa incontro_informativo seminario_informativo webinar_informativo"
    " giornata_di_presentazione evento_di_presentazione"
    " journée_d_information journée_d_info réunion_d_information séance_d_information session_d_information"
    " webinaire webinaires webinaire_d_information infotag infoveranstaltung informationsveranstaltung"
    " informationstag online_-_infoveranstaltung info_-_veranstaltung"
    " jornada_informativa sesión_informativa reunión_informativa día_informativo seminario_web"
    " sessão_informativa sessão_de_esclarecimento sessão_de_informação webinário"
    " dzień_informacyjny spotkanie_informacyjne sesja_informacyjna webinarium",
    REGISTERS: "register registration registrations iscrizione iscrizioni iscrizioni_possibili"
    " iscrizione_possibile registrazione registrazioni inscription inscriptions inscription_possible"
    " inscriptions_possibles anmeldung anmeldungen anmeldung_möglich anmeldeschluss anmeldefrist"
    " inscripción inscripciones registro inscrição inscrições rejestracja rejestracji zapisy des_inscriptions"
    " d_inscription delle_iscrizioni das_inscrições der_anmeldung for_registration to_register",
    INTERVIEWS: "pitch pitching pitch_session pitch_day pitch_days"
    " interview interviews interview_on interview_date jury_interview panel_interview hearing"
    " hearings colloquio colloqui colloquio_orale audizione audizioni entretien entretiens audition auditions"
    " vorstellungsgespräch vorstellungsgespräche auswahlgespräch auswahlgespräche bewerbungsgespräch"
    " interviewtermin anhörung entrevista entrevistas rozmowa rozmowy rozmowa_kwalifikacyjna"
    " rozmowy_kwalifikacyjne"
    " oral orals oral_exam oral_examination exam exams examination orale orali prova_orale prove_orali esame"
    " esami esame_orale épreuve_orale oraux examen examens examen_oral mündliche_prüfung prüfung"
    " prueba_oral exámenes prova_oral exame exames egzamin egzaminy egzamin_ustny",
    DECIDES: "notification notifications notifica comunicazione_degli_esiti"
    " decision decisions decision_on decision_date funding_decision award_decision award_decisions"
    " selection_decision result results results_on evaluation_result evaluation_results selection_results"
    " outcome announcement_of_results announcement_of_the_results publication_of_results"
    " publication_of_the_results notification_of_results notification_of_applicants award_notification"
    " decisione decisioni esito esiti risultato risultati graduatoria graduatorie graduatoria_finale"
    " pubblicazione_esiti pubblicazione_degli_esiti pubblicazione_graduatoria"
    " pubblicazione_della_graduatoria pubblicazione_risultati pubblicazione_dei_risultati"
    " esito_della_valutazione esiti_della_valutazione approvazione_graduatoria"
    " approvazione_della_graduatoria décision_d_attribution décision_d_octroi résultat"
    " résultats annonce_des_résultats publication_des_résultats notification_des_résultats"
    " entscheidung entscheidungen ergebnis ergebnisse bekanntgabe_der_ergebnisse förderentscheidung"
    " auswahlentscheidung juryentscheidung bewilligung veröffentlichung_der_ergebnisse"
    " resolución resolución_definitiva resultado resultados publicación_de_resultados"
    " publicación_de_los_resultados decisão decisões publicação_dos_resultados divulgação_dos_resultados"
    " decyzja decyzje wynik wyniki rozstrzygnięcie rozstrzygnięcie_konkursu ogłoszenie_wyników"
    " publikacja_wyników"
    " adoption provisional_results preliminary_results final_results reserve_list award awards awarding"
    " shortlist short_list shortlisting feedback ranking ranking_list winners"
    " announcement_of_winners announcement_of_the_winners results_of_the_evaluation"
    " adozione graduatoria_provvisoria graduatoria_definitiva aggiudicazione assegnazione preselezione"
    " elenco_degli_ammessi vincitori proclamazione_dei_vincitori"
    " résultats_provisoires attribution présélection liste_restreinte lauréats annonce_des_lauréats"
    " classement"
    " zuschlag vorauswahl rangliste gewinner bekanntgabe_der_gewinner"
    " adopción resultados_provisionales adjudicación preselección lista_corta ganadores"
    " adoção resultados_provisórios atribuição adjudicação pré_-_seleção vencedores"
    " preselekcja lista_rankingowa laureaci zwycięzcy ogłoszenie_laureatów",
    HAPPENS: "takes_place takes_place_on will_take_place will_take_place_on will_be_held will_be_held_on"
    " si_terrà si_terrà_il si_svolgerà si_svolgerà_il si_tiene_il avrà_luogo avrà_luogo_il"
    " aura_lieu aura_lieu_le se_tiendra se_tiendra_le se_déroulera_le a_lieu_le findet_statt findet_statt_am"
    " tendrá_lugar tendrá_lugar_el se_celebrará se_celebrará_el se_celebra_el terá_lugar terá_lugar_a"
    " odbędzie_się odbywa_się",
    OURS: "internal our our_own interna interno interne interni nostra nostro notre interner internes intern"
    " unsere unser eigene nuestra nuestro nossa nosso wewnętrzny wewnętrzna wewnętrzne nasz nasza",
    CHECKED: "checked checked_on last_checked last_checked_on verified verified_on verificato verificato_il"
    " controllato controllato_il ultima_verifica ultimo_controllo vérifié vérifié_le dernière_vérification"
    " geprüft geprüft_am überprüft_am zuletzt_geprüft zuletzt_geprüft_am comprobado comprobado_el"
    " verificado verificado_el verificado_em última_verificación última_verificação sprawdzono",
    DATED: "dated datato datata daté_du datée_du datiert datiert_vom fechado fechada datado datada datowany"
    " datowana",
}

# The fields that a date with these cues is for, the first the one that it is of; none is any.
_UNTIL, _OWN = ("deadline", "registration", "internal"), ("registration", "internal")
FIELDS: dict[int, tuple[str, ...]] = {
    ANY: (),
    APPLIES: (*_UNTIL, "opens"),
    CLOSES: _UNTIL,
    ENDS: (*_UNTIL, "ends"),
    CLOSES | ENDS: _UNTIL,
    OPENS: ("opens", "starts"),
    BEGINS: ("opens", "starts"),
    OPENS | BEGINS: ("opens",),
    CAME_OUT: ("published", "source.date"),
    DATED: ("source.date", "published"),
    CHECKED: ("checked",),
    INFORMS: ("info_day",),
    INTERVIEWS: ("interview",),
    DECIDES: ("decision",),
    DECIDES | CAME_OUT: ("decision",),
    **{OURS | more: ("internal",) for more in (ANY, CLOSES, ENDS, CLOSES | ENDS)},
    HAPPENS: ("starts", "info_day", "interview"),
    **{meets | then: (field,) for meets, field in ((INFORMS, "info_day"), (INTERVIEWS, "interview"))
       for then in (HAPPENS, BEGINS)},
    **{REGISTERS | more: _OWN for more in (ANY, CLOSES, ENDS, CLOSES | ENDS, INFORMS, INFORMS | CLOSES)},
    REGISTERS | OPENS: ("opens",),
    REGISTERS | BEGINS: ("opens",),
}  # fmt: skip
