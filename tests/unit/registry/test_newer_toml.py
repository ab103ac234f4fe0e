"""What only TOML 1.1 has is told exactly where the standard library's reader, of TOML 1.0, refuses a file."""

import sys
import tomllib
from itertools import product

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from clustercalls.registry.layout import Layout
from clustercalls.registry.newer_toml import forms, may_have, problems

OLD_READER = sys.version_info < (3, 15)  # of TOML 1.0 alone

BLANKS = ["", " ", "\n", " # , }\n"]
VALUES = [
    "1", "17:00", "17:00:00", "17:00:00.5", "2027-04-04T17:00", "2027-04-04 17:00+01:00", "2027-04-04T17:00Z",
    "2027-04-04T17:00:00+01:00", "2027-04-04t17:00:00-01:00", "2027-04-04", "1e5", "[1,\n2,\n]", "{}",
    '"17:00 {, }"', r'"\e"', r'"\\e"', r'"\x41"', r"'\x41 \e'", r'"""\e"""', r'"""\\x"""', r"'''\e'''",
    '"""\n{\n,}"""', r'"\u001b\t"', "[{ b = 1 },\n{ b = 2 }]", "{ b = [\n1,\n] }", '{ b = """\n""" }',
]  # fmt: skip
TEXTS = [
    *(f"a = {value}" for value in VALUES),
    *(f"a = [{value},{blank}]" for value, blank in product(VALUES, BLANKS)),
    *(f"a = {{ b = {value}{comma}{blank}}}" for value, comma, blank in product(VALUES, ["", ","], BLANKS)),
    *(f"a = {{{blank}b.c = {value}, d = {{ e = {{}}{blank}}}}}" for value, blank in product(VALUES, BLANKS)),
    '"\\e" = 1', '"\\\\e" = 1', "['{']\na = 17:00:00", "[[a]]\nb = 1 # { 17:00\n", "[a . b]\nc = { d = 1, }",
]  # fmt: skip


def takes(reader: object, text: str) -> bool:
    try:
        (tomllib if reader is tomllib else tomli).loads(text)
    except ValueError:
        return False
    return True


@pytest.mark.skipif(not OLD_READER, reason="this Python reads TOML 1.1 itself")
def test_they_are_told_where_and_only_where_another_reader_refuses() -> None:
    texts = [text for text in TEXTS if takes(tomli, text)]
    told = {text: bool(problems(text, "a.toml", Layout(text))) for text in texts}
    assert len(texts) > 300
    assert told == {text: not takes(tomllib, text) for text in texts}


def test_one_of_a_form_a_line_and_where_it_stands() -> None:
    text = """a = 1
b = {
  c = 17:00, d = 18:00,
}
e = "\\e\\x41"
"""
    found = [(each.place.line, dict(each.values)["item"]) for each in problems(text, "a.toml", Layout(text))]
    assert found == [
        (2, "an inline table over several lines"),
        (3, "a time without seconds"),
        (4, "a comma before the } of an inline table"),
        (5, "an escape \\e or \\x"),
    ]


KEYS = ["b", '"{"', "'}'", "17", '"\\e"']
NESTED = st.recursive(
    st.sampled_from(VALUES),
    lambda inner: st.one_of(
        st.builds("[{1}{0},{1}{0}]".format, inner, st.sampled_from(BLANKS)),
        st.builds("{{{2}{1} = {0}{3}{2}}}".format, inner, st.sampled_from(KEYS), st.sampled_from(BLANKS),
                  st.sampled_from(["", "", ",", ", c = 1"])),
    ),
    max_leaves=4,
)  # fmt: skip
LINES = st.lists(st.builds("{} # {}\n".format, NESTED, st.sampled_from(["", "17:00", "{", '"'])), max_size=3)


@given(LINES)
def test_what_has_one_has_a_sign_of_it(values: list[str]) -> None:
    text = "".join(f"a{number} = {each}" for number, each in enumerate(values))
    assert may_have(text) or not list(forms(text)) or not takes(tomli, text)


@pytest.mark.parametrize(
    "text",
    [
        'a = { b = "}, }", c = 1 }',
        "a = 17:00:00",
        'a = "10:30:00 \\n" # on Monday: 10',
        "a = {}",
        "a = 2 # b:c",
    ],
)
def test_what_most_files_hold_is_no_sign(text: str) -> None:
    assert not may_have(text)
