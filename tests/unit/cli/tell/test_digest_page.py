"""The page of a digest: of a window, or of calls picked by hand."""

from datetime import date

import pytest

from builders import at, entry, registry_of, stage
from clustercalls.cli.tell.addressed import Addressed
from clustercalls.cli.tell.digest_page import PageMaterial
from clustercalls.errors import UsageRefused
from clustercalls.i18n import ENGLISH
from clustercalls.model import EntryKind
from clustercalls.query.outward import OTHERS
from clustercalls.query.wanted import Query
from clustercalls.render.letter import Letter

SOIL = entry(stage("2027-04-06"), name="soil", title="Soil", note="ours alone")
FAIR = entry(stage("2027-05-06", "dates"), name="fair", title="Fair", kind="event")
MATERIAL = PageMaterial(registry_of(SOIL, FAIR), at("2027-03-01"), Addressed(ENGLISH, OTHERS))


def titles(page: Letter) -> list[str]:
    return [item.title for section in page.sections for item in section.items]


def test_a_window_has_what_its_query_selects() -> None:
    page = MATERIAL.of_window(Query(), date(2027, 2, 1), frozenset({"fair"}))
    assert [any(name in title for title in titles(page)) for name in ("Soil", "Fair")] == [True, True]
    events = MATERIAL.of_window(Query(kinds=frozenset({EntryKind.EVENT})), date(2027, 2, 1), frozenset())
    assert [any(name in title for title in titles(events)) for name in ("Soil", "Fair")] == [False, True]


def test_what_is_picked_stands_once_in_the_order_it_was_named() -> None:
    page = MATERIAL.picked("fair, soil ,fair,")
    assert len(titles(page)) == 2
    assert "Fair" in titles(page)[0]
    assert "ours alone" not in str(page)


@pytest.mark.parametrize("pick", ["", " , ", "zzz"])
def test_to_pick_nothing_or_what_is_not_there_is_refused(pick: str) -> None:
    with pytest.raises(UsageRefused):
        MATERIAL.picked(pick)
