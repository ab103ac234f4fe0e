"""The names of months, seasons, quarters and days of the year, in the order and the notation of `lexicon`."""

MONTHS = {
    1: "january jan gennaio gen genn janvier janv januar jänner jaenner enero ene janeiro",
    2: "february feb febr febbraio febb février févr fév februar febrero fevereiro",
    3: "march mar marzo mars märz maerz mrz março",
    4: "april apr aprile avril avr abril abr",
    5: "may maggio mag magg mai mayo maio",
    6: "june jun giugno giu juin juni junio junho",
    7: "july jul luglio lug lugl juillet juill juil juli julio julho",
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

# Months by their Roman numbers, between a day and a year: "15 IV 2027".
ROMAN = {
    1: "i", 2: "ii", 3: "iii", 4: "iv", 5: "v", 6: "vi", 7: "vii", 8: "viii", 9: "ix", 10: "x", 11: "xi",
    12: "xii",
}  # fmt: skip

# Days of the year that have a name, by month and day: 929 is 29 September. Not those that move, as
# Easter, nor those that are a season as well, as Christmas.
FEASTS = {
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
PERIODS = {
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
