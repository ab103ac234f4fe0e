import pytest

from clustercalls.extract.behind_dates import behind_date
from clustercalls.extract.entry import _told
from told_texts import CALL, EVENT, document, entries


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("5 May 2027: deadline for the Green Hubs call", "Green Hubs call"),
        ("5 maggio 2027: scadenza del bando Porti Verdi, prima fase", "Porti Verdi"),
        ("5 mai 2027 – clôture de l'appel Ports Verts (Lyon)", "l'appel Ports Verts"),
        ("5. Mai 2027: Frist für Erasmus+ Partnerschaften", "Erasmus+ Partnerschaften"),
        ("mayo de 2027: apertura prevista de las convocatorias LIFE", "convocatorias LIFE"),
        ("5 de maio de 2027: fim do prazo Europa Criativa para festivais", "Europa Criativa para festivais"),
        ("5 maja 2027 r.: zamknięcie naboru Interreg Polska – Słowacja", "naboru Interreg Polska – Słowacja"),
        ("5 May 2027: deadline for the submission of proposals", None),
        ("5 May 2027: info day of the Green Hubs call", None),
        ("The Green Hubs call closes on 5 May 2027", None),
    ],
)
def test_the_name_behind_a_day(text: str, name: str | None) -> None:
    (piece,) = _told(document(text))
    one = behind_date(piece)
    assert (one.name[1].text if one and one.name else None) == name


def test_days_of_several_calls_are_entries_and_those_of_one_are_its_stages() -> None:
    told = entries(
        "# O que aí vem",
        "- 5 de março de 2027: fim do prazo Erasmus+ para parcerias",
        "- 9 de abril de 2027: Fórum da Bioeconomia, no Porto",
        "- maio de 2027: abertura provável das convocatórias LIFE",
    )
    assert [kind for kind, _ in told] == [CALL, EVENT, CALL]
    assert entries(
        "# Call “Green Hubs”", "- 5 May 2027: opening", "- 6 June 2027: deadline of the Green Hubs call"
    ) == [(CALL, "Green Hubs")]
