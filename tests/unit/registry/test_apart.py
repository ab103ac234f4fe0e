"""A file that is not TOML: which of its blocks are used, and what is told of the others."""

from contextlib import suppress

import pytest

from clustercalls.errors import InputRefused, Problem
from clustercalls.registry import apart, read
from clustercalls.registry.syntax_errors import MEND
from counted import sure_in_step

GOOD = '[[call]]\nid = "{0}"\ntitle = "{0}"\ndeadline = 2031-04-05\nchecked = 2031-01-01\n'


def parsed(text: str) -> tuple[list[str], list[tuple[str, int, str]]]:
    """The ids that are used, and code, line and entry of each problem."""
    found = read.parse(text, "calls.toml", {})
    said = [(each.code, each.place.line, each.place.entry) for each in found.problems]
    return [each.id for each in found.entries], said


SLIPS = {
    "a date without noughts": "starts = 2031-4-5",
    "a date in words": "deadline = 5 April 2031",
    "a text without quotes": "summary = On soil",
    "a text that is not closed": 'summary = "On soil',
    "an apostrophe": "summary = 'the farmer's'",
    "a colon": "summary: soil",
    "a list that is not closed": 'tags = ["soil"',
    "a table that is not closed": 'source = { title = "S"',
    "the same key twice": "id = 'again'",
    "a no-break space": "\u00a0",
    "a conflict's mark alone": "<<<<<<< HEAD",
    "nested too deep": "x-own = " + "[" * 3_000,
    "too many digits": "budget = " + "9" * 5_000,
    "a header that is not closed": "[[call.stage",
}


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_one_slip_hides_one_entry_of_thirty(slip: str, ending: str) -> None:
    blocks = [GOOD.format(f"n{number}") for number in range(30)]
    blocks[12] += slip + "\n"
    ids, problems = parsed("".join(blocks).replace("\n", ending))
    assert ids == [f"n{number}" for number in range(30) if number != 12]
    [(_, line, entry)] = problems
    assert line in {66, 67}  # a text or list that is open is noticed where the line, or its block, ends
    assert entry in {"n12", ""}


@pytest.mark.parametrize("head", ["[[call]", "[[call", "[call", "[[ call ]"])
def test_a_slip_in_a_header_is_not_the_entrys_above(head: str) -> None:
    text = GOOD.format("a") + GOOD.format("b").replace("[[call]]", head) + GOOD.format("c")
    assert parsed(text) == (["a", "c"], [("broken-toml", 6, "b")])


@pytest.mark.parametrize("quotes", ['"""', "'''"])
def test_what_looks_like_a_header_in_a_text_begins_no_block(quotes: str) -> None:
    text = GOOD.format("a") + f"note = {quotes}\n{GOOD.format('no')}{quotes}\n" + GOOD.format("b") + "odd\n"
    assert parsed(text)[0] == ["a"]


# what follows `a` and `b`, which ends with a text that begins; then what is used beside `a`
NEVER: list[tuple[str, list[str]]] = [
    (GOOD.format("c"), ["c"]),
    ("", []),
    ("It rains.\n\n[odd words]\n", []),
    (GOOD.format("c") + GOOD.format("d"), ["c", "d"]),
    # quotes follow: what they begin is no end
    (GOOD.format("c") + "note = {q}\nfine\n{q}\n" + GOOD.format("d"), ["c", "d"]),
    (GOOD.format("c") + "note = {q}fine{q}\n" + GOOD.format("d") + "about = {q}\n{q}\n", ["c", "d"]),
    (GOOD.format("c") + "contact.name={q}fine{q}\n" + GOOD.format("d"), ["c", "d"]),
    (GOOD.format("c") + "[[call.stage]]\nkind = 'deadline'\nid = 'x'\nnote = {q}\n\n{q}\n", ["c"]),
    # quotes that end it end it, whatever stands in it
    (GOOD.format("c") + "{q}\n" + GOOD.format("d") + "odd\n", ["b"]),
    (GOOD.format("c") + "so it ends = {q}\n" + GOOD.format("d") + "odd\n", ["b"]),
    (GOOD.format("c") + "about it{q}\n" + GOOD.format("d") + "odd\n" + GOOD.format("e"), ["b", "e"]),
    ("about = {q}fine{q}\n" + GOOD.format("d"), ["d"]),  # of one block: it is lost whole
]


