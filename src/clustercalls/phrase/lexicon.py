"""The words dates are written in, a row for each meaning.

In each row the order is English, Italian, French, German, Spanish, Portuguese, Polish; a word that two of
them share stands once.

Every word has a kind, one letter, and a value; `grammar` knows the phrases by their letters. `_` joins the
words of one expression. A word that means different things has all its meanings, and the phrase decides:

- `mar` is March where a month stands (`4 mar 2017`, `mar 2017`) and Tuesday where a weekday does
  (`mar 4 aprile 2017`); where both could stand it is not guessed.
- `di` is Tuesday in German and Sunday in French, `do` Thursday in German, Sunday in Spanish and "until" in
  Polish: the date beside it decides.
- Left out because other languages mean something else by them: `dès` alone (from; German and French "of
  the"), Italian `di` (of), `semester` (of a university).
"""

from clustercalls.phrase.cues import CUES
from clustercalls.phrase.months import FEASTS, MONTHS, PERIODS, ROMAN
from clustercalls.phrase.pending import NOT_YET

_WEEKDAYS = {
    0: "monday mon lunedì di_lunedì lunedì_di lun lundi montag mo lunes seg segunda_-_feira segunda"
    " poniedziałek poniedziałku pon",
    1: "tuesday tue tues martedì di_martedì martedì_di mar mardi dienstag di martes ter terça_-_feira terça"
    " wtorek wtorku wt",
    2: "wednesday wed mercoledì di_mercoledì mercoledì_di mer mercredi mittwoch mi miércoles mié qua"
    " quarta_-_feira quarta środa środę śr",
    3: "thursday thu thur thurs giovedì di_giovedì giovedì_di gio jeudi jeu donnerstag do do_, jueves jue"
    " qui quinta_-_feira quinta czwartek czw",
    4: "friday fri venerdì di_venerdì venerdì_di ven vendredi freitag fr viernes vie sex sexta_-_feira sexta"
    " piątek",
    5: "saturday sat sabato di_sabato sabato_di sab samedi sam samstag sonnabend sa sábado sobota sobotę sob",
    6: "sunday sun domenica di_domenica domenica_di dom dimanche dim di sonntag so domingo do do_, niedziela"
    " niedzielę niedz ndz",
}

_ORDINALS = {
    1: "first i primo prima premier première erste erster erstes ersten primer primero primera primeiro"
    " primeira pierwszy pierwszego pierwszym pierwsza pierwsze pierwszej",
    2: "second ii secondo seconda deuxième seconde zweite zweiter zweites zweiten segundo segunda drugi"
    " drugiego drugim druga drugie drugiej",
    3: "third iii terzo terza troisième dritte dritter drittes dritten tercer tercero tercera terceiro"
    " terceira trzeci trzeciego trzecim",
    -1: "last ultimo ultima dernier dernière letzter letzte letzten ostatni ostatnia",
    4: "fourth iv quarto quarta quatrième vierte vierter viertes vierten cuarto cuarta czwarty czwartego"
    " czwartym",
}

EARLY, MID, LATE, LAST = 1, 2, 3, 4  # of a month; the last day of it
HALF, FORTNIGHT = 1, 2  # of a year or a month; of a month alone
MORNING, AFTERNOON, EVENING, NIGHT = 1, 2, 3, 4
TWELVE = 1  # hours that begin anew at noon: "5 o'clock"

