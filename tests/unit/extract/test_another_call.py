import pytest

from told_texts import CALL, EVENT, entries, of_key, stages, understood, values


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("A first call on climate will follow in autumn 2026.", "first call"),
        ("Un primo bando sul clima sarà pubblicato in autunno 2026.", "primo bando"),
        ("Un premier appel sur le climat suivra à l'automne 2026.", "premier appel"),
        ("Ein erster Projektaufruf zum Klima folgt im Herbst 2026.", "erster Projektaufruf"),
        ("Una primera convocatoria sobre el clima se abrirá en otoño de 2026.", "primera convocatoria"),
        ("Um primeiro aviso sobre o clima será publicado no outono de 2026.", "primeiro aviso"),
        ("Pierwszy nabór klimatyczny zostanie ogłoszony jesienią 2026 r.", "Pierwszy nabór"),
    ],
)
def test_a_first_call_that_is_to_come_is_an_entry(sentence: str, name: str) -> None:
    told = entries("# Fund “Blue Ports”", "Applications from 5 May 2026.", sentence)
    assert told[1:] == [(CALL, f"Blue Ports, {name}")]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The 9th edition will follow in Ghent in May 2028.", "9th edition"),
        ("La prossima edizione si terrà a Gand nel maggio 2028.", "prossima edizione"),
        ("La 9e édition aura lieu à Gand en mai 2028.", "9e édition"),
        ("Die nächste Ausgabe findet im Mai 2028 in Gent statt.", "nächste Ausgabe"),
        ("La próxima edición será en Gante en mayo de 2028.", "próxima edición"),
        ("A próxima edição será em Gante em maio de 2028.", "próxima edição"),
        ("Kolejna edycja odbędzie się w Gandawie w maju 2028 r.", "Kolejna edycja"),
    ],
)
def test_an_event_comes_again(sentence: str, name: str) -> None:
    told = entries("# Ports Conference 2026", "It takes place in Riga on 3 March 2026.", sentence)
    assert told == [(EVENT, "Ports Conference 2026"), (EVENT, f"Ports Conference 2026, {name}")]


@pytest.mark.parametrize(
    ("above", "sentence"),
    [
        ("Ports: 2nd call for projects", "The second call opens on 5 May 2026."),
        ("Porti: 2° bando per progetti", "Il secondo bando apre il 5 maggio 2026."),
        ("Ports : lancement du 2e appel à projets", "Le deuxième appel ouvre le 5 mai 2026."),
        ("Häfen: 2. Aufruf", "Der zweite Aufruf startet am 5. Mai 2026."),
        ("Puertos: 2ª convocatoria", "La segunda convocatoria se abre el 5 de mayo de 2026."),
        ("Portos: 2.º aviso", "O segundo aviso abre a 5 de maio de 2026."),
        ("Porty: II nabór", "Drugi nabór rusza 5 maja 2026 r."),
    ],
)
def test_a_number_in_words_is_that_of_the_heading_in_figures(above: str, sentence: str) -> None:
    assert len(entries(f"# {above}", "Budget: EUR 5 million.", sentence)) == 1


def test_another_identifier_with_its_own_date_is_another_call() -> None:
    lines = (
        "The call LIFE-2026-PORTS closes on 5 May 2026.",
        "Applicants may look at LIFE-2027-NETS instead, which closes on 6 June 2027.",
    )
    first, second = understood(*lines).drafts
    assert [values(first, "ref"), values(second, "ref")] == [["LIFE-2026-PORTS"], ["LIFE-2027-NETS"]]
    assert [stages(first), stages(second)] == [{"deadline": "2026-05-05"}, {"deadline": "2027-06-06"}]


