"""What is typed like a date and names no day or hour, each with its reason: `local time`, `before`, `rolling`.

`_` joins the words of one expression, as in `lexicon`.
"""

# Of what has no deadline, or one that is not fixed: no date, and no word that one is to come either.
ANY_TIME = "{name} names no date: write --rolling for at any time, --stage deadline= for one not announced"
# Refused by name, each with its reason.
REFUSED = {
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
