import pytest

from told_texts import CALL, entries


@pytest.mark.parametrize(
    ("heading", "sentence"),
    [
        ("EU money for ports", "The call “Blue Ports Together” closes on 5 May 2026."),
        ("COSME – call for ports", "The agency opened the call “Blue Ports Together” (COS-PORT-2026-1)."),
        ("La Commissione lancia un bando per i porti", "È aperto il bando “Blue Ports Together”."),
        ("Nouvel appel pour les ports", "L'agence publie l'appel « Blue Ports Together » (COS-PORT-2026-1)."),
        ("EU-Aufruf für Häfen", "Mehr zum Aufruf „Blue Ports Together“ auf der Seite."),
        ("Nueva convocatoria para puertos", "Se abre la convocatoria «Blue Ports Together»."),
        ("Comissão lança concurso para portos", "Está aberto o concurso “Blue Ports Together”."),
        ("COSME – konkurs dla portów", "Agencja ogłosiła konkurs „Blue Ports Together” (COS-PORT-2026-1)."),
    ],
)
def test_the_name_beside_the_word_for_a_call_is_better_than_news_of_it(heading: str, sentence: str) -> None:
    assert entries(f"# {heading}", sentence, "Deadline: 5 May 2026.") == [(CALL, "Blue Ports Together")]


@pytest.mark.parametrize(
    ("heading", "sentence"),
    [
        ("Call for blue ports together", "The call “Blue Ports Together” is open."),
        ("COS-PORT-2026-1: call for harbours", "The call “Blue Ports Together” is open."),
        ("Call for harbours", "Projects may use the method “Blue Ports Together”."),
        ("Call for harbours", "The call “Single Market Programme” is open."),
        ("Call for harbours", "The call “Blue Ports Together” and the call “Green Nets for All” are open."),
        ("Call for harbours", "The call “Ports” is open."),
    ],
)
def test_a_heading_that_names_the_call_stays(heading: str, sentence: str) -> None:
    assert entries(f"# {heading}", sentence, "Deadline: 5 May 2026.") == [(CALL, heading)]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (
            "La Giunta ha approvato il bando per il sostegno ai porti, aperto ora.",
            "bando per il sostegno ai porti",
        ),
        (
            "La Région publie l'appel à projets pour les ports de demain.",
            "appel à projets pour les ports de demain",
        ),
        ("Se publica la convocatoria para los puertos del norte.", "convocatoria para los puertos del norte"),
        ("Foi publicado o aviso para os portos do norte.", "aviso para os portos do norte"),
        ("Ogłoszono konkurs dla portów regionu.", "konkurs dla portów regionu"),
    ],
)
def test_a_call_by_what_it_is_for_under_news(sentence: str, name: str) -> None:
    assert entries("# Ports of the future, the money is there", sentence, "Deadline: 5 May 2026.") == [
        (CALL, name)
    ]


def test_a_programme_at_the_head_of_a_paragraph_goes_on_with_its_words() -> None:
    told = entries(
        "# Newsletter of ports",
        "COSME. Networks for the ports of tomorrow (COS-PORT-2026-1). Deadline: 5 May 2026.",
        "LIFE 2026. Proyectos de puertos limpios. Plazo: 6 de junio de 2026.",
        "Erasmus+: deadline 7 July 2026.",
    )
    assert [title for _, title in told] == [
        "COSME, Networks for the ports of tomorrow",
        "LIFE 2026, Proyectos de puertos limpios",
        "Erasmus+",
    ]
