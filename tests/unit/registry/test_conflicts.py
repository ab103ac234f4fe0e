"""What stands between git's marks of a conflict."""

import pytest

from clustercalls.limits import CONFLICTS
from clustercalls.registry.apart import blocks_of
from clustercalls.registry.conflicts import ContestedField, fields_of, hunks, lines_of, told
from counted import sure_in_step

HEAD = '# above\n[[call]]\nid = "a"\ntitle = "A"\n'
STAGE, OPENS = '\n[[call.stage]]\nid = "s"\n', '\n[[call.stage]]\nkind = "opens"\n'


def conflict(ours: str, theirs: str, base: str = "") -> str:
    return f"<<<<<<< ours\n{ours}{base}=======\n{theirs}>>>>>>> theirs\n"


def fields(text: str) -> list[ContestedField]:
    return [each for block in blocks_of(text) or () for each in fields_of(block)]


@pytest.mark.parametrize(("text", "key", "values", "command"), [
    (HEAD + conflict("deadline = 2017-04-04\n", "deadline = 2017-05-05 # c\n"), "deadline",
     ("2017-04-04", "2017-05-05"), "move a/deadline 2017-04-04"),
    (HEAD + STAGE + conflict("when = '2017-04'\n", "when = 2017-05-05\n"), "stage.1.when",
     ("2017-04", "2017-05-05"), "move a/s 2017-04"),
    (HEAD + STAGE + OPENS + conflict("at = 17:00:00\n", "at = '18:00'\n"), "stage.2.at",
     ("17:00:00", "18:00"), "set a/opens at=17:00:00"),
    (HEAD + conflict("owner = 'it''s'\n".replace("''", "’"), "owner = 'b'\n") + STAGE, "owner",
     ("it’s", "b"), "set a 'owner=it’s'"),
    (HEAD + conflict("note = '$(x); y'\n", "note = 'b'\n"), "note", ("$(x); y", "b"), "set a 'note=$(x); y'"),
    (HEAD + conflict("budget = 1_000\n", "budget = 2.5\n"), "budget", ("1000", "2.5"), "set a budget=1000"),
    (HEAD + conflict("source.url = 'u'\n", "source.url = 'v'\n"), "source.url", ("u", "v"),
     "set a source.url=u"),
    (HEAD + conflict("owner = 'a'\n", ""), "owner", ("a", ""), "set a owner=a"),
    (HEAD + conflict("", "deadline = 2017-04-04\n"), "deadline", ("", "2017-04-04"),
     "move a/deadline 2017-04-04"),
    (HEAD + conflict("tags = ['a', 'b']\n", "tags = ['b']\n"), "tags", ("a, b", "b"), "set a 'tags=a, b'"),
    (HEAD + conflict("grants = { number = 8 }\n", "grants = { number = 9 }\n"), "grants",
     ("{ number = 8 }", "{ number = 9 }"), "set a 'grants={ number = 8 }'"),
    (HEAD + conflict("tags = ['a, b']\n", "tags = ['b']\n"), "tags", ('["a, b"]', "b"),
     "set a 'tags=[\"a, b\"]'"),
    (HEAD + conflict("tags = [\n'a, b', # c\n]\n", "tags = []\n"), "tags", ('["a, b"]', "[]"),
     "set a 'tags=[\"a, b\"]'"),
    (HEAD + conflict("note = '''a\n\tb'''\n", "note = ''\n"), "note", ('"a\\n\\tb"', '""'),
     "set a 'note=\"a\\n\\tb\"'"),
    (HEAD + conflict("note = 'a\u202eb'\n", "note = 'b'\n"), "note", ('"a\\u202eb"', "b"),
     "set a 'note=\"a\\u202eb\"'"),
    (HEAD + conflict("links = [\n{ url = 'u', title = 't' },\n]\n", "links = []\n"), "links",
     ('[{ url = "u", title = "t" }]', "[]"), "set a 'links=[{ url = \"u\", title = \"t\" }]'"),
    (HEAD + conflict("x-own = 1\n", "x-own = 2\n"), "x-own", ("1", "2"), "set a x-own=1"),
    (HEAD + conflict("owner = 'a'\n", "owner = 'b'\n", "||||||| 0a\nowner = 'c'\n"), "owner", ("a", "b"),
     "set a owner=a"),
])  # fmt: skip
def test_a_field_is_told_with_both_its_values(
    text: str, key: str, values: tuple[str, str], command: str
) -> None:
    (found,) = fields(text)
    assert (found.place, (found.ours, found.theirs)) == (key, values)
    assert found.command == f"clustercalls {command}"


@pytest.mark.parametrize("text", [
    HEAD + conflict("note = 'a\n", "note = 'b'\n"),
    HEAD + conflict("owner = 'a'\n" + STAGE, "owner = 'b'\n"),
    "[[call]]\n" + conflict("id = 'a'\n", "id = 'b'\n"),
    "[[call]]\n" + conflict("title = 'a'\n", "title = 'b'\n"),
    HEAD + "\n[[call.history]]\n" + conflict("why = 'a'\n", "why = 'b'\n"),
    "call = 1\n" + conflict("name = 'a'\n", "name = 'b'\n") + HEAD,
    "[defaults]\n" + conflict("zone = 'a'\n", "zone = 'b'\n"),
    HEAD + conflict("", "deadline = 2027-04-13\n") + '[[call.stage]]\nkind = "deadline"\nwhen = 2027-04-06\n',
])  # fmt: skip
def test_what_is_not_clear_is_told_as_a_conflict_alone(text: str) -> None:
    assert fields(text) == []
    problems = [each for block in blocks_of(text) or () if block.conflicts for each in told(block, "f")]
    assert [each.code for each in problems] == ["merge-conflict"]


def test_each_conflict_has_its_own_lines() -> None:
    text = HEAD + conflict("owner = 'a'\n", "owner = 'b'\n") + STAGE + conflict("at = '1'\n", "at = '2'\n")
    (block,) = [each for each in blocks_of(text) or () if each.conflicts]
    assert [(each.first, each.last) for each in hunks(block)] == [
        (4 - block.above, 8 - block.above),
        (12 - block.above, 16 - block.above),
    ]
    assert [(each.code, each.place.line) for each in told(block, "f")] == [
        ("contested-field", 5),
        ("contested-field", 13),
    ]


def test_only_a_line_feed_ends_a_line() -> None:
    assert lines_of("a\u2028b\n\x0bc\r\nd") == ["a\u2028b\n", "\x0bc\r\n", "d"]
    assert (lines_of(""), lines_of("a\n")) == ([], ["a\n"])


def test_the_work_grows_as_the_conflicts_of_one_entry_do() -> None:
    def meet(times: int) -> None:
        many = range(times * CONFLICTS + 1)
        assert fields(HEAD + "".join(conflict(f"x-{n} = 1\n", f"x-{n} = 2\n") for n in many)) == []

    sure_in_step(meet, 40)
