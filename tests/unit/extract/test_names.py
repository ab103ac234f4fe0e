from clustercalls.extract import names
from clustercalls.extract.folded import Folded
from clustercalls.passages import Emphasis


def test_quotations_and_emphasis_are_names() -> None:
    text = "il bando “Reti verdi” e Cluster Go, con piccole"
    strong = (Emphasis(24, 34), Emphasis(40, 47), Emphasis(0, 2))
    assert [each.text for each in names.quoted(text, strong)] == ["Reti verdi", "Cluster Go"]


def test_a_call_is_named_beside_its_word() -> None:
    before = names.of_call(Folded("The Commission launched Greenhubs, a call under LIFE"))
    after = names.of_call(Folded("the call Green Industry Hubs opens"))
    assert before is not None
    assert after is not None
    assert (before.text, after.text) == ("Greenhubs", "Green Industry Hubs")
    assert names.of_call(Folded("Greenhubs opens")) is None


def test_a_call_by_its_number_and_its_programme() -> None:
    number = names.numbered(Folded("aperto il terzo bando per reti"))
    programme = names.interreg("del programma Interreg V-A Italia-Grecia 2021")
    assert number is not None
    assert programme is not None
    assert (number.text, programme.text) == ("terzo bando", "Interreg V-A Italia-Grecia")


def test_an_identifier_with_its_name() -> None:
    name = names.with_ref("Konkurs INNO-01-2026: Value chains of tomorrow jest otwarty", 8)
    assert name is not None
    assert name.text == "INNO-01-2026: Value chains of tomorrow"


def test_small_letters_in_emphasis() -> None:
    small = names.emphasised("la call formale del 2026", [Emphasis(0, 2), Emphasis(3, 15)])
    assert small is not None
    assert small.text == "call formale"


def test_a_title_is_plain() -> None:
    assert names.plain("**Save the date: Cluster Days**.") == "Cluster Days"


def test_the_words_round_that_for_a_call() -> None:
    cases = {
        "il nuovo invito LIFE per i progetti integrati uscirà": "invito LIFE per i progetti integrati",
        "DREAM Cluster – Open Call for small firms is open": "DREAM Cluster – Open Call for small firms",
        "Among the calls currently open": None,
        "The call opens": None,
    }
    found = {text: names.phrase_of_call(Folded(text)) for text in cases}
    assert {text: name and name.text for text, name in found.items()} == cases


def test_the_name_beside_a_round() -> None:
    name = names.beside_call(Folded("Also, the Innovation Booster window opens"))
    assert name is not None
    assert name.text == "Innovation Booster"


def test_numbers_with_what_a_call_is_for_and_roman_ones() -> None:
    cases = {
        "Der 3. Call für klassische Projekte ist geöffnet": "3. Call für klassische Projekte",
        "wniosków w II naborze w priorytecie 1": "II naborze",
    }
    found = {text: names.numbered(Folded(text)) for text in cases}
    assert {text: name and name.text for text, name in found.items()} == cases


def test_a_word_made_of_a_programme_is_no_name() -> None:
    assert names.interreg("aus dem Interreg-VI-Programm gespeist") is None


def test_the_number_of_a_call_in_words_and_figures() -> None:
    cases = {
        "lancement du 2e appel à projets": {2},
        "Die dritte Ausschreibung": {3},
        "Call 3 now open": {3},
        "appel à projets n°4": {4},
        "il nuovo bando": set(),
        "call 2027": set(),
    }
    assert {text: names.numbers_of_calls(Folded(text)) for text in cases} == cases


def test_emphasis_on_dates_and_words_is_no_name() -> None:
    for strong in ("14 May 2027 at 17:00", "SMEs only", "75 %", "EUR 5.000.000 in all"):
        assert names.quoted(strong, [Emphasis(0, len(strong))]) == []
    assert [name.text for name in names.quoted("Cluster Go", [Emphasis(0, 10)])] == ["Cluster Go"]


def test_a_body_that_stands_before_a_call_is_not_its_name() -> None:
    text = "aprovado pelo Comité de Acompanhamento, a quarta convocatória abre"
    assert names.of_call(Folded(text)) is None
    number = names.numbered(Folded(text))
    assert number is not None
    assert number.text == "quarta convocatória"


def test_a_title_is_without_pictures() -> None:
    assert names.plain("🚀 First open call 🎉") == "First open call"


def test_a_title_is_without_what_says_that_a_mail_answers_one() -> None:
    assert names.plain("RE: FW: Bando Voucher") == "Bando Voucher"
    assert names.plain("I: Programma") == "Programma"
