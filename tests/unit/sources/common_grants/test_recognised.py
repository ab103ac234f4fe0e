"""What looks like opportunities, and where they are in what was sent."""

import json
from typing import Any

import pytest

from clustercalls.sources.common_grants.recognised import is_common_grants, opportunities_in, pages_of
from opportunities import opportunity, page

ONE = opportunity(1)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (ONE, [ONE]), ([ONE], [ONE]), (page(ONE), [ONE]), (page(), []),
        ({"status": 200, "message": "", "data": ONE}, [ONE]),
        ({"status": 200, "message": "", "data": [ONE]}, [ONE]),
    ],
)  # fmt: skip
def test_where_they_are(said: Any, found: list[Any]) -> None:  # noqa: ANN401 - whatever was sent
    assert is_common_grants(json.dumps(said).encode())
    assert opportunities_in(said) == found


@pytest.mark.parametrize("said", [[], [7], {}, {"items": []}, {"data": {}}, 7, "a"])
def test_what_does_not_look_like_it(said: Any) -> None:  # noqa: ANN401 - whatever was sent
    assert not is_common_grants(json.dumps(said).encode())


def test_how_many_pages_there_are() -> None:
    assert pages_of(page(pages=3)) == 3
    others: list[Any] = [7, {}, {"paginationInfo": 7}, {"paginationInfo": {"totalPages": "9"}}]
    assert [pages_of(each) for each in others] == [1, 1, 1, 1]
