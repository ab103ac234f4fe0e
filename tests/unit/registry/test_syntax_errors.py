"""Why a file is not TOML, for people who have never heard of TOML."""

import re
from pathlib import Path

import pytest
import tomli

from clustercalls.registry.syntax_errors import (
    MANY_LEVELS,
    MEANINGS,
    MOST_DIGITS,
    explained,
    line_of_brackets,
    line_of_digits,
)

# what somebody wrote, the line that is wrong, a word of what is wrong, and what to write
WRITTEN = [
    ("title = T", 1, "no value", 'Put the text in quotes: "…"'),
    ("a = 1\ntitle = 'it's'", 2, "more on this line", 'Put the text in double quotes: "…"'),
    ('title = "the "big" one"', 1, "more on this line", "Write ' for the quotes inside the text."),
    ("title = “T”", 1, "no value", 'Use straight quotes: "'),
    ('title = "T', 1, "no closing quote", "Close it with the quote it begins with."),
    ('title = """T\n\n', 3, "begins above", "Close it with the quote it begins with."),
    ("title = '''T\n\n", 3, "begins above", "Close it with the quote it begins with."),
    ("budget = 18.500.000", 1, "more on this line", "without points, commas or spaces: 18_500_000"),
    ("budget = 18,5", 1, "more on this line", "Write a point instead of the comma: 1.5"),
    ("budget = €5", 1, "no value", "Write the number alone."),
    ("budget = 5 EUR", 1, "more on this line", "Write the number alone."),
    ("cancelled = yes", 1, "no value", "Write true or false, in small letters."),
    ("deadline = 4 aprile 2017", 1, "more on this line", 'Write the date as "2017-04-04".'),
    ("deadline = 4.4.2017", 1, "more on this line", 'Write the date as "2017-04-04".'),
    ("deadline = 2017-02-30", 1, "no such date", "Check the day and the month."),
    ("deadline = 2027-13-01", 1, "more on this line", "Check the day, the month and the hour."),
    (
        "a = 1\ndeadline = 2027-04-32T10:00:00",
        2,
        "more on this line",
        "Check the day, the month and the hour.",
    ),
    ("at = 2027-04-01T25:00:00", 1, "more on this line", "Check the day, the month and the hour."),
    ("deadline = 1/4/2027", 1, "more on this line", 'Put the text in quotes: "…"'),
    ("deadline = 2027.04.01", 1, "more on this line", 'Write the date as "2027-04-01".'),
    ("at = 17h", 1, "more on this line", 'Put the text in quotes: "…"'),
    ("grants = { each = 1", 1, "has no }", "Close it with }, or put the missing comma."),
    ("grants = { each = 1, each = 2 }", 1, "the same key twice", "Keep one"),
    ("grants = { each = 1 }\n[grants.more]", 2, "there already", "Keep one"),
    ("[[call.]]", 1, "a key is missing here", "Write it in letters, digits, - and _."),
    ("title = 'T\n", 2, "begins above", "Close it with the quote it begins with."),
    ("a = 'T\nb = 'c'", 1, "on this line has no", "Close it with the quote it begins with."),
    ("title = 'T", 1, "no closing quote", "Close it with the quote it begins with."),
    ('title = "\\ud800"', 1, "has a \\ in it", "Write \\\\ for it."),
    ("title: T", 1, "no = after the key", "Write key = value."),
    ("tags = ['a'", 1, "has no ]", "Close it with ], or put the missing comma."),
    ("a = 1\na = 2", 2, "the same key twice", "Keep one, or begin a new block above the second."),
    ("[a]\n[a]", 2, "there already", "Keep one, or write [[ ]] where there may be many."),
    ("[[call]", 1, "header is not closed", "Write as many ] as there are [: [[call]]"),
    ('title = "C:\\temp\\x"', 1, "has a \\ in it", "Write \\\\ for it."),
    ("a = 1 2", 1, "more on this line", "Mend this line; nothing of this file could be read."),
]


@pytest.mark.parametrize(("text", "line", "wrong", "hint"), WRITTEN)
def test_what_people_write_is_told_in_their_words(text: str, line: int, wrong: str, hint: str) -> None:
    with pytest.raises(tomli.TOMLDecodeError) as refused:
        tomli.loads(text)
    found = explained(refused.value, "calls.toml")
    assert (found.code, found.place.file) == ("broken-toml", "calls.toml")
    assert found.place.line == line
    assert wrong in found.message
    assert hint in found.hint


def test_nothing_that_the_parser_says_is_left_in_its_words() -> None:
    """Every message in its own source has a meaning of ours, and so a translation."""
    source = Path(tomli.__file__).with_name("_parser.py").read_text()
    raised = re.findall(r"TOMLDecodeError\(\s*f?\"((?:[^\"\\]|\\.)+)\",", source)
    assert len(raised) > 15
    told = [each.replace("\\\\", "\\").partition("{")[0] for each in raised]
    told = [each for each in told if each not in {"Expected ", "Illegal character "}]  # tried above
    assert [each for each in told if not any(map(each.startswith, MEANINGS))] == []


def test_what_the_parser_says_otherwise_is_passed_on_and_never_filled() -> None:
    found = explained(tomli.TOMLDecodeError("Odd {advice}", "a = 1", 0), "calls.toml")
    assert "odd {advice}" in found.message


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 0),
        ("a = " + "[" * (MANY_LEVELS - 1), 0),
        ("\n\na = " + "[" * MANY_LEVELS, 3),
        ("[" + "a." * MANY_LEVELS + "b]", 1),
        ("{[." * (MANY_LEVELS // 3 + 1), 1),
        ("[\n" * MANY_LEVELS, 0),
    ],
)
def test_the_first_line_of_too_many_levels(text: str, line: int) -> None:
    assert line_of_brackets(text) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 0),
        ("a = " + "9" * (MOST_DIGITS - 1), 0),
        ("\na = " + "9" * MOST_DIGITS, 2),
        ("a = -" + "9_" * (MOST_DIGITS // 2), 1),
    ],
)
def test_the_line_of_the_first_number_that_is_too_long(text: str, line: int) -> None:
    assert line_of_digits(text) == line
