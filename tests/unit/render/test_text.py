"""CSV, TSV, Markdown, JSON, plain columns and templates: one encoder each, read back by another's reader."""

import csv
import json
from io import StringIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from builders import at, entry, registry_of, stage
from clustercalls.i18n import language
from clustercalls.model import Entry, Source
from clustercalls.query import select
from clustercalls.query.select import Row
from clustercalls.query.wanted import Query
from clustercalls.render import text
from clustercalls.render.columns import MILESTONES, View
from clustercalls.render.safe import safe_lines
from judges import is_formula, terminal

patient = settings(deadline=None)  # a busy machine is not a bug

# What acts on a terminal, among what it stands beside.
HARMFUL = st.sampled_from(
    [*"\x00\x07\x08\x1b\x7f\x85\x9b\r\n\t\u2028\u202e\u2066\u200b\ufeff\ud800", "\U000e0041", *"a=|"]
)
VIEW = View(language("en"))
NOW = at("2017-03-01")


def rows(*entries: Entry) -> tuple[Row, ...]:
    return select.upcoming(registry_of(*entries), Query(), NOW)


def titled(title: str, **rest: Any) -> tuple[Row, ...]:  # noqa: ANN401
    return rows(entry(stage("2017-04-04"), title=title, **rest))


def written(form: str, shown: tuple[Row, ...], *columns: str, header: bool = True) -> str:
    chunks = text.FORMATS[form](shown, MILESTONES, View(language("en"), "", columns, header))
    return b"".join(each if isinstance(each, bytes) else each.encode() for each in chunks).decode()