def test_topics_between_semicolons_are_parted() -> None:
    (sentence,) = (
        "Il topic LIFE-2026-PORTS scade il 5 maggio 2026; il topic LIFE-2026-NETS scade il 6 giugno 2026.",
    )
    assert [stages(one) for one in understood(sentence).drafts] == [
        {"deadline": "2026-05-05"},
        {"deadline": "2026-06-06"},
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "In Creative Europe the deadline is 6 June 2026.",
        "In Europa Creativa la scadenza è il 6 giugno 2026.",
        "W programie Kreatywna Europa termin upływa 6 czerwca 2026 r.",
        "Im Programm Kreatives Europa endet die Frist am 6. Juni 2026.",
    ],
)
def test_another_programme_with_its_own_deadline_is_another_call_and_a_question(sentence: str) -> None:
    drafts = understood("The Erasmus+ call for ports closes on 5 May 2026. " + sentence).drafts
    assert [stages(one) for one in drafts] == [{"deadline": "2026-05-05"}, {"deadline": "2026-06-06"}]
    assert not any(fact.sure for one in drafts for fact in of_key(one, "stage"))


@pytest.mark.parametrize(
    "text",
    [
        "Two calls. The first, on ports, closes on 5 May 2026. The second, on nets, closes on 6 June 2026.",
        "Due bandi. Il primo, sui porti, scade il 5 maggio 2026. Il secondo scade il 6 giugno 2026.",
        "Deux appels. Le premier, sur les ports, se clôt le 5 mai 2026. Le deuxième se clôt le 6 juin 2026.",
        "Zwei Aufrufe. Der erste, zu Häfen, endet am 5. Mai 2026. Der zweite endet am 6. Juni 2026.",
        "Dos convocatorias. La primera cierra el 5 de mayo de 2026. La segunda cierra el 6 de junio de 2026.",
        "Dois avisos. O primeiro encerra a 5 de maio de 2026. O segundo encerra a 6 de junho de 2026.",
        "Dwa nabory. Pierwszy, dla portów, kończy się 5 maja 2026 r. Drugi kończy się 6 czerwca 2026 r.",
    ],
)
def test_calls_told_of_one_by_one_are_parted(text: str) -> None:
    dates = [stages(one) for one in understood(text).drafts]
    assert [list(one.values()) for one in dates] == [["2026-05-05"], ["2026-06-06"]]


def test_stages_and_sentences_of_one_call_are_not_told_one_by_one() -> None:
    stages_of_calls = "The first stage closes on 5 May 2026. The second stage closes on 6 June 2026."
    assert len(understood("# Call for ports", f"One of the calls. {stages_of_calls}").drafts) == 1
    rest = "The first, on ports, closes on 5 May 2026. The second, on nets, closes on 6 June 2026."
    assert len(understood("# Call for ports", rest).drafts) == 1


def test_a_programme_named_above_is_no_other_one() -> None:
    lines = "The Erasmus+ call closes on 5 May 2026, with COSME. In COSME it opens on 6 June 2026."
    assert len(understood(lines).drafts) == 1


def test_calls_told_of_one_by_one_are_called_by_their_own_names() -> None:
    told = entries(
        "# Noticias",
        "Hay dos líneas de ayuda. La primera, “Comercio vivo”, acaba el 30 de abril de 2027."
        " La segunda, “Industria viva”, acaba el 15 de mayo de 2027.",
    )
    assert told == [(CALL, "Comercio vivo"), (CALL, "Industria viva")]


def test_a_further_call_behind_a_verb_is_an_entry_of_its_own() -> None:
    told = entries(
        "# Concurso “Portos verdes”",
        "O prazo termina a 28 de junho de 2027. A dotação é de 16 milhões de euros.",
        "Está previsto um novo concurso para o último trimestre de 2027.",
    )
    assert [kind for kind, _ in told] == [CALL, CALL]


def test_what_is_told_behind_a_colon_is_the_name() -> None:
    told = entries(
        "# Convocatorias",
        "Hay dos oportunidades. Primera: el bono «Diseño», abierto hasta el 28 de febrero de 2027."
        " Segunda: la convocatoria LIFE de economía circular, cuyo cierre será el 23 de septiembre de 2027.",
    )
    assert told == [(CALL, "bono «Diseño»"), (CALL, "convocatoria LIFE de economía circular")]


def test_the_days_of_one_call_in_a_list_are_no_calls() -> None:
    told = entries(
        "# Appel “Emballages”",
        "Les dossiers sont examinés à deux dates :",
        "- première relève : 31 mars 2027",
        "- seconde relève : 15 septembre 2027",
    )
    assert told == [(CALL, "Emballages")]