WORD_TABLES = {
    "m": MONTHS,
    "s": PERIODS,
    "Q": ROMAN,
    "w": _WEEKDAYS,
    "f": FEASTS,
    "o": _ORDINALS,
    "n": {1: "primo premier erster primero primeiro"},  # "primo aprile", "premier avril": also a day
    # How much of a year is counted, by the EDTF code of the first; or of a month; or of either.
    "u": {
        33: "quarter trimestre trim quartal kwartał kwartale kwartału",
        40: "semestre halbjahr jahreshälfte jahreshaelfte półrocze półroczu",
        HALF: "half metà metà_di moitié hälfte hälfte_des haelfte haelfte_des mitad metade połowa połowie"
        " połowy połowę",
        FORTNIGHT: "quindicina quindicina_di quinzaine quincena quinzena monatshälfte",
    },
    "x": {0: "s"},  # "2010s"
    "X": {0: "anni années años"},  # "anni 2010"
    "r": {
        -1: "yesterday ieri hier gestern ayer ontem wczoraj",
        0: "today oggi aujourd_hui heute hoy hoje dziś dzisiaj",
        1: "tomorrow domani demain morgen mañana amanhã jutro",
        2: "day_after_tomorrow dopodomani après_-_demain übermorgen uebermorgen pasado_mañana"
        " depois_de_amanhã pojutrze",
    },
    "v": {
        1: "day days giorno giorni jour jours tag tage tagen día días dni",
        7: "week weeks settimana settimane sett semaine semaines woche wochen kw semana semanas tydzień"
        " tygodnie tygodni",
    },
    # Before a day, the week that begins then; "week of" could be of any day in it.
    "W": {0: "week_commencing week_starting week_beginning week_from w_/_c settimana_dal settimana_dall"
        " woche_ab semaine_commençant_le semaine_débutant_le semana_a_partir_del"
        " semana_a_partir_de tydzień_od"},
    "I": {0: "in tra fra dans dentro_de em za"},  # "in 3 days"
    # "since" is past: without a year it names another day than "from" would.
    "F": {0: "from as_of as_from starting starting_from beginning da dal dalla dall dalle a_partire_da"
        " a_partire_dal a_partire_dalla a_partire_dall a_partire_dalle à_partir_de à_partir_du à_partir_d"
        " dès_le dès_l à_compter_du à_compter_de ab ab_dem desde a_partir_del a_partir_da a_partir_do"
        " a_contar_de a_contar_das od od_dnia począwszy_od a_decorrere_dal a_decorrere_dalla a_decorrere_dall"
        " a_decorrere_dalle a_decorrere_da con_decorrenza_dal a_partir_das a_partir_dos desde_as open_from"
        " open_as_of aperto_dal aperta_dal aperti_dal aperte_dal aperto_dall aperta_dall ouvert_dès_le"
        " ouverte_dès_le ouvert_à_partir_du ouverte_à_partir_du geöffnet_ab offen_ab abierto_desde"
        " abierta_desde abierto_desde_el abierta_desde_el aberto_a_partir_de aberta_a_partir_de aberto_desde"
        " aberta_desde otwarty_od otwarta_od otwarte_od trwa_od"},
    "S": {0: "since sin_da sin_dal sin_dalla fin_da fin_dal fin_dalla depuis seit"},
    # Before the day of before and the new one; what is put off so is a deadline with 1.
    "R": {0: "postponed_from moved_from deferred_from rescheduled_from changed_from"
        " spostato_dal spostata_dal rinviato_dal rinviata_dal posticipato_dal posticipata_dal slitta_dal"
        " slittata_dal differito_dal differita_dal reporté_du reportée_du repoussé_du repoussée_du"
        " verschoben_vom verlegt_vom aplazado_del aplazada_del pospuesto_del pospuesta_del adiado_de"
        " adiada_de przesunięty_z przesunięta_z przesunięto_z przełożony_z przełożona_z przełożono_z",
        1: "extended_from prolonged_from prorogato_dal prorogata_dal proroga_dal prolongé_du prolongée_du"
        " prorogé_du prorogée_du verlängert_vom ampliado_del ampliada_del se_amplía_del prorrogado_del"
        " prorrogada_del prorrogado_de prorrogada_de alargado_de alargada_de przedłużony_z przedłużono_z"
        " wydłużony_z wydłużono_z"},
    "G": {0: "auf auf_den para para_o na na_dzień"},  # between these two, beside "to" and "until"
    # `do` is until after every other meaning of it has failed.
    "U": {0: "until till through up_to open_until open_till fino_a fino_al fino_alla fino_all fino_alle"
        " sino_a sino_al sino_alla sino_all sino_alle aperto_fino_al aperta_fino_al aperti_fino_al"
        " aperte_fino_al jusqu_à jusqu_au jusqu_en ouvert_jusqu_au ouverte_jusqu_au ouverts_jusqu_au"
        " ouvertes_jusqu_au bis bis_zu bis_zum bis_zur hasta abierto_hasta abierta_hasta até aberto_até"
        " aberta_até do_dnia aż_do offen_bis geöffnet_bis trwa_do otwarty_do otwarta_do otwarte_do",
        1: "do"},
    "B": {0: "by on_or_before within no_later_than not_later_than at_the_latest at_the_latest_by entro"
        " entro_e_non_oltre non_oltre al_più_tardi au_plus_tard spätestens bis_spätestens bis_spätestens_zum"
        " spätestens_bis spätestens_bis_zum a_más_tardar o_mais_tardar no_mais_tardar até_o_mais_tardar"
        " najpóźniej najpóźniej_do najpóźniej_do_dnia nie_później_niż nie_później_niż_do"
        " nie_później_niż_w_dniu not_after latest latest_by at_latest by_latest d_ici d_ici_le d_ici_au"
        " d_ici_à como_máximo no_más_tarde_del no_más_tarde_de no_máximo no_máximo_até längstens"
        " längstens_bis nicht_später_als"},
    # Before an hour, and of two days as well: "1 juin à 17" could be either. That of 1 is Polish.
    "C": {0: "à", 1: "o"},
    # Between two days of which it is one, in Polish, that of 1.
    "T": {0: "to al alla all au zum", 1: "a"},
    "|": {0: "or o oppure ou oder u lub albo"},  # two months, one of which it is
    "E": {0: "between tra fra entre zwischen między pomiędzy"},
    "A": {0: "and e ed et und y i & +"},
    # Behind a date from which something is open; "from" may stand before it.
    "O": {0: "onwards onward in_poi in_avanti en_adelantente"},
    "~": {0: "about around circa ca approximately approx environ vers verso etwa ungefähr hacia alrededor_de"
        " aproximadamente intorno_a intorno_al około ~"},
    # Before an hour, perhaps one of the afternoon; those of 1 also join two hours with their days.
    "c": {0: "at um @", 1: "alle a_las às pelas"},
    "K": {0: "h ore le_ore godz godzina godzinie godziny o_godz o_godzinie kl", 1: "alle_ore"},
    "k": {0: "h hours hrs heures heure uhr horas hs hora godz", TWELVE: "o_clock"},  # after an hour
    "p": {0: "am", 12: "pm"},
    # Beside an hour, of which they say the half of the day.
    "P": {
        MORNING: "morning in_the_morning mattina mattino di_mattina matin morgens am_morgen vormittags"
        " am_vormittag de_la_mañana por_la_mañana de_la_madrugada madrugada da_manhã de_manhã da_madrugada"
        " rano nad_ranem przed_południem",
        AFTERNOON: "afternoon in_the_afternoon pomeriggio di_pomeriggio après_-_midi nachmittags"
        " am_nachmittag de_la_tarde por_la_tarde da_tarde de_tarde à_tarde po_południu",
        EVENING: "evening in_the_evening di_sera della_sera soir abends am_abend wieczorem wieczór",
        NIGHT: "at_night notte di_notte nachts de_la_noche por_la_noche da_noite de_noite à_noite w_nocy",
    },
    "H": {0: "noon midday mezzogiorno a_mezzogiorno midi mittag mittags mediodía al_mediodía meio_-_dia"
        " południe w_południe południa"},
    # The end of the day named, as is 24:00.
    "M": {0: "midnight mezzanotte a_mezzanotte alla_mezzanotte minuit mitternacht mitternachts medianoche"
        " a_la_medianoche meia_-_noite północ północy o_północy"},
    "V": {
        EARLY: "early beginning beginning_of the_beginning_of start start_of inizio inizio_di all_inizio_di"
        " début au_début anfang principios comienzos início inícios princípio no_início nos_inícios"
        " no_princípio no_começo początek początku na_początku ai_primi_di",
        MID: "mid middle middle_of metà metà_di mi milieu mitte mediados mitad meados połowa połowie połowy"
        " w_połowie towards_the_middle_of towards_mid gegen_mitte",
        LATE: "late end end_of the_end_of fine fine_di fin ende final finales fim finais koniec końca końcu"
        " pod_koniec no_final no_fim nos_finais towards_the_end_of toward_the_end_of gegen_ende"
        " verso_la_fine_di verso_fine vers_la_fin hacia_el_final hacia_finales",
        LAST: "last_day_of last_day_in ultimo_giorno_di ultimo_giorno_d ultimo_giorno_del_mese_di"
        " dernier_jour_de dernier_jour_d dernier_jour_du_mois_de letzter_tag_des letzter_tag_im"
        " letzten_tag_des letzten_tag_im letzter_tag_vom letzten_tag_vom último_día_de último_día_del_mes_de"
        " último_dia_do_mês_de ostatni_dzień ostatniego_dnia ostatnim_dniem ostatni_dzień_miesiąca",
    },
    # "il prossimo 15 marzo", "le 15 octobre dernier"
    "D": {
        1: "next prossimo prossima prossimi pv prochain prochaine nächsten kommenden próximo próxima"
        " najbliższego",
        -1: "last past scorso scorsa dernier dernière letzten vergangenen pasado último passado ubiegłego"
        " minionego",
    },
    # No date yet; behind a date, one that is not sure.
    "t": NOT_YET,
    "q": CUES,
    "@": {0: "in am a ad au zum em"},  # before a date, to be left aside; they mean more, above
    # Left aside wherever they stand.
    "": {0: "the of on il lo la le l el der den dem das im nel nella nell en de d du del dell della von vom ,"
        " ( ) [ ] los las les o os ao dia del_giorno il_giorno giorno del_día el_día los_días no_dia do_dia"
        " w_dniu w_dniach dnia r rok roku w we na die dias i_giorni nei_giorni w_terminie | included"
        " inclusive incluso compreso inclus compris einschließlich incluido inclusivo włącznie including"
        " and_including inclusivamente improrogabilmente tassativamente inderogabilmente perentoriamente"
        " perentorio perentoria perentori perentorie tassativo tassativa inderogabile improrogabile"
        " improrrogable improrrogables impératif impérative impérativement exact_date the_exact_date"
        " data_esatta date_exacte genaues_datum genauer_termin fecha_exacta data_exata dokładna_data"
        " dokładny_termin"
        " during durante nel_corso_di nel_corso_del is is_on ist_der ist_am in_the_month_of month_of"
        " nel_mese_di mese_di au_mois_de mois_de au_mois_d im_monat monat en_el_mes_de mes_de no_mês_de"
        " w_miesiącu the_year in_the_year of_the_year anno nell_anno dell_anno en_l_année année de_l_année"
        " im_jahr im_jahre des_jahres jahr del_año en_el_año año no_ano do_ano w_roku z_dnia sometime"
        " some_time im_laufe im_laufe_des im_verlauf_des w_ciągu w_trakcie os_dias no_decorrer_de"
        " no_decurso_de em_dia new nuovo nuova nouveau nouvelle noch fixed_for set_for is_set_for fissato_al"
        " fissata_al fissato_per_il fissata_per_il è_fissata_al è_fissato_al fixé_au fixée_au est_fixée_au"
        " festgesetzt_auf fijado_para_el fijada_para_el fixado_para wyznaczony_na will_be_accepted"
        " ambos_inclusive ambos_inclusos both_days_inclusive both_days_included estremi_inclusi"
        " estremi_compresi inklusive beide_inklusive jeweils_inklusive les_deux_inclus nos_dias c_è_tempo"
        " ambos_incluidos entrambi_inclusi inclusi compresi both_included both_inclusive neue neuer neues"
        " nuevo nueva novo nova nowy nowa"
        " sharp in_punto précises pünktlich en_punto em_ponto punktualnie sind"
        # that it is earlier now is told by its history
        " brought_forward_to moved_forward_to moved_up_to anticipato_al anticipata_al anticipati_al"
        " anticipate_al anticipato_all anticipata_all avancé_au avancée_au vorverlegt_auf vorverlegt_auf_den"
        " vorgezogen_auf vorgezogen_auf_den adelantado_al adelantada_al antecipado_para antecipada_para"
        " przyspieszony_na przyspieszona_na przyspieszono_na"},
    "-": {0: "-"}, "/": {0: "/"}, ":": {0: ":"},
    "?": {0: "? provisional provisionally provvisoria provvisorio provisoire vorläufig provisória"
        " provisório wstępny wstępna tentative expected expected_on expected_in expected_for probably"
        " likely planned planned_for scheduled scheduled_for scheduled_on foreseen foreseen_for previsto"
        " prevista previsti previste previsto_per prevista_per previsto_il prevista_il previsto_a"
        " prevista_a probabilmente presumibilmente indicativamente prévu prévue prévu_pour prévue_pour"
        " prévu_le prévue_le probablement vraisemblablement voraussichtlich geplant vermutlich"
        " previsto_para prevista_para previsto_en prevista_en probablemente previsivelmente provavelmente"
        " indicatively indicative_date indicativo indicativa indicativi data_indicativa"
        " a_titolo_indicativo indicatif indicative date_indicative à_titre_indicatif prévisionnel"
        " prévisionnelle date_prévisionnelle prévisionnellement unverbindlich orientativo orientativa"
        " fecha_orientativa fecha_indicativa a_título_indicativo a_título_orientativo orientacyjny"
        " orientacyjna orientacyjnie orientacyjny_termin"
        " estimated estimated_date data_stimata stimata stimato estimé estimée date_estimée geschätzt"
        " estimada estimado fecha_estimada data_estimada szacowany szacowana szacunkowy szacunkowa"
        " planowany planowana planowane planowany_na planowana_na planowane_na prawdopodobnie przewidywany"
        " przewidywana przewidywany_na przewidywana_na"},
}  # fmt: skip
