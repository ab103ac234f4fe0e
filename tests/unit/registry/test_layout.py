"""Every problem has its line, whatever the text around it looks like."""

import re
import tracemalloc

import pytest

from clustercalls.registry.layout import LEXEME, Layout, line_of_entry

INTERLEAVED = """\
[[call]]
id = "first"
[[event]]
id = "between"
[[call.stage]]
kind = "deadline"   # of the call "first": TOML goes by the name, not by the neighbour
[[call]]
id = "second"
[[event.stage]]
kind = "dates"
[[call.stage]]
when = 2017-04-04
"""


def test_a_stage_belongs_to_the_last_entry_of_its_kind() -> None:
    layout = Layout(INTERLEAVED)
    assert layout.line_of("call", 0, ("stage", 0, "kind")) == 6
    assert layout.line_of("event", 0, ("stage", 0, "kind")) == 10
    assert layout.line_of("call", 1, ("stage", 0, "when")) == 12
    assert layout.line_of("call", 1, ("id",)) == 8
    assert layout.entry("call", 2) == []


def test_headers_in_multi_line_texts_are_text() -> None:
    layout = Layout('''\
[[call]]
summary = """
[[call]]
id = "not me"
\\"""
[[call.stage]] """""
note = \'\'\'
[[call]] \'\'\'
title = "here"
[[call]]
id = "second"
''')
    assert layout.line_of("call", 0, ("title",)) == 9
    assert layout.line_of("call", 1, ("id",)) == 11
    assert layout.entry("call", 2) == []


def test_brackets_in_lists_texts_and_comments_are_not_headers() -> None:
    layout = Layout("""\
[[call]]  # [[call]] once more
tags = [
  "a",   # ]
  "[b]",
  '''
[[call]]
''',
  [["deep", [1, 2]], { x = [
  ] }],
]
title = "x # not a comment ["
links = [
  { url = "https://example.org/#a", title = "]" },
]
note = "here"
""")
    assert layout.line_of("call", 0, ("title",)) == 11
    assert layout.line_of("call", 0, ("links", 0, "url")) == 13
    assert layout.line_of("call", 0, ("links",)) == 12
    assert layout.line_of("call", 0, ("note",)) == 15
    assert len(layout.sections) == 2


@pytest.mark.parametrize(
    "key", ["when", '"when"', "'when'", '"wh\\u0065n"', "  when  ", "\twhen"], ids=lambda key: key.strip()
)
def test_a_key_may_be_quoted_and_indented(key: str) -> None:
    layout = Layout(f"[[call]]\n[[ 'call' . \"stage\" ]]\n\n{key}= 1\n")
    assert layout.line_of("call", 0, ("stage", 0, "when")) == 4


def test_line_ends_may_be_those_of_windows() -> None:
    layout = Layout('[[call]]\r\nid = "a"\r\n\r\n[[call.stage]]\r\nkind = """\r\nx"""\r\nwhen = 1\r\n')
    assert layout.line_of("call", 0, ("id",)) == 2
    assert layout.line_of("call", 0, ("stage", 0, "when")) == 7


DOTTED = """\
source.title = "root"
[defaults]
zone = "UTC"
source.date = 1
[defaults.source]
url = "x"
[[call]]
source.title = "notes"
source.date = "x"
[call.contact]
email = 5
[[call.stage]]
[call.stage.after]
stage = "first"
[[call.stage]]
after.months = 3
[call.stage.after.deep]
[[call.history]]
was = 1
"""


def test_dotted_keys_and_tables_below_are_found_by_their_path() -> None:
    layout = Layout(DOTTED)
    lines = {
        ("source", "date"): 9,
        ("source", "url"): 8,
        ("contact", "email"): 11,
        ("contact",): 10,
        ("stage", 0, "after", "stage"): 14,
        ("stage", 0, "after", "months"): 13,
        ("stage", 1): 15,
        ("stage", 1, "after", "months"): 16,
        ("stage", 1, "after", "deep"): 17,
        ("stage",): 12,
        ("history", 0, "was"): 19,
        ("nowhere",): 7,
        (): 7,
    }
    assert {path: layout.line_of("call", 0, path) for path in lines} == lines


