import pytest

from clustercalls.extract.date_spans import spans
from clustercalls.extract.folded import Folded
from clustercalls.extract.hours import hour_beside


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("alle ore 12.00 del 5 maggio 2026", "12:00"),
        ("5 maggio 2026, ore 13", "13:00"),
        ("5. Mai 2026 um 18:00 Uhr", "18:00"),
        ("5 May 2026 at 5 pm", "17:00"),
        ("5 mai 2026 à midi", "12:00"),
        ("5 May 2026 at 5", ""),
    ],
)
def test_the_hour_beside_a_date(text: str, hour: str) -> None:
    (span,) = spans(Folded(text))
    assert span.hour == hour


def test_the_places_take_in_the_hour() -> None:
    folded = "alle ore 12.00 del 5 maggio 2026"
    start, end, hour = hour_beside(folded, folded.index("5 m"), len(folded))
    assert (folded[start:end].strip(), hour) == ("ore 12.00 del 5 maggio 2026", "12:00")
    assert hour_beside("5 May 2026", 0, 10) == (0, 10, "")
