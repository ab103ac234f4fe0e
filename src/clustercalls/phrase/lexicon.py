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
from clustercalls.phrase.pending import NOT_YET

_MONTHS = {
    1: "january jan gennaio gen genn janvier janv januar jänner jaenner enero ene janeiro",
    2: "february feb febr febbraio febb février févr fév februar febrero fevereiro",
    3: "march mar marzo mars märz maerz mrz março",
    4: "april apr aprile avril avr abril abr",
    5: "may maggio mag magg mai mayo maio",
    6: "june jun giugno giu juin juni junio junho",
    7: "july jul luglio lug lugl juillet juil juli julio julho",
    8: "august aug agosto ago août",
    9: "september sept sep settembre set sett septembre septiembre setiembre setembro",
    10: "october oct ottobre ott octobre oktober okt octubre outubro out",
    11: "november nov novembre noviembre novembro",
    12: "december dec dicembre dic décembre dezember dez diciembre dezembro",
}

# Apart, for they tell that `do` is "until".
POLISH_MONTHS = {
    1: "stycznia styczeń styczniu sty",
    2: "lutego luty lutym lut",
    3: "marca marzec marcu",
    4: "kwietnia kwiecień kwietniu kwi",
    5: "maja maj maju",
    6: "czerwca czerwiec czerwcu cze",
    7: "lipca lipiec lipcu lip",
    8: "sierpnia sierpień sierpniu sie",
    9: "września wrzesień wrześniu wrz",
    10: "października październik październiku paź",
    11: "listopada listopad listopadzie lis",
    12: "grudnia grudzień grudniu gru",
}

# Days of the year that have a name, by month and day: 929 is 29 September. Not those that move, as
# Easter, nor those that are a season as well, as Christmas.
_FEASTS = {
    101: "new_year_s_day capodanno jour_de_l_an neujahr neujahrstag año_nuevo ano_novo nowy_rok",
    106: "epiphany epifania dreikönigstag dreikönigsfest reyes reis święto_trzech_króli",
    815: "ferragosto",
    1101: "all_saints_day ognissanti toussaint allerheiligen todos_los_santos todos_os_santos"
    " wszystkich_świętych",
    1224: "christmas_eve vigilia_di_natale veille_de_noël heiligabend nochebuena véspera_de_natal wigilia",
    1225: "christmas_day giorno_di_natale il_giorno_di_natale jour_de_noël día_de_navidad el_día_de_navidad"
    " dia_de_natal no_dia_de_natal",
    1231: "new_year_s_eve san_silvestro saint_-_sylvestre silvester nochevieja véspera_de_ano_novo sylwester",
}

# Seasons, and quarters and halves in short, by their EDTF codes: they stand where a month would.
_PERIODS = {
    21: "spring primavera printemps frühling frühjahr fruehling fruehjahr wiosna wiosny",
    22: "summer estate été sommer verano verão lato latem",
    23: "autumn fall autunno automne herbst otoño outono jesień jesienią jesieni",
    24: "winter inverno hiver invierno zima zimy",
    33: "q1 t1",
    34: "q2 t2",
    35: "q3 t3",
    36: "q4 t4",
    40: "h1 s1",
    41: "h2 s2",
}

_WEEKDAYS = {
    0: "monday mon lunedì di_lunedì lun lundi montag mo lunes seg segunda_-_feira poniedziałek poniedziałku"
    " pon",
    1: "tuesday tue tues martedì di_martedì mar mardi dienstag di martes ter terça_-_feira terça wtorek"
    " wtorku wt",
    2: "wednesday wed mercoledì di_mercoledì mer mercredi mittwoch mi miércoles mié qua quarta_-_feira środa"
    " środę śr",
    3: "thursday thu thur thurs giovedì di_giovedì gio jeudi jeu donnerstag do do_, jueves jue qui"
    " quinta_-_feira quinta czwartek czw",
    4: "friday fri venerdì di_venerdì ven vendredi freitag fr viernes vie sex sexta_-_feira sexta piątek",
    5: "saturday sat sabato di_sabato sab samedi sam samstag sonnabend sa sábado sobota sobotę sob",
    6: "sunday sun domenica di_domenica dom dimanche dim di sonntag so domingo do do_, niedziela niedzielę"
    " niedz ndz",
}

