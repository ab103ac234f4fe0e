import pytest

from told_texts import entries, of_key, only, stages, understood, values

SENDERS = (
    "Camera di commercio di Genova – Ufficio Europa",
    "MINISTERIO DE PUERTOS Y COSTAS",
    "Point de contact national Mer – Horizon Europe",
    "Nationale Kontaktstelle Meere",
    "Gabinete de Apoio ao Mar | Destaques da semana",
    "Krajowy Punkt Kontaktowy informuje:",
    "Université de Nice, direction de la recherche",
    "Regional Office in Brussels – Funding Bulletin",
)
CALL = "The Green Harbours call is open until 5 May 2027. EUR 3 million, and projects get 60% of costs."


@pytest.mark.parametrize("sender", SENDERS)
def test_who_sends_a_paper_is_no_title_of_the_call_in_it(sender: str) -> None:
    draft = only(f"# {sender}", CALL)
    (title,) = values(draft, "title")
    assert "Green Harbours" in title
    assert stages(draft) == {"deadline": "2027-05-05"}


@pytest.mark.parametrize(
    "headline",
    [
        "Mare Foundation – Ocean Grants 2027",
        "Regione Liguria: contributi per i porti verdi",
        "Stiftung Meer – Ausschreibung „Grüne Häfen“",
    ],
)
def test_a_body_with_what_it_gives_is_a_title(headline: str) -> None:
    (title,) = values(only(f"# {headline}", "Apply until 5 May 2027. EUR 3 million is available."), "title")
    assert title in headline


@pytest.mark.parametrize("line", ["Comunicato stampa", "Nota informativa", "Government Notice", "Circolare"])
def test_the_sort_of_a_paper_is_no_title(line: str) -> None:
    assert "Harbours" in values(only("# MINISTRY OF PORTS", line, CALL), "title")[0]


def test_only_the_first_lines_may_be_those_of_a_sender() -> None:
    assert entries("# Call for ports", CALL, "# Camera di commercio di Genova", "Open until 6 June 2027.")


def test_a_greeting_is_no_title_and_no_entry() -> None:
    text = "The next cut-off of the Blue Proof Grant (Horizon Europe) is 21 October 2027, 17:00. 9 grants."
    draft = only("# Dear colleagues,", text)
    assert stages(draft) == {"deadline": "2027-10-21 17:00"}
    assert not values(draft, "title")[0].startswith("Dear")


def test_a_bulletin_of_a_sender_has_the_entries_of_others() -> None:
    lines = (
        "# Ponto de Contacto Nacional – Horizonte Europa",
        "Notícias de janeiro de 2027",
        "Concurso “Portos Verdes”: encerra no dia 18 de setembro de 2027.",
        "Dia de informação do Mar: Lisboa, 8 de fevereiro de 2027.",
    )
    made = understood(*lines)
    assert sorted(str(one.kind) for one in made.drafts) == ["call", "event"]
    assert all(of_key(one, "title") for one in made.drafts)


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("La Consejería de Puertos abre la línea «Muelles conectados»", "Muelles conectados"),
        ("The Regional Agency opens its Ports window", "The Regional Agency opens its Ports window"),
        ("Camera di commercio – Voucher porti 2027", "Voucher porti 2027"),
        ("[PUNTO DI CONTATTO NAZIONALE] Avviso di proroga, porti", "Avviso di proroga, porti"),
        ("Agência Nacional do Mar | Aviso para projetos-piloto", "Aviso para projetos-piloto"),
        ("Interreg Office: fifth call", "Interreg Office: fifth call"),
    ],
)
def test_a_heading_is_called_by_what_it_is_on_and_not_by_who_sends_it(headline: str, title: str) -> None:
    text = "The call closes on 5 May 2027. EUR 3 million is available."
    assert values(only(f"# {headline}", text), "title") == [title]


def test_a_body_and_that_it_has_a_call_are_no_title() -> None:
    draft = only(
        "# Município de Évora – Aviso de abertura",
        "# Programa de Apoio às Associações",
        "Candidaturas de 2 a 31 de janeiro de 2027. Montante global: 150.000 €",
    )
    assert values(draft, "title") == ["Programa de Apoio às Associações"]


@pytest.mark.parametrize(
    "line",
    ["Invitation", "INVITACIÓN", "ANI – Agência Nacional do Mar", "PRESS NOTICE – Department for Harbours"],
)
def test_more_lines_that_are_no_title(line: str) -> None:
    draft = only(f"# {line}", CALL)
    assert "Green Harbours" in values(draft, "title")[0]


def test_a_topic_before_a_list_of_calls_is_no_sender() -> None:
    told = entries("# Ports: calls open", "- Call “Blue”: deadline 5 May 2026")
    assert len(told) == 1
