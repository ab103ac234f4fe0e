"""What people call other days than deadlines: of no kind of stage, or of one that the name does not tell.

A row a sort of day, its languages in the order of `lexicon`; `_` joins the words of one expression.
"""

# What takes place; what comes out or opens; what is told; what is asked; the work of who chooses and pays;
# what opens again, or is so from then on; who is let in; what can be read; how it stands.
MEETS, LAUNCHES, TELLS, ASKS, WORKS, SINCE, INVITES, PAPERS, STANDS = (1 << each for each in range(20, 29))

NAMES = {
    MEETS: "matchmaking matchmaking_event brokerage brokerage_event networking networking_event launch_event"
    " kickoff kick_off kick_off_meeting jury jury_meeting conference conferences ceremony ceremonies event"
    " events workshop workshops seminar seminars meeting meetings congress summit trade_fair gala site_visit"
    " site_visits visit visits plenary demo_day demo_days panel panel_meeting committee_meeting"
    " evento_di_lancio giuria conferenza conferenze cerimonia cerimonie premiazione evento eventi seminario"
    " seminari convegno convegni riunione riunioni incontro incontri congresso fiera visita visite"
    " sopralluogo"
    " sopralluoghi incontro_di_avvio"
    " conférence conférences cérémonie remise_des_prix événement événements atelier ateliers séminaire"
    " séminaires réunion réunions rencontre rencontres salon colloque visite visites congrès"
    " jurysitzung konferenz konferenzen zeremonie preisverleihung festakt veranstaltung veranstaltungen"
    " auftaktveranstaltung abschlussveranstaltung auftakttreffen auftakt seminare sitzung sitzungen treffen"
    " tagung tagungen messe kongress besuch besuche besichtigung ortsbesichtigung vor_ort_besuch"
    " conferencia conferencias ceremonia ceremonias entrega_de_premios eventos seminarios taller talleres"
    " reunión reuniones feria visitas congreso encuentro encuentros"
    " conferência conferências cerimónia cerimônia entrega_de_prémios entrega_de_prêmios seminário seminários"
    " reunião reuniões feira encontro encontros"
    " konferencja konferencje ceremonie wręczenie_nagród wydarzenie wydarzenia seminarium seminaria warsztaty"
    " spotkanie spotkania targi wizyta wizyty wizja_lokalna kongres"
    " training trainings training_session training_course course courses hackathon hackathons bootcamp"
    " bootcamps boot_camp summer_school winter_school masterclass master_class mentoring coaching fairs"
    " expo trade_mission business_mission business_missions study_visit roadshow forum symposium open_day"
    " cafe formazione corso corsi corso_di_formazione corsi_di_formazione scuola_estiva fiere"
    " missione_imprenditoriale missione_commerciale missione_economica missioni_commerciali"
    " giornata_di_formazione porte_aperte formation formations cours stage_de_formation école_d_été foire"
    " foires mission_commerciale mission_économique journée_portes_ouvertes schulung schulungen lehrgang"
    " lehrgänge kurs kurse sommerschule unternehmerreise delegationsreise messen tag_der_offenen_tür"
    " formación formaciones curso cursos escuela_de_verano ferias misión_comercial misión_empresarial"
    " jornada_de_puertas_abiertas formação formações escola_de_verão feiras missão_empresarial"
    " missão_comercial dia_aberto szkolenie szkolenia kursy szkoła_letnia misja_gospodarcza misja_handlowa"
    " dzień_otwarty hackaton committee committees comitato comitati commissione_di_valutazione comité"
    " comités ausschuss ausschüsse beirat comissão komitet komisja",
    LAUNCHES: "launch launches launch_of_the_call launch_of_call call_launch"
    " avvio avvio_del_bando lancio lancio_del_bando lancio_della_call lancio_dell_avviso"
    " démarrage lancement_de_l_appel lancement_de_l_appel_à_projets"
    " ausschreibung start_der_ausschreibung"
    " arranque lanzamiento lanzamiento_de_la_convocatoria"
    " lançamento lançamento_do_concurso lançamento_do_aviso"
    " uruchomienie uruchomienie_naboru ogłoszenie_naboru ogłoszenie_konkursu początek",
    TELLS: "announcement announcements announced annuncio annunci annonce annonces ankündigung"
    " bekanntgabe anuncio"
    " anuncios anúncio anúncios ogłoszenie ogłoszenia",
    ASKS: "question questions q_a q_&_a q_and_a faq faqs clarification clarifications enquiries"
    " inquiries queries"
    " quesito quesiti chiarimento chiarimenti domande_e_risposte domande_di_chiarimento"
    " richiesta_di_chiarimenti richieste_di_chiarimento richieste_di_chiarimenti"
    " questions_réponses questions_et_réponses éclaircissements"
    " frage fragen rückfrage rückfragen bieterfragen fragen_und_antworten"
    " pregunta preguntas consultas aclaraciones preguntas_y_respuestas"
    " pergunta perguntas esclarecimento esclarecimentos pedidos_de_esclarecimento"
    " pytania zapytania pytania_i_odpowiedzi wyjaśnienia",
    WORKS: "evaluation"
    " evaluations evaluation_period assessment scoring review reviews selection selections negotiation"
    " negotiations payment payments prepayment"
    " prefinancing pre_financing report reports reporting reporting_period audit monitoring"
    " project_start start_of_project start_of_projects start_of_the_project start_of_the_projects"
    " start_of_activities project_end end_of_project end_of_projects end_of_the_project project_duration"
    " grant_agreement grant_agreements grant_agreement_signature signature_of_grant_agreement signature"
    " signatures signing signature_of_grant_agreements signature_of_the_grant_agreement contract_signature"
    " entry_into_force refund refunds reimbursement implementation"
    " valutazione valutazioni istruttoria selezione selezioni rimborso rimborsi entrata_in_vigore"
    " negoziazione negoziazioni negoziato trattativa pagamento pagamenti erogazione"
    " liquidazione rendicontazione rendiconto relazione relazioni relazione_finale rapporto_finale"
    " rapporto_intermedio monitoraggio"
    " avvio_progetto avvio_progetti avvio_del_progetto avvio_dei_progetti inizio_progetto inizio_progetti"
    " inizio_del_progetto inizio_dei_progetti avvio_attività avvio_delle_attività fine_progetto"
    " fine_progetti fine_del_progetto fine_dei_progetti firma firme firma_convenzione firma_della_convenzione"
    " firma_contratto firma_del_contratto stipula convenzione_di_sovvenzione"
    " évaluation évaluations sélection sélections remboursement entrée_en_vigueur négociation négociations"
    " paiement paiements versement versements rapport"
    " rapports"
    " début_du_projet début_des_projets démarrage_du_projet démarrage_des_projets fin_du_projet"
    " fin_des_projets convention_de_subvention signature_de_la_convention signature_du_contrat"
    " auswahl auswahlverfahren erstattung inkrafttreten bewertung bewertungen begutachtung begutachtungen"
    " verhandlung verhandlungen vertragsverhandlung"
    " vertragsverhandlungen zahlung zahlungen auszahlung auszahlungen bericht berichte zwischenbericht"
    " abschlussbericht schlussbericht endbericht verwendungsnachweis unterzeichnung unterschrift rückmeldung"
    " projektstart projektbeginn projektende start_der_projekte beginn_der_projekte finanzhilfevereinbarung"
    " zuwendungsvertrag fördervertrag vertragsunterzeichnung"
    " selección reembolso entrada_en_vigor evaluación evaluaciones negociación negociaciones pago pagos"
    " informe informes informe_final"
    " inicio_del_proyecto inicio_de_los_proyectos inicio_de_proyectos fin_del_proyecto fin_de_los_proyectos"
    " acuerdo_de_subvención firma_del_convenio firmas"
    " seleção entrada_em_vigor avaliação avaliações negociação negociações relatório relatórios assinatura"
    " assinaturas"
    " início_do_projeto início_dos_projetos fim_do_projeto fim_dos_projetos acordo_de_subvenção"
    " convenção_de_subvenção assinatura_do_contrato"
    " wybór_projektów wejście_w_życie zwrot ocena oceny ocena_wniosków negocjacje płatność płatności"
    " wypłata wypłaty raport raporty sprawozdanie"
    " sprawozdania podpisanie"
    " rozpoczęcie_projektu rozpoczęcie_projektów początek_projektu start_projektu koniec_projektu"
    " zakończenie_projektu umowa_o_dofinansowanie podpisanie_umowy podpisanie_umów"
    " contracting contract_award appeal appeals rebuttal rebuttals complaint complaints"
    " redress objection objections eligibility_check admissibility_check formal_check vote votes voting"
    " consultation consultations public_consultation helpdesk help_desk hotline support_desk "
    " convenzione convenzioni ricorso ricorsi reclamo reclami opposizione controdeduzioni"
    " verifica_di_ammissibilità verifica_di_ricevibilità verifica_formale voto voti votazione votazioni"
    " consultazione consultazioni consultazione_pubblica assistenza contrats contractualisation"
    " convention conventions conventionnement réclamation réclamations"
    " vérification_de_l_éligibilité contrôle_d_éligibilité vote_du_public votation"
    " consultation_publique vertragsabschluss vertragsschluss abrechnung abrechnungen"
    " einspruch widerspruch beschwerde beschwerden stellungnahme formale_prüfung förderfähigkeitsprüfung"
    " formprüfung abstimmung konsultation öffentliche_konsultation anhörungsverfahren"
    " schlussabrechnung endabrechnung contratación convenio convenios justificación"
    " justificaciones alegaciones reclamación reclamaciones comprobación_de_elegibilidad"
    " verificación_de_requisitos votación votaciones consulta_pública contratação convénio convênio"
    " justificação reclamação reclamações alegações verificação_de_elegibilidade votação votações "
    " zawarcie_umowy zawarcie_umów rozliczenie rozliczenia odwołanie odwołania "
    " skarga ocena_formalna weryfikacja_formalna głosowanie konsultacje_społeczne infolinia",
    SINCE: "reopening reopens reopened re_opening re_opens reopening_of_the_call available_from valid_from"
    " in_force_from applicable_from effective_from starting_from as_from open_from riapertura riaperture"
    " riapre riapertura_bando riapertura_del_bando riapertura_termini riapertura_dei_termini"
    " disponibile_dal valido_dal valida_dal in_vigore_dal a_partire_dal aperto_dal réouverture"
    " réouvertures rouvre rouvre_le disponible_à_partir_du valable_à_partir_du ouvert_à_partir_du"
    " wiedereröffnung neueröffnung erneute_öffnung verfügbar_ab gültig_ab abrufbar_ab erhältlich_ab"
    " reapertura reaperturas reabre reapertura_del_plazo disponible_desde válido_desde vigente_desde"
    " reabertura reaberturas disponível_a_partir_de válido_a_partir_de ponowne_otwarcie wznowienie"
    " wznowienie_naboru dostępne_od ważne_od obowiązuje_od",
    INVITES: "invitation invitations invitation_to_submit invitation_to_apply admission admissions"
    " admittance invito inviti ammissione ammissioni invitation_à_soumettre"
    " invitations_à_soumettre einladung einladungen aufforderung aufforderung_zur_antragstellung zulassung"
    " zulassungen aufnahme invitación invitaciones admisión admisiones convite convites admissão"
    " admissões zaproszenie zaproszenia dopuszczenie dopuszczenie_do_oceny przyjęcie",
    PAPERS: "guidelines guideline guidance handbook manual template templates press_release press_releases"
    " documents documents_available call_documents call_document work_programme work_programmes "
    " draft_work_programme newsletter faq_document corrigendum errata addendum presentation_slides"
    " linee_guida manuale modulistica comunicato comunicato_stampa documenti"
    " documentazione documenti_disponibili programma_di_lavoro rettifica errata_corrige verbale "
    " lignes_directrices manuel communiqué communiqué_de_presse documents_disponibles"
    " programme_de_travail rectificatif procès_verbal ébauche leitlinien leitfaden richtlinie richtlinien"
    " handbuch pressemitteilung unterlagen dokumente arbeitsprogramm berichtigung "
    " directrices nota_de_prensa comunicado_de_prensa documentos documentación"
    " programa_de_trabajo corrección_de_errores orientações comunicado"
    " comunicado_de_imprensa documentação programa_de_trabalho retificação wytyczne podręcznik"
    " komunikat komunikat_prasowy dokumenty dokumentacja program_prac sprostowanie",
    STANDS: "cancelled canceled cancellation suspended suspension withdrawn exhausted closed tbc tba tbd n_a"
    " forecast forecasted forthcoming upcoming always_open annullato annullata sospeso sospesa sospensione"
    " revocato revocata esaurito esaurita esaurimento_fondi esaurimento_risorse fino_a_esaurimento"
    " fino_ad_esaurimento chiuso chiusa da_definire previsto annulé annulée suspendu suspendue épuisé"
    " épuisée fermé fermée à_confirmer à_définir prévisionnel abgesagt ausgesetzt aufgehoben ausgeschöpft"
    " geschlossen noch_offen wird_noch_bekannt_gegeben cancelado cancelada suspendido suspendida"
    " anulado agotado agotada cerrado cerrada por_confirmar por_definir previsto_para suspenso suspensa"
    " esgotado esgotada fechado_para encerrado encerrada a_confirmar a_definir odwołany odwołane anulowany"
    " anulowano zawieszony zawieszone zawieszono wyczerpanie_środków zamknięty zamknięte do_ustalenia"
    " prognoza prognoses",
}
# Of these rows what is a word of names too, "Mission Soil": no stage's where no other word stands beside it.
ALONE = {
    MEETS: "mission missions fair missione missioni misión misiones missão missões misja misje",
    WORKS: "contract contracts contratto contratti contrat recours vertrag verträge wahl contrato contratos"
    " recurso recursos umowa umowy umów protest protesty",
    PAPERS: "video recording draft minutes bozza guide guides entwurf protokoll guía guías borrador acta"
    " rascunho",
    SINCE: "from as_of since dal dall dalla dallo dai dalle ab seit dès_le dès_la à_partir_du"
    " à_partir_de depuis desde desde_el a_partir_de a_partir_del od od_dnia",
    STANDS: "open rolling continuous permanent ongoing aperto aperta continuo ouvert ouverte permanente"
    " offen laufend fortlaufend abierto abierta aberto aberta otwarty otwarte ciągły",
}
# What one applies for: a name whose main word is one of these is a deadline's, "event grants".
APPLIED_FOR = (
    "grant grants voucher vouchers support fund funds funding scheme programme topic topics lot lots strand"
    " contributo contributi sostegno fondo fondi finanziamento finanziamenti misura lotto linea borse"
    " subvention subventions aide aides soutien fonds bourse bourses volet"
    " zuschuss zuschüsse förderung gutschein gutscheine förderlinie los stipendien"
    " subvención subvenciones ayuda ayudas apoyo fondos becas línea"
    " subvenção subvenções apoio apoios fundo bolsas linha granty grantów bony dotacje dotacja wsparcie"
    " dofinansowanie stypendia"
)
# Of such a part of a call every name is, whatever it is about: "Lot 3, events".
PARTS = (
    "lot topic strand track window part lotto linea misura finestra volet los lote línea linha pakiet obszar"
)
# What parts the main word of a name from the others.
OF_OR_FOR = (
    "of for on to di del dello della dei degli delle per su de du des pour sur der des für zu para da do o"
)


