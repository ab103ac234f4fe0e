import pytest

from told_texts import of_key, understood


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
    ],
)
def test_where_the_title_comes_from(lines: tuple[str, ...], title: str, is_sure: bool) -> None:
    draft = understood(*lines).drafts[-1]
    (fact,) = of_key(draft, "title")
    assert (fact.value, fact.sure) == (title, is_sure)
