import pytest

from clustercalls.extract import extracted
from clustercalls.passages import Emphasis, Passage, PassageKind, ReadDocument
from told_texts import entries, of_key, understood


@pytest.mark.parametrize(
    ("lines", "title", "is_sure"),
    [
        (("# Call for hubs", "It closes on 5 May 2026."), "Call for hubs", True),
        (("# Al via il bando “Reti verdi”: 3 milioni", "Scade il 5 maggio 2026."), "Reti verdi", True),
        (
            ("Il terzo bando Interreg Italia-Grecia scade il 5 maggio 2026.",),
            "Interreg Italia-Grecia, terzo bando",
            False,
        ),
        (("The EU launched Greenhubs, a call for clusters. It closes on 5 May 2026.",), "Greenhubs", False),
        (("# Calls", "- Green hubs: call until 5 May 2026"), "Green hubs", False),
        (
            ("# Agency opens ports call worth EUR 22 million", "SMP-PORTS-2026-01 closes on 5 May 2026."),
            "SMP-PORTS-2026-01",
            True,
        ),
        (
            ("# Progetti entro il 5 maggio 2026", "Il terzo bando Interreg Italia-Grecia è aperto."),
            "Interreg Italia-Grecia, terzo bando",
            False,
        ),
        (("# 2. Ausschreibung Häfen", "Sie endet am 5. Mai 2026."), "2. Ausschreibung Häfen", True),
    ],
)
def test_where_the_title_comes_from(lines: tuple[str, ...], title: str, is_sure: bool) -> None:
    draft = understood(*lines).drafts[-1]
    (fact,) = of_key(draft, "title")
    assert (fact.value, fact.sure) == (title, is_sure)


def test_a_name_in_small_letters_says_of_what_it_is() -> None:
    text = "La call formale sarà pubblicata il 5 maggio 2026."
    told = ReadDocument(
        (
            Passage("Ports under way (acronimo PORTS5)", PassageKind.HEADING),
            Passage(text, strong=(Emphasis(3, 15),)),
        )
    )
    (draft,) = extracted(told).drafts
    assert of_key(draft, "title")[0].value == "PORTS5, call formale"


def test_behind_the_name_of_a_programme_the_quoted_one_is_the_title() -> None:
    told = entries(
        "# Newsletter de maio",
        "- Programa do Mercado Único (COSME): até 28/06/2027, concurso «Parcerias de clusters».",
        "- Horizonte Europa: concurso «Cidades inteligentes», com fecho a 21 de setembro de 2027.",
    )
    assert [title for _, title in told] == ["Parcerias de clusters", "Cidades inteligentes"]
