"""Sections of a digest by programme or tag."""

import pytest

from builders import entry
from clustercalls.i18n import ENGLISH
from clustercalls.render.grouping import By, sections
from clustercalls.render.letter import Item

ROWS = [
    entry(name=name, title=name, programme=programme, tags=tags)
    for name, programme, tags in (
        ("a", "LIFE", ("Wind", "smes")), ("b", "", ()), ("c", "Éire", ("smes",)), ("d", "life", ("wind",)),
    )
]  # fmt: skip
TOLD = [(each, Item(each.id)) for each in ROWS]
HEADED = [("Opens", TOLD[2:]), ("Closes", TOLD[:3]), ("Moved", [])]


def parts(by: By | None, *, in_order: bool = False) -> list[tuple[str, str, str]]:
    made = sections(HEADED, by, ENGLISH, in_order=in_order)
    return [(each.group, each.heading, "".join(item.title for item in each.items)) for each in made]


@pytest.mark.parametrize(
    ("by", "made"),
    [
        (None, [("", "Opens", "cd"), ("", "Closes", "abc")]),
        (By.PROGRAMME, [
            ("Éire", "Opens", "c"), ("Éire", "Closes", "c"), ("life", "Opens", "d"), ("life", "Closes", "a"),
            ("Other", "Closes", "b"),
        ]),
        (By.TAG, [
            ("smes", "Opens", "c"), ("smes", "Closes", "c"), ("wind", "Opens", "d"), ("wind", "Closes", "a"),
            ("Other", "Closes", "b"),
        ]),
    ],
)  # fmt: skip
def test_an_entry_stands_in_one_group_by_its_name_in_any_case(
    by: By | None, made: list[tuple[str, str, str]]
) -> None:
    assert parts(by) == made


def test_in_order_groups_come_as_their_first_entries_do() -> None:
    headed = [("", [TOLD[1], TOLD[0], TOLD[2], TOLD[3]])]
    assert [each.group for each in sections(headed, By.TAG, ENGLISH, in_order=True)] == [
        "Wind", "smes", "Other",
    ]  # fmt: skip
