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
    " ist est edt cst cdt mst mdt pst pdt ast": (
        "{name} is the time of several places: name one, as in 17:00 Europe/Brussels, or by --zone"
    ),
    "before avant vor antes_de antes_del antes_do antes przed": (
        "is the day after {name} still in? Write the last day that is"
    ),
    "last_day ultimo_giorno dernier_jour letzter_tag letzten_tag último_día ostatni_dzień": (
        "write the number of that day"
    ),
    "corrente_anno anno_corrente": "it depends on today: write the year",
    "postponed_from moved_from extended_from deferred_from rescheduled_from changed_from"
    " prorogato_dal prorogata_dal proroga_dal spostato_dal spostata_dal rinviato_dal rinviata_dal slitta_dal"
    " differito_dal differita_dal reporté_du reportée_du repoussé_du repoussée_du prolongé_du prolongée_du"
    " verschoben_vom verlegt_vom verlängert_vom aplazado_del aplazada_del ampliado_del ampliada_del"
    " prorrogado_del prorrogada_del se_amplía_del adiado_de adiada_de prorrogado_de prorrogada_de"
    " alargado_de alargada_de przesunięty_z przesunięta_z przesunięto_z przełożony_z przełożona_z": (
        "it names the day of before and the new one: write the new one"
    ),
    "varies rolling continuous ongoing open_-_ended a_sportello permanente en_continu laufend": ANY_TIME,
}
