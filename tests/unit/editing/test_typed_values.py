"""One `field=value` as it is typed."""

import pytest

from clustercalls.editing.fields import ENTRY
from clustercalls.editing.typed_values import Setting, new_value, setting
from clustercalls.errors import UsageRefused


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title=T", ("title", "", "T")),
        ("tags+=a, b", ("tags", "+", "a, b")),
        ("tags-=a", ("tags", "-", "a")),
        ("note=a=b", ("note", "", "a=b")),
        ("note=", ("note", "", "")),
        ("note=a\nb", ("note", "", "a\nb")),
        ("source.title=-", ("source.title", "", "-")),
    ],
)
def test_a_setting_is_a_field_a_sign_and_a_value(text: str, said: tuple[str, str, str]) -> None:
    assert setting(text) == Setting(*said)


@pytest.mark.parametrize("text", ["title", "=T", "two words=T", "title =T", "9=T", "title*=T", ""])
def test_what_is_no_setting_is_refused(text: str) -> None:
    with pytest.raises(UsageRefused) as refused:
        setting(text)
    assert refused.value.problem.code == "bad-setting"


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("tags+=c, a", ["a"], ["a", "c"]),
        ("tags-=a", ["a"], None),
        ("note+=more", "some", "some more"),
        ("note+=more", "some\n", "some\nmore\n"),
        ("budget=7 mln", 5, 7_000_000),
        ("budget=", 5, None),
    ],
)
def test_what_it_makes_of_a_value(text: str, old: object, new: object) -> None:
    typed = setting(text)
    assert new_value(typed, ENTRY[typed.name], old, "title") == new


@pytest.mark.parametrize("text", ["title=", "tags-=z", "budget+=1"])
def test_what_it_cannot_make(text: str) -> None:
    typed = setting(text)
    with pytest.raises(UsageRefused) as refused:
        new_value(typed, ENTRY[typed.name], ["a"], "title")
    assert refused.value.problem.code == "bad-value"
