"""Each field and each kind of stage has the role of its date."""

import pytest

from clustercalls.editing.fields import ENTRY, STAGE
from clustercalls.model import StageKind
from clustercalls.phrase.field_roles import Role, role_of

FIELDS = [
    ("deadline", "", Role.DUE),
    ("registration", "", Role.REGISTERS),
    ("internal", "", Role.OURS),
    ("opens", "", Role.OPENS),
    ("published", "", Role.PUBLISHED),
    ("starts", "", Role.STARTS),
    ("ends", "", Role.ENDS),
    ("until", "deadline", Role.ENDS),
    ("when", "deadline", Role.DUE),
    ("when", "dates", Role.STARTS),
    ("when", "interview", Role.INTERVIEWS),
    ("when", "", Role.SOME),
    ("decision", "", Role.DECIDES),
    ("checked", "", Role.NOTED),
    ("done", "deadline", Role.NOTED),
    ("source.date", "", Role.WRITTEN),
]


@pytest.mark.parametrize(("field", "kind", "role"), FIELDS)
def test_the_field_says_what_its_date_is(field: str, kind: str, role: Role) -> None:
    assert role_of(field, kind) is role


def test_every_field_that_takes_a_date_has_a_role() -> None:
    dated = {name for fields in (ENTRY, STAGE) for name, field in fields.items() if field.is_date}
    assert dated - {field for field, _, _ in FIELDS} <= set(StageKind)  # by its kind, a day on which it is


def test_what_is_read_alike_has_one_plain_role() -> None:
    plain = {role.plain for role in Role}
    assert plain == {Role.DUE, Role.OPENS, Role.PUBLISHED, Role.STARTS, Role.ENDS, Role.NOTED, Role.SOME}
    assert {role for role in Role if role.looks_back} == {Role.PUBLISHED, Role.NOTED, Role.WRITTEN}
