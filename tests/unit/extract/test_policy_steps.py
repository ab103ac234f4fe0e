import pytest

from told_texts import CALL, POLICY, entries


@pytest.mark.parametrize(
    "sentence",
    [
        "The European Commission has approved the programme “Blue Ports”.",
        "La Commissione europea ha approvato il programma “Porti blu”.",
        "La Commission européenne a approuvé le programme « Ports bleus ».",
        "Die EU-Kommission hat das Programm „Blaue Häfen“ genehmigt.",
        "La Comisión Europea ha aprobado el programa «Puertos azules».",
        "A Comissão Europeia aprovou o programa “Portos azuis”.",
        "Komisja Europejska zatwierdziła program „Błękitne porty”.",
    ],
)
def test_an_approval_that_begins_a_text_is_a_step(sentence: str) -> None:
    told = entries("# Money for ports", sentence, "The call closes on 5 May 2026.")
    assert [kind for kind, _ in told] == [POLICY, CALL] or [kind for kind, _ in told] == [CALL, POLICY]


@pytest.mark.parametrize(
    "line",
    ["Work programme 2026 adopted on 6 December 2025.", "Programma di lavoro adottato il 6 dicembre 2025."],
)
def test_a_work_programme_behind_a_call_is_background(line: str) -> None:
    assert [kind for kind, _ in entries("# Call for ports", line, "It closes on 5 May 2026.")] == [CALL]


@pytest.mark.parametrize(
    "sentence",
    [
        "The public consultation runs until 20 November 2026.",
        "La consultazione pubblica è aperta fino al 20 novembre 2026.",
        "La consultation publique est ouverte jusqu'au 20 novembre 2026.",
        "Die öffentliche Konsultation läuft bis 20. November 2026.",
        "La consulta pública está abierta hasta el 20 de noviembre de 2026.",
        "A consulta pública decorre até 20 de novembro de 2026.",
        "Konsultacje publiczne trwają do 20 listopada 2026 r.",
    ],
)
def test_a_consultation_is_one(sentence: str) -> None:
    assert [kind for kind, _ in entries("# State aid for ports", sentence)] == [POLICY]