@pytest.mark.parametrize("quotes", ['"""', "'''"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize(("rest", "used"), NEVER)
def test_a_text_that_is_never_closed_hides_its_own_block(
    quotes: str, ending: str, rest: str, used: list[str]
) -> None:
    text = GOOD.format("a") + GOOD.format("b") + f"note = {quotes}\n" + rest.replace("{q}", quotes)
    ids, problems = parsed(text.replace("\n", ending))
    assert ids == ["a", *used]
    assert all(code == "broken-toml" for code, *_ in problems)


def test_the_line_of_a_text_that_is_never_closed_is_of_its_own_block() -> None:
    text = GOOD.format("a") + 'note = """\nIt rains.\n' + GOOD.format("b")
    assert parsed(text) == (["b"], [("broken-toml", 7, "a")])


def test_thirty_texts_of_which_one_is_not_closed() -> None:
    blocks = [GOOD.format(f"n{number}") + 'note = """\nFine.\n"""\n' for number in range(30)]
    blocks[3] = blocks[3].replace('Fine.\n"""\n', "Fine.\n")
    ids, problems = parsed("".join(blocks))
    assert ids == [f"n{number}" for number in range(30) if number != 3]
    assert problems == [("broken-toml", 31, "n3")]


@pytest.mark.parametrize("rows", ["[\n[true],\n[1],\n]", '[\n["call"],\n]'])
def test_a_list_in_a_list_is_no_header(rows: str) -> None:
    assert parsed(GOOD.format("a") + f"x-own = {rows}\n" + GOOD.format("b") + "odd\n")[0] == ["a"]


def test_what_is_wrong_only_together_is_told() -> None:
    text = "[defaults]\nzone = 'Europe/Rome'\n" + GOOD.format("a") + "[defaults]\nzone = 'AoE'\n"
    ids, problems = parsed(text)
    assert (ids, problems) == (["a"], [("broken-toml", 8, "")])
    assert read.parse(text, "calls.toml", {}).zone == "?"


def test_ids_are_one_list_over_all_blocks() -> None:
    text = GOOD.format("a") + GOOD.format("a") + GOOD.format("b") + "odd\n" + GOOD.format("c")
    assert parsed(text) == (["a", "c"], [("duplicate-id", 7, "a"), ("broken-toml", 16, "b")])


OURS, THEIRS = 'owner = "anna"\n', 'owner = "bruno"\n'


def conflict(ours: str, theirs: str, base: str = "") -> str:
    return f"<<<<<<< HEAD\n{ours}{base}=======\n{theirs}>>>>>>> other\n"


@pytest.mark.parametrize(("text", "ids", "lines"), [
    (GOOD.format("a") + conflict(GOOD.format("b"), GOOD.format("c")) + GOOD.format("d"), ["a", "d"], [6]),
    (GOOD.format("a") + conflict(OURS, THEIRS) + GOOD.format("d"), ["d"], [6]),
    (GOOD.format("a") + conflict(OURS, "") + "note = 'x'\n" + GOOD.format("d"), ["d"], [6]),
    (GOOD.format("a") + conflict("", GOOD.format("b")) + GOOD.format("d"), ["a", "d"], [6]),
    (GOOD.format("a") + conflict("", GOOD.format("b")) + OURS + GOOD.format("d"), ["d"], [6]),
    (GOOD.format("a") + conflict(GOOD.format("b"), "", "||||||| 0a\n" + OURS) + GOOD.format("d"),
     ["a", "d"], [6]),
    (conflict(OURS, THEIRS) + GOOD.format("d"), ["d"], [1]),
    ("[[call]]\n" + conflict("id = 'a'\n", "id = 'b'\n") + "title = 'T'\n" + conflict(OURS, THEIRS)
     + GOOD.format("d"), ["d"], [2, 8]),
])  # fmt: skip
def test_a_conflict_hides_what_either_side_could_change(text: str, ids: list[str], lines: list[int]) -> None:
    found, problems = parsed(text)
    assert found == ids
    one_field = problems == [("contested-field", 6, "a")] and conflict(OURS, "")[:30] in text
    one_entry = problems == [("contested-entry", 6, "b")] and GOOD.format("c") not in text
    assert one_field or one_entry or problems == [("merge-conflict", line, "") for line in lines]


def test_a_conflict_is_told_with_its_first_and_last_line() -> None:
    problem = read.parse(GOOD.format("a") + conflict(OURS, THEIRS), "calls.toml", {}).problems[0]
    assert problem.message == "a merge conflict, lines 6 to 10: here it is anna, there bruno"


def test_marks_in_a_text_are_no_conflict() -> None:
    text = GOOD.format("a") + f'note = """\n{conflict(OURS, THEIRS)}"""\n' + GOOD.format("b") + "odd\n"
    assert parsed(text) == (["a"], [("broken-toml", 18, "b")])


@pytest.mark.parametrize(("head", "instant"), [
    ("[defaults]\nzone = Europe/Rome\n", False),
    ("[defaults\nzone = 'Europe/Rome'\n", False),
    ("defaults.zone = Europe/Rome\n", False),
    ("[defaults]\nzone = 'Mars'\n", False),
    ("[defaults]\nzone = 5\n", False),
    ("defaults = 5\n", False),
    ("[defaults]\ncurrency = 5\n", True),
    ("schema = one\n", True),
])  # fmt: skip
def test_without_defaults_no_hour_has_an_instant(head: str, instant: bool) -> None:
    text = head + GOOD.format("a").replace("2031-04-05", "2031-04-05T17:00:00")
    for rest in ("", GOOD.format("b") + "odd\n"):
        found = read.parse(text + rest, "calls.toml", {})
        stage = found.entries[0].stages[0]
        assert (stage.zone == "Europe/Brussels") is instant
        assert (stage.zone == "?", found.zone == "?") == (not instant, not instant)
        assert str(stage.at) == "17:00:00"


def test_an_own_zone_stands_without_the_default() -> None:
    text = "[defaults]\nzone = Rome\n" + GOOD.format("a") + 'zone = "Europe/Paris"\n'
    assert read.parse(text, "calls.toml", {}).entries[0].stages[0].zone == "Europe/Paris"


def whole() -> Problem:
    with pytest.raises(InputRefused) as refused:
        read.parse("a = 1 2\n", "calls.toml", {})
    return refused.value.problem


def test_a_file_of_one_block_is_refused_whole() -> None:
    assert dict(whole().values)["advice"] == MEND


@pytest.mark.parametrize(("name", "most"), [("SLIPS", 3), ("ENTRIES", 4)])
def test_more_than_so_many_slips_or_blocks_are_no_slip(
    name: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, name, most)
    apart.apart("[[call]]\nodd\n" * 3, "calls.toml", whole())
    with pytest.raises(InputRefused):
        apart.apart("[[call]]\nodd\n" * 5, "calls.toml", whole())


# What it begins with, what comes again, how often, and its end.
HEAVY = {
    "texts that open and close": ("", 'x = """a', 100_000, ""),
    "escapes in an open text": ('x = """', '\\"', 300_000, ""),
    "escapes in a line": ('x = "', '\\"', 300_000, ""),
    "marks that begin": ("", "<<<<<<< a\n[[call]]\n", 30_000, ""),
    "conflicts": ("", "<<<<<<< a\n=======\n>>>>>>> b\n", 50_000, ""),
    "conflicts that are told": ("", "<<<<<<< a\n=======\n>>>>>>> b\n", 30_000, ""),
    "quotes in a line": ("x = ", "'\"", 300_000, ""),
    "texts that are never closed": ("", 'note = """\n[[call]]\n', 30_000, ""),
    "texts of two kinds": ("", "note = \"\"\"\n[[call]]\nnote = '''\n[[call]]\n", 20_000, ""),
    "blank lines": ("<<<<<<< a\n", " \n", 100_000, "=======\n>>>>>>> b\n" * 10),
}


@pytest.mark.parametrize(("before", "again", "times", "behind"), HEAVY.values(), ids=HEAVY)
def test_what_is_heavy_is_read_or_refused_with_work_that_grows_as_it_does(
    before: str, again: str, times: int, behind: str
) -> None:
    def read_or_refused(size: int) -> None:
        with suppress(InputRefused):
            read.parse(f"[[call]]\n[[call]]\n{before}{again * size}{behind}", "calls.toml", {})

    sure_in_step(read_or_refused, times)