_ORDINALS = {
    1: "first i primo prima premier première erste erster erstes ersten primer primero primera primeiro"
    " primeira pierwszy pierwszego pierwszym pierwsza pierwsze pierwszej",
    2: "second ii secondo seconda deuxième seconde zweite zweiter zweites zweiten segundo segunda drugi"
    " drugiego drugim druga drugie drugiej",
    3: "third iii terzo terza troisième dritte dritter drittes dritten tercer tercero tercera terceiro"
    " terceira trzeci trzeciego trzecim",
    4: "fourth iv quarto quarta quatrième vierte vierter viertes vierten cuarto cuarta czwarty czwartego"
    " czwartym",
}

EARLY, MID, LATE = 1, 2, 3
HALF, FORTNIGHT = 1, 2  # of a year or a month; of a month alone
MORNING, AFTERNOON, EVENING, NIGHT = 1, 2, 3, 4
TWELVE = 1  # hours that begin anew at noon: "5 o'clock"

WORD_TABLES = {
    "m": _MONTHS,
    "s": _PERIODS,
    "w": _WEEKDAYS,
    "f": _FEASTS,
    "o": _ORDINALS,
    "n": {1: "primo premier erster primero primeiro"},  # "primo aprile", "premier avril": also a day
    # How much of a year is counted, by the EDTF code of the first; or of a month; or of either.
    "u": {
        33: "quarter trimestre quartal kwartał kwartale kwartału",
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
    "I": {0: "in tra fra dans dentro_de em za"},  # "in 3 days"
    # "since" is past: without a year it names another day than "from" would.
    "F": {0: "from as_of as_from starting starting_from beginning da dal dalla dall dalle a_partire_da"
        " a_partire_dal a_partire_dalla a_partire_dall a_partire_dalle à_partir_de à_partir_du à_partir_d"
        " dès_le dès_l à_compter_du à_compter_de ab ab_dem desde a_partir_del a_partir_da a_partir_do"
        " a_contar_de od od_dnia począwszy_od a_decorrere_dal a_decorrere_dalla a_decorrere_dall"
        " a_decorrere_dalle a_decorrere_da con_decorrenza_dal a_partir_das a_partir_dos desde_as open_from"
        " open_as_of aperto_dal aperta_dal aperti_dal aperte_dal aperto_dall aperta_dall ouvert_dès_le"
        " ouverte_dès_le ouvert_à_partir_du ouverte_à_partir_du geöffnet_ab offen_ab abierto_desde"
        " abierta_desde abierto_desde_el abierta_desde_el aberto_a_partir_de aberta_a_partir_de aberto_desde"
        " aberta_desde otwarty_od otwarta_od otwarte_od trwa_od"},
    "S": {0: "since sin_da sin_dal sin_dalla fin_da fin_dal fin_dalla depuis seit"},
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
    "T": {0: "to a al alla all au zum"},
    "|": {0: "or o oppure ou oder u lub albo"},  # two months, one of which it is
    "E": {0: "between tra fra entre zwischen między pomiędzy"},
    "A": {0: "and e ed et und y i & +"},
    # Behind a date from which something is open; "from" may stand before it.
    "O": {0: "onwards onward in_poi in_avanti en_adelantente"},
    "~": {0: "about around circa ca approximately approx environ vers verso etwa ungefähr hacia alrededor_de"
        " aproximadamente intorno_a intorno_al około ~"},
    # Before an hour, perhaps one of the afternoon; those of 1 also join two hours with their days.
    "c": {0: "at um @", 1: "alle a_las às pelas"},
    "K": {0: "h ore le_ore godz godzina godzinie godziny o_godz o_godzinie do_godz do_godziny od_godz"
        " od_godziny kl", 1: "alle_ore"},
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
    "@": {0: "in am a au zum em"},  # before a date, to be left aside; they mean more, above
    # Left aside wherever they stand.
    "": {0: "the of on il lo la le l el der den dem das im nel nella nell en de d du del dell della von vom ,"
        " ( ) [ ] los las les o os ao dia del_giorno il_giorno giorno del_día el_día los_días no_dia do_dia"
        " w_dniu w_dniach dnia r rok roku w we na die dias i_giorni nei_giorni w_terminie | included"
        " inclusive incluso compreso inclus compris einschließlich incluido inclusivo włącznie including"
        " and_including inclusivamente improrogabilmente tassativamente inderogabilmente perentoriamente"
        " during durante nel_corso_di nel_corso_del is is_on ist_der ist_am in_the_month_of month_of"
        " nel_mese_di mese_di au_mois_de mois_de au_mois_d im_monat monat en_el_mes_de mes_de no_mês_de"
        " w_miesiącu the_year in_the_year of_the_year anno nell_anno dell_anno en_l_année année de_l_année"
        " im_jahr im_jahre des_jahres jahr del_año en_el_año año no_ano do_ano w_roku z_dnia sometime"
        " some_time im_laufe im_laufe_des im_verlauf_des w_ciągu w_trakcie os_dias no_decorrer_de"
        " no_decurso_de em_dia new nuovo nuova nouveau nouvelle noch fixed_for set_for is_set_for fissato_al"
        " fissata_al fissato_per_il fissata_per_il è_fissata_al è_fissato_al fixé_au fixée_au est_fixée_au"
        " festgesetzt_auf fijado_para_el fijada_para_el fixado_para wyznaczony_na will_be_accepted"
        " ambos_incluidos entrambi_inclusi inclusi compresi both_included both_inclusive neue neuer neues"
        " nuevo nueva novo nova nowy nowa"},
    "-": {0: "-"}, "/": {0: "/"}, ":": {0: ":"},
    "?": {0: "? expected expected_on expected_in expected_for probably likely planned planned_for scheduled"
        " scheduled_for scheduled_on foreseen foreseen_for previsto prevista previsti previste previsto_per"
        " prevista_per previsto_il prevista_il previsto_a prevista_a probabilmente presumibilmente"
        " indicativamente prévu prévue prévu_pour prévue_pour prévu_le prévue_le probablement"
        " vraisemblablement voraussichtlich geplant vermutlich previsto_para prevista_para previsto_en"
        " prevista_en probablemente previsivelmente provavelmente planowany planowana planowane planowany_na"
        " planowana_na planowane_na prawdopodobnie przewidywany przewidywana przewidywany_na"
        " przewidywana_na"},
}  # fmt: skip

# What the marks beside a word say, in other words: the comma of an hour ("ore 12,00"), an hour without its
# word ("entro le 18"), a weekday that is cut off ("Do. 4.3.", "pt. 4.3."), "u.s." for last, "c.a." for this
# year, "courant mars".
MARKS = {
    r"(\b(?:ore|alle|h|godz|kl)\.? [0-9]{1,2}),([0-9]{2})(?![0-9])": r"\1.\2",
    r"\b(entro le|oltre le|fino alle|sino alle|dalle) (?=[0-9])": r"\1 alle ",
    r"\bdo\. (?=[0-9])": "do, ",
    r"\bpt\.,? (?=[0-9])": "piatek ",
    r"(?<=[a-z]{3} )u\. ?s\.(?= |$)": "scorso",
    r"\bc\. ?a\.": "corrente anno",
    r"\bcourant (?=[a-z])": "",
    r"\b(januar|janner|februar|marz|maerz|april|mai|juni|juli|august|september|oktober|november|dezember)"
    r"(halfte|haelfte)\b": r"\2 \1",
    r"\bn\. ?a\.?(?= |$)|\bna$": "n/a",  # elsewhere "na" is "in the"
    r"(?<=:[0-9]{2})\.$|(?<=\))\.$|;$": "",
}
