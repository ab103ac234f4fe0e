import pytest

from clustercalls.extract.entry_section import EntrySection
from clustercalls.extract.sections import sections
from clustercalls.extract.sentences import sentences
from clustercalls.extract.told import told
from told_texts import document


def parted(*lines: str) -> list[EntrySection]:
    return sections([told(number, one, None) for number, one in enumerate(sentences(document(*lines)))])


@pytest.mark.parametrize(
    ("lines", "mixed"),
    [
        (("# Call", "HORIZON-CL4-2026-01 closes on 5 May 2026.", "It has EUR 5 million."), [False]),
        (("# Call", "HORIZON-CL4-2026-01 until 5 May 2026, LIFE-2026-02 until 6 May 2026."), [True]),
        (
            (
                "# Two chances",
                "The Eurostars call closes on 5 May 2026. The Blue Ports call closes on 6 May 2026.",
            ),
            [True, True],
        ),
        (
            (
                "# Ports: call open",
                "The ports call closes on 5 May 2026.",
                "The nets call closes on 6 May 2026.",
            ),
            [True],
        ),
        (
            (
                "Os informamos de dos oportunidades.",
                "La primera, el programa Puertos, cierra el 5 de mayo de 2026.",
                "La segunda cierra el 6 de junio de 2026.",
            ),
            [True],
        ),
        (
            (
                "# Erasmus+ for ports",
                "Applicants have until 5 May 2026.",
                "The LIFE call on nets closes on 6 June 2026.",
            ),
            [True],
        ),
        (("# Call", "It closes on 5 May 2026, the second stage on 6 October 2026."), [False]),
        (("# Call for ports", "The webinar on the call is on 3 May 2026, its deadline 5 June 2026."), [True]),
    ],
)
def test_dates_that_may_be_of_several_calls_are_marked(lines: tuple[str, ...], mixed: list[bool]) -> None:
    assert [section.mixed for section in parted(*lines)] == mixed