FORMULAS = [
    ("=1+1", "'=1+1"),
    ("+1+1", "'+1+1"),
    ("-2+3", "'-2+3"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("\tx", "'\tx"),
    ("\rx", "'\\u000dx"),
    ("-5", "'-5"),  # what follows in the next cell would go on with it, where a comma parts none
    ("+1.5", "'+1.5"),
    ("a=b", "a=b"),
    ("plain", "plain"),
    ('say "it"', '"say ""it"""'),
    ("a,b", '"a,b"'),
    ("two\nlines", '"two\nlines"'),
    ("two\r\nlines", '"two\r\nlines"'),
    ("nul\x00", "nul\\u0000"),
    ("\x1b]0;owned\x07", "\\u001b]0;owned\\u0007"),
    ("\x9b31m \u202egpj", "\\u009b31m \\u202egpj"),
    ("\ud800", "\\ud800"),
    ("-1E2", "'-1E2"),
    ("-Infinity", "'-Infinity"),
    (" =1", "' =1"),
    ("\u00a0\u3000@x", "'\u00a0\u3000@x"),
    ("\n=1", "\"'\n'=1\""),
    ("\r\n=1", "\"'\\u000d'\n'=1\""),
    ("a;=1", "a;'=1"),
    ("a; =1;b;@x", "a;' =1;b;'@x"),
    ("a,+1", '"a,\'+1"'),
    ('a;"=1"', '"a;\'""=1"""'),
    ('"=1"', '"\'""=1"""'),
    ("a\n\u200b-1", '"a\n\'\\u200b-1"'),
    ("\u3164=1", "'\u3164=1"),
    ("a;\uff1d1", "a;'\uff1d1"),
    ("a;b, c", '"a;b, c"'),
    ("a;'=1", "a;'=1"),  # which is a text already
    ("2016-12-01; 2017-01-02", "2016-12-01; 2017-01-02"),
    ("\x00=1", "'\\u0000=1"),
    ("\x1b\u200b\ufeff\u202e+1", "'\\u001b\\u200b\\ufeff\\u202e+1"),
    ("\uff1d1", "'\uff1d1"),
    (" \uff0b1", "' \uff0b1"),
    ("\uff0d1", "'\uff0d1"),
    ("\uff20x", "'\uff20x"),
    ("\ufe661", "'\ufe661"),
    (" a", " a"),
    (" 1 = 1", " 1 = 1"),
    ('=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'),
]


@pytest.mark.parametrize(("title", "expected"), FORMULAS)
def test_a_cell_of_csv(title: str, expected: str) -> None:
    assert written("csv", titled(title), "title") == f"title\r\n{expected}\r\n"


@patient
@given(st.text(min_size=1).filter(lambda title: safe_lines(title) == title))
def test_csv_is_read_back_by_pythons_reader(title: str) -> None:
    found = list(csv.reader(StringIO(written("csv", titled(title), "title", "id"), newline="")))
    assert found[0] == ["title", "id"]
    assert found[1][0].replace("'", "") == title.replace("'", "")
    assert found[1][0] in {title, f"'{title}"} or any(each in title for each in ",;\t\r\n")
    assert found[1][1:] == ["a"]
    assert len(found) == 2


@patient
@given(st.text(HARMFUL, min_size=1))
@pytest.mark.parametrize("form", ["csv", "tsv", "md", "plain"])
def test_nothing_that_acts_is_in_a_table(form: str, title: str) -> None:
    out = written(form, titled(title, programme=title, tags=(title,)))
    assert terminal(out.encode("utf-8", "surrogatepass"), "\n\r\t" if form == "csv" else "\n\t").harm == []
    assert "\r" not in out.replace("\r\n", "")


SIGNS = st.sampled_from([*"=+-@;,'\" \t\r\n", "\u200b", "\uff1d", "\u3164", "a", "0", "cmd|'/C x'!A0"])


@patient
@given(st.lists(SIGNS, min_size=1).map("".join), st.lists(SIGNS, min_size=1).map("".join))
@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_no_cell_is_a_formula_whatever_parts_them(form: str, title: str, summary: str) -> None:
    it = entry(stage("2017-04-04"), title=title, programme=summary)
    for names in (("title", "programme"), ("days_left", "title", "programme"), ("id", "title", "programme")):
        out = written(form, rows(it), *names)
        for parting in ",;\t":
            for row in csv.reader(StringIO(out, newline=""), delimiter=parting):
                assert [each for each in row if is_formula(each)] == []


def test_a_number_is_a_number_but_where_the_next_cell_would_go_on_with_it() -> None:
    it = entry(stage("2017-01-29"), title="0+1")
    shown = select.upcoming(registry_of(it), Query(past=True), NOW)
    assert written("csv", shown, "title", "days_left").split("\r\n")[1].endswith(",-31")
    assert written("csv", shown, "days_left", "title").split("\r\n")[1] == "'-31,0+1"


def test_csv_has_every_field_and_a_header_unless_told() -> None:
    lines = written("csv", titled("A", tags=("x", "y"), budget=18_500_000)).split("\r\n")
    assert lines[0].split(",") == list(MILESTONES.fields)
    assert "18500000" in lines[1]
    assert "x; y" in lines[1]
    assert written("csv", titled("A"), "title", header=False) == "A\r\n"
    assert written("csv", (), "title") == "title\r\n"


def test_tsv_has_one_line_a_row_whatever_a_title_holds() -> None:
    assert written("tsv", titled("a\tb\nc\r\nd"), "title", "id") == "title\tid\na b c  d\ta\n"


@pytest.mark.parametrize(("title", "expected"), FORMULAS)
def test_a_cell_of_tsv_is_no_formula_where_one_of_csv_is_none(title: str, expected: str) -> None:
    cell = written("tsv", titled(title), "title").split("\n")[1]
    assert cell.startswith("'") == expected.lstrip('"').startswith("'")
    assert not set("\t\r\n\x00\x1b\u202e") & set(cell)


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_an_address_in_a_cell_has_nothing_that_is_not_seen(form: str) -> None:
    it = entry(stage("2017-04-04"), url="https://a.example/\u202e\u200b\U000e0041è")
    shown = rows(replace(it, source=Source(url="https://b.\u2066")))
    assert "https://a.example/%E2%80%AE%E2%80%8B%F3%A0%81%81è" in written(form, shown, "url")
    assert "https://b.%E2%81%A6" in written(form, shown, "source_url")


def test_markdown_escapes_what_it_would_read() -> None:
    shown = titled("a|b *c* [d] <e> `f` \\g _h_")
    assert written("md", shown, "what", "programme").splitlines() == [
        "| What | Programme |",
        "|---|---|",
        "| a\\|b \\*c\\* \\[d\\] \\<e\\> \\`f\\` \\\\g \\_h\\_ · deadline |  |",
    ]


def test_markdown_links_the_title_to_its_address() -> None:
    shown = titled("Call", url="https://a.example/x(1)|2")
    assert written("md", shown, "what", header=False) == (
        "| [Call · deadline](https://a.example/x%281%29%7C2) |\n"
    )
    assert written("md", ()) == ""


def test_json_is_one_array_of_one_line_each() -> None:
    shown = rows(entry(stage("2017-04-04")), entry(stage("2017-04-05"), name="b"))
    said = written("json", shown, "uid")
    assert json.loads(said) == [{"uid": "a/deadline"}, {"uid": "b/deadline"}]
    assert said.count("\n") == 2
    assert written("json", ()) == "[]\n"


def test_plain_columns_are_aligned_also_wide_ones() -> None:
    shown = rows(
        entry(stage("2017-04-04"), title="日本", programme="X"),
        entry(stage("2017-04-05"), name="b", title="abcdef", programme="Y"),
    )
    assert written("plain", shown, "what", "programme") == (
        "What               Programme\n日本 · deadline    X\nabcdef · deadline  Y\n"
    )
    assert written("plain", (), "what") == ""
    assert written("plain", titled("A"), "what", header=False) == "A · deadline\n"


def test_plain_columns_that_are_empty_take_no_room() -> None:
    assert written("plain", titled("A"), "programme", "what", header=False) == "A · deadline\n"


def test_plain_says_nothing_to_a_terminal() -> None:
    assert "\x1b" not in written("plain", titled("\x1b[31mred"))


TEMPLATES = [
    ("{when}\\t{title}", "2017-04-04\tCall\n"),
    ("{id}: {title}\\n", "a: Call\n\n"),
    ("{date}, {left}", "Tue 4 Apr 2017, in 34 days\n"),
    ("{programme}|", "|\n"),
    ("no names", "no names\n"),
    ("{unknown {id}", "{unknown a\n"),
    ("{} {0} {id!r} {id:>9} {{id}}", "{} {0} {id!r} {id:>9} {a}\n"),
    ("{unconfirmed} {tags}", "false x; y\n"),
]


@pytest.mark.parametrize(("template", "expected"), TEMPLATES)
def test_a_template_replaces_names_as_text(template: str, expected: str) -> None:
    shown = titled("Call", tags=("x", "y"))
    assert "".join(map(str, text.template(shown, MILESTONES, VIEW, template))) == expected


def test_a_template_never_reads_what_it_replaced() -> None:
    said = "".join(map(str, text.template(titled("{id}\\t\x1b[1m"), MILESTONES, VIEW, "{title}")))
    assert said == "{id}\\t\\x1b[1m\n"


def test_the_names_a_template_asks_for() -> None:
    assert text.template_names("{when} {nope} {0} {}") == ["when", "nope"]
