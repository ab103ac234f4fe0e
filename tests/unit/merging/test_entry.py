"""One block of two sides joined."""

import pytest

from clustercalls.merging.chunks import Contested, marked
from clustercalls.merging.cut import CutBlock, cut
from clustercalls.merging.entry import block, expected

BASE = '[[call]]\nid = "a"\ntitle = "A"\n'


def of(text: str) -> CutBlock:
    return list(cut(text, "").blocks.values())[-1]


def joined(base: str, ours: str, theirs: str) -> str:
    was, mine, other = (of(each) if each else None for each in (base, ours, theirs))
    return marked(block(was, mine, other, "\n"), "\n")


def test_who_changed_nothing_has_no_say() -> None:
    other = BASE.replace('"A"', "'B' # c")
    assert joined(BASE, BASE, other) == joined(BASE, other, BASE) == joined(BASE, other, other) == other
    assert joined("", other, "") == joined("", "", other) == other
    assert joined(BASE, "", BASE) == joined(BASE, BASE, "") == joined(BASE, "", "") == ""


@pytest.mark.parametrize(
    "same", ["[[call]]\ntitle='A'\nid = 'a'\n", BASE + "# c\n", BASE.replace('"A"', '"A" # c')]
)
def test_what_is_only_written_in_another_way_goes_and_its_comments_stay(same: str) -> None:
    assert joined(BASE, "", same) == ("\n# c\n" if "#" in same else "")


def test_what_one_took_out_and_the_other_changed_is_contested_as_a_whole() -> None:
    other = BASE.replace('"A"', '"B"')
    assert joined(BASE, "", other) == f"<<<<<<< ours\n=======\n{other}>>>>>>> theirs\n"
    assert joined(BASE, other, "") == f"<<<<<<< ours\n{other}=======\n>>>>>>> theirs\n"


def test_another_kind_is_another_field() -> None:
    ours, theirs = BASE.replace("call", "event"), f'{BASE}\n[[call.stage]]\nid = "s"\n'
    assert joined(BASE, ours, theirs) == theirs.replace("[[call", "[[event")
    policy = BASE.replace("call", "policy")
    assert joined(BASE, ours, policy) == marked([Contested(ours, policy)], "\n")


def test_rows_of_history_of_both_stand_in_the_order_in_which_they_were_noticed() -> None:
    def row(day: int) -> str:
        return f"\n[[call.history]]\nstage = 's'\nnoticed = 2017-01-{day:02}\n"

    found = joined(BASE + row(5), BASE + row(5) + row(9), BASE + row(5) + row(7) + row(12))
    assert found == BASE + row(5) + row(7) + row(9) + row(12)


def test_two_who_add_one_id_are_contested_where_they_differ() -> None:
    theirs = BASE.replace('"A"', '"B"') + "note = 'n'\n"
    assert joined("", BASE, theirs) == (
        '[[call]]\nid = "a"\n<<<<<<< ours\ntitle = "A"\n=======\ntitle = "B"\n>>>>>>> theirs\nnote = \'n\'\n'
    )


def test_a_field_in_two_places_is_never_written_twice() -> None:
    base = BASE + 'source = { title = "T", url = "u" }\n'
    ours = BASE + 'source.title = "T"\nsource.url = "v"\n'
    theirs = BASE + '\n[call.source]\ntitle = "W"\nurl = "u"\n'
    assert joined(base, ours, theirs) == BASE + 'source = { title = "W", url = "v" }\n'


def test_a_field_of_several_lines_that_one_took_out_is_contested_whole() -> None:
    lines = 'source.title = "T"\nsource.url = "u"\nsource.date = 2017-01-01\nsource.quote = "q"\n'
    other = lines.replace('"q"', '"r"')
    assert joined(BASE + lines, BASE, BASE + other) == f"{BASE}<<<<<<< ours\n=======\n{other}>>>>>>> theirs\n"


def test_what_it_should_say_is_told_for_either_side() -> None:
    ours, theirs = of(BASE + "note = 'n'\n"), of(BASE + "note = 'm'\nurl = 'u'\n")
    assert [each["note"] for each in expected(of(BASE), ours, theirs)] == ["n", "m"]
    assert [each["url"] for each in expected(of(BASE), ours, theirs)] == ["u", "u"]


@pytest.mark.parametrize("row", [
    'was_track = ""\nnoticed = 2017-01-05\n', "stage = 's'\nwas = 2017-04-04\nnoticed = 2017-01-05\n",
])  # fmt: skip
@pytest.mark.parametrize("other", ["why = 'b'\n", "source = 'https://b.example'\n", ""])
def test_two_who_do_the_same_on_one_day_keep_their_reasons(row: str, other: str) -> None:
    before = BASE + "\n[[call.history]]\nstage = 's'\nnoticed = 2017-01-02\nwhy = 'x'\n"
    rows = [f"\n[[call.history]]\n{row}{each}" for each in ("why = 'a'\n", other)]
    for base in (BASE, before):
        assert joined(base, base + rows[0], base + rows[1]) == base + "".join(rows)
        assert joined(base, base + rows[0], base + rows[0]) == base + rows[0]


def test_a_reason_that_both_changed_is_contested() -> None:
    one = BASE + "\n[[call.history]]\nnoticed = 2017-01-02\nwhy = 'x'\n"
    assert joined(one, one.replace("'x'", "'y'"), one.replace("'x'", "'z'")) == one.replace(
        "why = 'x'\n", "<<<<<<< ours\nwhy = 'y'\n=======\nwhy = 'z'\n>>>>>>> theirs\n"
    )


LINES = ('owner = "a"\nnote = "n"\n', 'owner = "b" # o\nnote = "n"\n', 'owner = "a"\nnote = "m" # t\n')


def test_lines_that_one_side_changed_each_are_taken_as_they_are() -> None:
    base, ours, theirs = (BASE + each for each in LINES)
    assert (
        joined(base, ours, theirs) == joined(base, theirs, ours) == f'{BASE}owner = "b" # o\nnote = "m" # t\n'
    )
    assert joined(base, ours, ours) == ours
