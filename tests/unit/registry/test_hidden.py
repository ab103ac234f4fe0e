"""Characters that nobody sees are told wherever a file can hold them, and what writing needs is not."""

import json
import unicodedata

import pytest

from clustercalls.registry.hidden import problems
from clustercalls.registry.layout import Layout

UNSEEN = [
    *"\x00\x07\x08\x0b\x0c\x1b\x1f\x7f\x80\x85\x9b\x9f",  # controls
    *"\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",  # bidirectional
    *"\u180e\u200b\u2060\u2061\u2064\u206a\u206f\ufeff\ufff9\ufffb\u2028\u2029",  # of no width
    *"\U000e0001\U000e0020\U000e0041\U000e007f",  # tags
]


def told(content: str) -> list[tuple[int, str, str, str]]:
    found = problems(content, "a.toml", Layout(content))
    return [(p.place.line, p.place.entry, p.place.field, dict(p.values)["characters"]) for p in found]


def escape(character: str) -> str:
    return f"\\U{ord(character):08X}"


PLACES = {
    "title": ('[[call]]\nid = "a"\ntitle = "a{}b"', 3, "a"),
    "stage.2.note": ('[[call]]\nid = "a"\n[[call.stage]]\n[[call.stage]]\nnote = "a{}b"', 5, "a"),
    "contact.phones.1": ('[[call]]\nid = "a"\ncontact = {{ phones = ["a{}b"] }}', 3, "a"),
    "x-own.1.deep": ('[[call]]\nid = "a"\nx-own = [{{ deep = "{}" }}]', 3, "a"),
    "defaults.source.title": ('[defaults]\nsource = {{ title = "{}" }}', 2, ""),
}


@pytest.mark.parametrize("character", UNSEEN, ids=lambda each: f"{ord(each):04x}")
def test_each_is_told_in_every_place_written_as_it_is_or_as_an_escape(character: str) -> None:
    for field, (text, line, name) in PLACES.items():
        expected = [(line, name, field, f"U+{ord(character):04X}")]
        assert told(text.format(escape(character))) == expected
        if unicodedata.category(character) != "Cc" or character >= "\x80":  # TOML itself refuses those
            assert told(text.format(character)) == expected
            assert told(f"a = 1\n# a{character}b") == [(2, "", "", f"U+{ord(character):04X}")]


@pytest.mark.parametrize(
    "text",
    [
        "è € – “Innosup” 日本語 שלום مرحبا",
        "می\u200cخواهم",
        "क्\u200dष",
        "👩\u200d🔬 ❤️\u200d🔥 e\u0301",
        "tab\tand\nline\r\nend",
        "no\u00a0break",
    ],
)
def test_what_writing_needs_is_not_told(text: str) -> None:
    assert told(f"x = {json.dumps(text, ensure_ascii=False)}\n# {text.partition(chr(9))[0]}") == []


@pytest.mark.parametrize("text", ["Pay\u200dpal", "\u200cx", "ж\u200cж", "می\u200c"])
def test_a_joiner_that_joins_nothing_is_told(text: str) -> None:
    assert len(told(f'x = "{text}"')) == 1


def test_an_escape_of_an_escape_and_a_literal_text_hold_none() -> None:
    assert told("a = \"\\\\u202e\"\nb = '\\u202e'") == []


def test_a_field_is_told_once_and_four_characters_are_named() -> None:
    many = "".join(map(escape, UNSEEN[12:18]))
    assert told(f'[[call]]\nid = "a"\ntags = ["fine",\n"{many}",\n"{many}"]') == [
        (4, "a", "tags.2", "U+061C, U+200E, U+200F, U+202A, …")
    ]


def test_a_key_is_told_and_shown_by_escapes_only_where_it_is_said() -> None:
    assert told('[[call]]\nid = "a"\n"x-\\u202e" = 1') == [(3, "a", "x-\u202e", "U+202E")]


def test_a_file_nested_as_deep_as_the_parser_takes() -> None:
    text = "a = " + "[" * 190 + '"\\u202e"' + "]" * 190
    assert [line for line, *_ in told(text)] == [1]
