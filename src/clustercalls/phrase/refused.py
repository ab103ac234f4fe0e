"""What is typed like a date and is no day or hour, each with its reason: `local time`, `before`, `rolling`.

`_` joins the words of one expression, as in `lexicon`.
"""

# Of what has no deadline, or one that is not fixed: no date, and no word that one is to come either.
ANY_TIME = "{name} names no date: write --rolling for at any time, --stage deadline= for one not announced"
# Of the end of a day's work: each office has its own.
NO_HOUR = "{name} is no hour that is known: write the day alone, or its hour, as in 17:00"
# Refused by name, each with its reason.
REFUSED = {
    "close_of_business the_close_of_business close_of_play cob end_of_business the_end_of_business"
    " close_of_the_business_day end_of_the_business_day the_end_of_the_business_day end_of_business_day"
    " end_of_the_working_day the_end_of_the_working_day end_of_working_day end_of_day the_end_of_day eod"
    " end_of_the_day the_end_of_the_day business_hours office_hours working_hours"
    " fine_giornata fine_della_giornata fine_giornata_lavorativa fine_della_giornata_lavorativa"
    " chiusura_degli_uffici chiusura_uffici orario_d_ufficio orario_di_ufficio orario_lavorativo"
    " fin_de_journée fin_de_la_journée fin_de_la_journée_de_travail fermeture_des_bureaux heures_de_bureau"
    " geschäftsschluss büroschluss dienstschluss geschäftszeiten bürozeiten ende_des_tages tagesende"
    " fin_de_la_jornada fin_de_la_jornada_laboral final_de_la_jornada fin_del_día final_del_día"
    " cierre_de_oficinas horario_de_oficina fim_do_dia final_do_dia no_fim_do_dia no_final_do_dia"
    " fim_do_expediente horário_de_expediente"
    " koniec_dnia końca_dnia końcem_dnia koniec_dnia_pracy końca_dnia_pracy końcem_dnia_pracy"
    " pod_koniec_dnia godziny_pracy w_godzinach_pracy": NO_HOUR,
    "local_time ora_locale heure_locale ortszeit hora_local czasu_lokalnego czas_lokalny"
    " spanish_time portuguese_time georgia_time georgian_time time_in_georgia ora_georgiana ora_della_georgia"
    " heure_de_géorgie heure_de_la_géorgie heure_géorgienne hora_georgiana hora_de_georgia hora_da_geórgia"
    " us_time american_time canadian_time australian_time"
    " brazilian_time ora_spagnola ora_portoghese heure_espagnole heure_portugaise spanische_zeit"
    " portugiesische_zeit hora_española hora_portuguesa hora_espanhola czasu_hiszpańskiego"
    " czasu_portugalskiego ist est edt cst cdt mst mdt pst pdt ast": (
        "{name} is the time of several places: name one, as in 17:00 Europe/Brussels, or by --zone"
    ),
    "before avant vor antes_de antes_del antes_do antes przed prima_del prima_di prima_dell prima_delle": (
        "is the day after {name} still in? Write the last day that is"
    ),
    "last_day ultimo_giorno dernier_jour letzter_tag letzten_tag último_día": (
        "write the number of that day"
    ),
    "corrente_anno anno_corrente": "it depends on today: write the year",
    "varies rolling continuous ongoing open_-_ended a_sportello permanente en_continu laufend em_contínuo"
    " nabór_ciągły ciągły no_deadline without_deadline senza_scadenza sans_date_limite ohne_frist sin_plazo"
    " sem_prazo bez_terminu already_open always_open sempre_aperto sempre_aperta until_funds_are_exhausted"
    " until_the_funds_are_exhausted while_funds_last fino_ad_esaurimento_fondi fino_a_esaurimento_fondi"
    " fino_ad_esaurimento_risorse fino_ad_esaurimento_delle_risorse jusqu_à_épuisement_des_fonds"
    " bis_zur_ausschöpfung_der_mittel hasta_agotar_fondos hasta_agotamiento_de_fondos"
    " hasta_agotar_presupuesto até_esgotamento_da_dotação até_ao_esgotamento_da_dotação"
    " do_wyczerpania_środków do_wyczerpania_alokacji": ANY_TIME,
}
