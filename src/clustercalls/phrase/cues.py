"""What is typed along with a date and says what it is of: `scadenza`, `opens on`, `veröffentlicht am`.

`_` joins the words of one expression, as in `lexicon`.
"""

# Of any date, the last day, the first one, the day on which it came out.
ANY, CLOSES, OPENS, CAME_OUT = 0, 1, 2, 4

CUES = {
    ANY: "date data fecha datum termin application applications submission submissions proposals"
    " domande candidature candidatura candidatures dossiers bewerbungen anträge solicitudes"
    " propuestas candidaturas propostas wnioski wniosków nabór naboru presentazione presentación"
    " presentation per_la_presentazione per_l_invio per_la_domanda delle_domande della_domanda"
    " delle_proposte dei_progetti delle_candidature des_dossiers des_candidatures des_projets"
    " des_demandes for_applications for_submission for_submissions for_proposals of_proposals"
    " of_applications for_the_submission_of de_candidatura de_presentación de_solicitudes"
    " de_propuestas de_apresentação apresentação składania dépôt",
    CLOSES: "deadline deadline_for_applications deadline_for_submission submission_deadline"
    " application_deadline closing_date closing close closes closes_on due due_date scadenza"
    " scade scade_il termine termine_ultimo termine_di_presentazione chiusura chiude chiude_il"
    " data_di_scadenza clôture clôture_le date_limite date_limite_de_dépôt"
    " date_limite_de_candidature date_limite_de_soumission date_limite_de_remise"
    " date_limite_d_envoi date_de_clôture échéance frist_endet frist_endet_am stichtag frist"
    " einsendeschluss abgabefrist bewerbungsfrist bewerbungsschluss einreichfrist anmeldeschluss"
    " fecha_límite plazo fecha_de_cierre cierre vencimiento prazo prazo_limite data_limite"
    " data_-_limite encerramento termin_składania_wniosków termin_składania ostateczny_termin"
    " last_day_: last_day_to_apply final_date final_deadline new_deadline cut_-_off"
    " cut_-_off_date cutoff cutoff_date deadline_extended_to deadline_extended_until extended_to"
    " extended_until data_ultima ultimo_giorno_: ultimo_giorno_utile_: scade_alle call_deadline"
    " call_closes scadenza_bando scadenza_del_bando scadenza_avviso scadenza_dell_avviso"
    " chiusura_bando chiusura_del_bando cierre_de_la_convocatoria cierre_convocatoria"
    " chiusura_sportello chiusura_dello_sportello nuova_scadenza prorogato_al prorogata_al"
    " prorogato_fino_al prorogata_fino_al prorogati_al prorogate_al proroga_al dernier_délai"
    " dernier_jour_: prolongé_jusqu_au prolongée_jusqu_au reporté_au reportée_au"
    " clôture_des_candidatures antragsfrist antragsschluss einreichungsfrist einreichschluss"
    " abgabeschluss abgabetermin ausschlussfrist meldeschluss bewerbungsende fristende"
    " annahmeschluss anmeldefrist verlängert_bis verlängert_bis_zum fin_de_plazo fin_del_plazo"
    " plazo_límite último_día_: ampliado_hasta_el prorrogado_hasta_el fecha_tope prazo_final"
    " data_final termo_do_prazo prorrogado_até koniec_naboru zakończenie_naboru przedłużony_do"
    " przedłużono_do ends ends_on expires expires_on expiring_on termina termina_il termina_el"
    " termina_a finaliza finaliza_el encerra encerra_a endet endet_am se_termine_le upływa"
    " upływa_dnia upływa_w_dniu kończy_się",
    OPENS: "opens opens_on opening opening_date starts_on apertura apre apre_il data_di_apertura"
    " ouverture ouverture_le date_d_ouverture öffnung eröffnung öffnet öffnet_am abre"
    " apertura_de fecha_de_apertura abertura data_de_abertura otwarcie apertura_sportello"
    " apertura_dello_sportello apertura_del_plazo inicio_del_plazo début_des_candidatures"
    " antragstart bewerbungsstart início_do_prazo początek_naboru rozpoczęcie_naboru"
    " otwarcie_naboru",
    CAME_OUT: "published published_on publication publication_date date_of_publication pubblicato"
    " pubblicata pubblicato_il pubblicata_il pubblicazione data_di_pubblicazione publié publiée"
    " publié_le publiée_le date_de_publication veröffentlicht veröffentlicht_am veröffentlichung"
    " veröffentlichungsdatum publicado publicada publicado_el publicada_el publicación"
    " fecha_de_publicación publicado_em publicado_a publicação data_de_publicação opublikowano"
    " opublikowany publikacja data_publikacji",
}
