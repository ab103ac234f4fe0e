"""Deadlines named as steps of one procedure."""

import pytest

from clustercalls.registry.steps import followed, step


@pytest.mark.parametrize(("names", "follows"), [
    (["first", "second"], {"second": "first"}), (["second", "first"], {"second": "first"}),
    (["first", "second", "third"], {"second": "first", "third": "second"}),
    (["outline", "full"], {"full": "outline"}), (["loi", "proposal"], {"proposal": "loi"}),
    (["expression-of-interest", "full-application"], {"full-application": "expression-of-interest"}),
    (["step-1", "step-2"], {"step-2": "step-1"}), (["stage1", "stage2"], {"stage2": "stage1"}),
    (["phase_1", "phase_2", "phase_3"], {"phase_2": "phase_1", "phase_3": "phase_2"}),
    (["prima-fase", "seconda-fase"], {"seconda-fase": "prima-fase"}),
    (["1st-stage", "2nd-stage"], {"2nd-stage": "1st-stage"}),
    (["1-stufe", "2-stufe"], {"2-stufe": "1-stufe"}), (["phase-i", "phase-ii"], {"phase-ii": "phase-i"}),
    (["i-fase", "ii-fase", "iii-fase"], {"ii-fase": "i-fase", "iii-fase": "ii-fase"}),
    (["1a-fase", "2a-fase"], {"2a-fase": "1a-fase"}),
    (["1ere-etape", "2eme-etape"], {"2eme-etape": "1ere-etape"}),
    (["primeira-fase", "segunda-fase"], {"segunda-fase": "primeira-fase"}),
    (["pierwszy-etap", "drugi-etap"], {"drugi-etap": "pierwszy-etap"}),
    (["manifestazione-di-interesse", "proposta"], {"proposta": "manifestazione-di-interesse"}),
    (["idea-progettuale", "proposta-completa"], {"proposta-completa": "idea-progettuale"}),
    (["lettera-d-intenti", "proposta-progettuale"], {"proposta-progettuale": "lettera-d-intenti"}),
    (["carta-de-intenciones", "propuesta-completa"], {"propuesta-completa": "carta-de-intenciones"}),
    (["projektskizze", "vollantrag"], {"vollantrag": "projektskizze"}),
    # what only comes later follows nothing
    (["cut-off-1", "cut-off-2"], {}), (["first-cut-off", "second-cut-off"], {}), (["spring", "autumn"], {}),
    (["second"], {}), (["first", "third"], {}), (["batch-1", "batch-2"], {}), (["i", "ii"], {}),
    (["1a", "2a"], {}), ([], {}),
    # two of one step
    (["first", "outline", "full"], {}), (["outline", "full", "second"], {}),
])  # fmt: skip
def test_what_follows_by_its_name(names: list[str], follows: dict[str, str]) -> None:
    assert followed(names) == follows


def test_the_number_of_a_step() -> None:
    assert [step(each) for each in ("outline", "full", "terza", "step-12", "deadline", "")] == [
        1,
        2,
        3,
        12,
        0,
        0,
    ]