def test_what_stands_outside_entries_is_found_too() -> None:
    layout = Layout(DOTTED)
    assert layout.line_of_top("source", "title") == 1
    assert layout.line_of_top("defaults") == 2
    assert layout.line_of_top("defaults", "zone") == 3
    assert layout.line_of_top("defaults", "source", "date") == 4
    assert layout.line_of_top("defaults", "source", "url") == 6
    assert layout.line_of_top("defaults", "currency") == 2
    assert layout.line_of_top("nothing") == 0


def test_items_of_a_list_have_lines_of_their_own() -> None:
    layout = Layout("""\
[[call]]
links = [ # the first, [ and the second
  { url = "a", title = "x, [y]" }, { url = "b" },

  # not yet: { url = "no" },
  {
    url = "c", title = "d"
  }
  ,
  { url = "e" } ]
tags = []
grants = { number = 8, each = [
  5 ] }
warn = ["30d",
  "7d", 5, # last
]
""")
    assert [layout.line_of("call", 0, ("links", n, "url")) for n in range(5)] == [3, 3, 6, 10, 2]
    assert [layout.line_of("call", 0, ("warn", n)) for n in range(4)] == [14, 15, 15, 14]
    assert layout.line_of("call", 0, ("tags", 0)) == 11
    assert layout.line_of("call", 0, ("grants", "each")) == 12


def test_entries_without_headers_stand_where_their_braces_do() -> None:
    layout = Layout('schema = 1\ncall = [\n  { id = "a" },\n  { id = "b" },\n]\n')
    assert layout.line_of("call", 0, ("id",)) == 3
    assert layout.line_of("call", 1, ("id",)) == 4
    assert Layout("").line_of("call", 0, ("id",)) == 0
    assert Layout("[[call.stage]]\n").line_of("call", 0, ("stage", 0)) == 1


def test_sections_cover_the_text_without_gaps() -> None:
    layout = Layout(INTERLEAVED)
    ends = [section.end for section in layout.sections]
    assert [section.start for section in layout.sections] == [0, *ends[:-1]]
    assert ends[-1] == len(INTERLEAVED)


ENTRIES = """\
# Ours
[[call]]
id = "one"
title = "id = 'two'"

  [[call]]   # indented
  title = "T"
  id   =   'two'   # quoted otherwise

[[event]]
id = "one"
title = "T"
[event.contact]
name = "three"
"""


@pytest.mark.parametrize(
    ("kind", "id_", "line"),
    [
        ("call", "one", 2),
        ("call", "two", 6),
        ("event", "one", 10),
        ("call", "three", 0),
        ("event", "two", 0),
    ],
)
def test_an_entry_stands_where_its_header_is(kind: str, id_: str, line: int) -> None:
    assert line_of_entry(ENTRIES, kind, id_) == line


@pytest.mark.parametrize("quote", ['"', "'", '"""', "'''"])
@pytest.mark.parametrize("one", ["x", "\\\\", "é "])
def test_a_long_text_is_passed_over_in_no_more_room_than_it_takes(quote: str, one: str) -> None:
    text = f'[[call]]\nnote = {quote}{one * 500_000}{quote}\nafter = 1\n["{one * 200_000}"]\n'
    layout = Layout(text)
    tracemalloc.start()
    try:
        found = [(each.path[:1], list(each.keys)) for each in layout.sections]
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert found[1] == (("call",), [("note",), ("after",)])
    assert len(found) == 3
    assert peak < 10 * len(text)  # what could be tried twice was kept, 150 bytes a letter


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        (r'"a\"b" # c', [r'"a\"b"', "# c"]),
        (r'"a\\" "b"', [r'"a\\"', '"b"']),
        ('"""a"b""c\n"""" ""', ['"""a"b""c\n""""', '""']),
        ('"""""" """\\"""" """a"""""', ['""""""', '"""\\""""', '"""a"""""']),
        ('"""a', ['""']),
        ("'\\' '''a'b''c'''' ''", ["'\\'", "'''a'b''c''''", "''"]),
        ('"a\n"b"', ["\n", '"b"']),
    ],
)
def test_where_a_text_between_quotes_ends(text: str, tokens: list[str]) -> None:
    assert re.findall(LEXEME, text, re.DOTALL) == tokens