# Why a name of this sort is no stage's; where it is of several, the first: a "launch conference" takes place.
WHY = {
    ASKS: "until then one can ask, not apply",
    MEETS: "that is something that takes place",
    TELLS: "what is announced then?",
    LAUNCHES: "it could be when the call comes out, or from when one can apply",
    INVITES: "it tells who may go on, not until when",
    SINCE: "from then on it is so, or open again: nothing is due",
    PAPERS: "then there is something to read, and nothing is due",
    STANDS: "that is how it stands, not until when one can apply",
    WORKS: "that is no deadline, and no kind of stage",
}
ADVICE = {
    ASKS: "Keep it with --note, or as a date of our own: --stage internal=DATE",
    MEETS: "Add it as an event (clustercalls add event) or keep it with --note; if something is due then, "
    "add `deadline` to its name.",
    TELLS: "Write --published for the call, --decision for its results; if something is due then, "
    "add `deadline` to its name.",
    LAUNCHES: "Write --published or --opens; if something is due then, add `deadline` to its name.",
    INVITES: "Keep it with --note; if something is due then, add `deadline` to its name.",
    SINCE: "Write --opens for when the call opens, and keep what opens again with --note; if something is "
    "due then, add `deadline` to its name.",
    PAPERS: "Write --published for the call itself, or keep it with --note; if something is due then, "
    "add `deadline` to its name.",
    STANDS: "Write --status for the call, --rolling where one can always apply; if something is due then, "
    "add `deadline` to its name.",
    WORKS: "Keep it with --note; if something is due then, add `deadline` to its name. Kinds: published, "
    "opens, info day, registration, deadline, interview, decision, dates, internal.",
}
