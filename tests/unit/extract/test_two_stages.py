"""Two deadlines of one sentence are those of a first and a second stage, where it says so."""

import pytest

from told_texts import only, stages


@pytest.mark.parametrize(
    "sentence",
    [
        "Concept notes are due by 3 March 2027, full proposals by 5 May 2027.",
        "First stage: 3 March 2027; second stage: 5 May 2027.",
        "Stage 1 closes on 3 March 2027 and stage 2 on 5 May 2027.",
        "Outlines are due by 3 March 2027; those selected submit full applications until 5 May 2027.",
        "Prima fase: scadenza 3 marzo 2027; seconda fase: 5 maggio 2027.",
        "Idee progettuali entro il 3 marzo 2027, le proposte complete entro il 5 maggio 2027.",
        "Procedura in due fasi (3 marzo 2027 e 5 maggio 2027).",
        "Première étape le 3 mars 2027, deuxième étape le 5 mai 2027.",
        "Les notes d'intention sont attendues le 3 mars 2027 et les dossiers complets le 5 mai 2027.",
        "Procédure en deux étapes : 3 mars 2027 et 5 mai 2027.",
        "Erste Stufe: 3. März 2027, zweite Stufe: 5. Mai 2027.",
        "Projektskizzen bis 3. März 2027, Vollanträge bis 5. Mai 2027.",
        "Zweistufiges Verfahren mit Fristen am 3. März 2027 und 5. Mai 2027.",
        "Primera fase: 3 de marzo de 2027; segunda fase: 5 de mayo de 2027.",
        "Expresiones de interés: 3 de marzo de 2027, propuestas completas hasta el 5 de mayo de 2027.",
        "1.ª fase: 3 de março de 2027; 2.ª fase: 5 de maio de 2027.",
        "Pré-candidaturas até 3 de março de 2027 e as candidaturas finais até 5 de maio de 2027.",
        "Pierwszy etap do 3 marca 2027 r., drugi etap do 5 maja 2027 r.",
        "Fiszki projektowe do 3 marca 2027 r., pełne wnioski do 5 maja 2027 r.",
        "Le deuxième, sur l'eau, est en deux étapes : 3 mars 2027 puis 5 mai 2027.",
    ],
)
def test_two_stages(sentence: str) -> None:
    told = stages(only("# Call “Green Ports”", sentence))
    assert told == {"first": "2027-03-03", "second": "2027-05-05"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The deadlines are 3 March 2027 and 5 May 2027.",
        "Two stages: 3 March 2027, 5 May 2027 and 6 June 2027.",
    ],
)
def test_other_dates_are_of_no_stage(sentence: str) -> None:
    told = stages(only("# Call “Green Ports”", sentence))
    assert not {"first", "second"} & set(told)
