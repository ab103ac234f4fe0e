"""Reading registries: files and folders, what they share, and that nothing a file holds can do harm."""

import random
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from hypothesis import example, given, settings
from hypothesis import strategies as st

from clustercalls.cli.output import line_of
from clustercalls.errors import InputRefused
from clustercalls.errors.catalogue import CATALOGUE
from clustercalls.errors.kinds import Severity
from clustercalls.i18n import ENGLISH
from clustercalls.model import Entry, EntryKind, Registry, StageKind
from clustercalls.registry import read
from clustercalls.registry.losing import ASIDE, LOSABLE, SOURCE
from clustercalls.registry.shape import EntryTable, HistoryTable, SourceTable, StageTable

GOOD = Path(__file__).parents[2] / "registry" / "good"
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(name: str, *ids: str, head: str = "") -> Path:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        entries = (f'[[call]]\nid = "{each}"\ntitle = "A call"\nchecked = 2017-01-31\n' for each in ids)
        path.write_text(head + "".join(entries), encoding="utf-8")
        return path

    return write


def load(*paths: Path) -> Registry:
    return read.load(paths, warnings=True)


def ids(registry: Registry) -> list[str]:
    return [entry.id for entry in registry.entries]


def test_a_folder_stands_for_its_registries_by_name(write: Write, tmp_path: Path) -> None:
    write("b.toml", "b")
    write("a.toml", "a")
    write("notes.md")
    write(".a.toml", "hidden")
    write("below/c.toml", "below")
    found = load(tmp_path)
    assert ids(found) == ["a", "b"]
    assert found.files == (str(tmp_path / "a.toml"), str(tmp_path / "b.toml"))
    assert found.problems == ()


def test_a_file_named_twice_is_read_once(write: Write, tmp_path: Path) -> None:
    path = write("a.toml", "a")
    link = tmp_path / "link.toml"
    link.symlink_to(path)
    found = load(path, tmp_path, link, tmp_path / "." / "a.toml")
    assert (ids(found), found.problems) == (["a"], ())


def test_files_are_read_in_the_order_given(write: Write) -> None:
    found = load(write("b.toml", "b"), write("a.toml", "a"))
    assert ids(found) == ["b", "a"]


def test_an_id_taken_in_another_file_names_the_first_place(write: Write) -> None:
    first, second = write("a.toml", "one", "two"), write("b.toml", "three", "two", head="\n\n")
    found = load(first, second)
    assert ids(found) == ["one", "two", "three"]
    [problem] = found.problems
    assert problem.code == "duplicate-id"
    assert (problem.place.file, problem.place.line) == (str(second), 8)
    assert f"{first}:5" in problem.message


def test_an_id_of_a_refused_entry_is_free(write: Write) -> None:
    found = load(write("a.toml", "one", head='[[call]]\nid = "one"\ntitle = "A"\nopens = "soon"\n'))
    assert ids(found) == ["one"]
    assert [each.code for each in found.problems] == ["bad-date"]


def test_one_bad_file_hides_no_other(write: Write, tmp_path: Path) -> None:
    broken = write("b.toml", head="title = A call\n")
    found = load(write("a.toml", "a"), tmp_path / "nowhere.toml", broken, write("c.toml", "c"))
    assert ids(found) == ["a", "c"]
    assert [each.code for each in found.problems] == ["no-registry", "broken-toml"]
    assert len(found.files) == 4


def test_one_bad_entry_hides_no_other(write: Write) -> None:
    found = load(write("a.toml", "one", "Bad one", "two", "two", "three"))
    assert ids(found) == ["one", "two", "three"]
    assert [each.place.line for each in found.problems] == [6, 14]


@pytest.mark.parametrize("header", ["cal", "Call", "calls", "evnt", "bando"])
@pytest.mark.parametrize("stage", ["", "[[call.stage]]\nid = 'b'\nkind = 'deadline'\nwhen = 2027-02-01\n"])
def test_a_header_that_is_none_of_ours_gives_its_stages_to_no_other(
    tmp_path: Path, header: str, stage: str
) -> None:
    path = tmp_path / "calls.toml"
    one = '[[call]]\nid = "one"\ntitle = "A"\ndeadline = 2027-03-01\nchecked = 2027-01-01\n'
    path.write_text(f"{one}[[{header}]]\nid = 'two'\n{stage}{one.replace('one', 'three')}", encoding="utf-8")
    found = load(path)
    assert ids(found) == ["one", "three"]
    assert [[stage.id for stage in each.stages] for each in found.entries] == [["deadline"]] * 2
    assert [(each.code, each.place.line) for each in found.problems] == [("unknown-key", 6)]


@pytest.mark.parametrize("header", ["defaults", "name", "schema"])
def test_a_header_of_ours_that_is_given_as_one_of_many_is_told(tmp_path: Path, header: str) -> None:
    path = tmp_path / "calls.toml"
    one = '[[call]]\nid = "one"\ntitle = "A"\ndeadline = 2027-03-01\nchecked = 2027-01-01\n'
    path.write_text(f"[[{header}]]\nzone = 'UTC'\n{one}", encoding="utf-8")
    found = load(path)
    assert ids(found) == ["one"]
    assert [(each.code, each.place.line) for each in found.problems] == [("bad-type", 1)]


def test_tables_of_ones_own_are_no_slip(tmp_path: Path) -> None:
    path = tmp_path / "calls.toml"
    path.write_text("[[x-rooms]]\nname = 'A'\n[[event]]\nid = 'e'\ntitle = 'E'\nchecked = 2027-01-01\n")
    assert (ids(load(path)), load(path).problems) == (["e"], ())


def test_problems_come_in_the_order_of_lines(tmp_path: Path) -> None:
    path = tmp_path / "calls.toml"
    path.write_text(
        'sheme = 1\n[[resource]]\nid = "A"\ntitle = ""\n[[call]]\ntitle = "x"\n'
        '[[resource]]\nid = "b"\n[defaults]\nzone = "Mars"\n'
    )
    assert [each.place.line for each in load(path).problems] == [1, 3, 4, 5, 7, 10]


def test_what_an_entry_says_comes_before_the_defaults(write: Write, tmp_path: Path) -> None:
    path = write(
        "a.toml",
        "plain",
        head='[defaults]\nzone = "AoE"\ncurrency = "EUR"\n'
        'source = { title = "Notes", url = "https://example.org", date = 2017-01-31, quote = "Q" }\n',
    )
    own = tmp_path / "own.toml"
    own.write_text(
        path.read_text() + '[[call]]\nid = "own"\ntitle = "A call"\nzone = "UTC"\ncurrency = "SEK"\n'
        'deadline = 2017-04-04\nsource = { title = "Mine", date = "2016" }\n'
        '[[call.stage]]\nkind = "decision"\nzone = "Europe/Rome"\n'
    )
    plain, mine = load(own).entries
    assert (plain.currency, mine.currency) == ("EUR", "SEK")
    assert plain.source is not None
    assert mine.source is not None
    assert (plain.source.title, str(plain.source.date)) == ("Notes", "2017-01-31")
    assert (mine.source.title, str(mine.source.date)) == ("Mine", "2016")
    assert [stage.zone for stage in mine.stages] == ["UTC", "Europe/Rome"]


HERE, THERE = "https://example.org", "https://example.com"


@pytest.mark.parametrize(("own", "said"), [
    ('quote = "Mine"', ("Notes", HERE, "2017-01-31", "Mine")),
    ("date = 2017-02-01", ("Notes", HERE, "2017-02-01", "Q")),
    ('title = "Notes", quote = "Mine"', ("Notes", HERE, "2017-01-31", "Mine")),
    (f'title = "Notes", url = "{THERE}"', ("Notes", THERE, "2017-01-31", "Q")),
    (f'url = "{HERE}"', ("Notes", HERE, "2017-01-31", "Q")),
    ('title = "A mail"', ("A mail", "", "", "")),
    (f'title = "A mail", url = "{HERE}"', ("A mail", HERE, "", "")),
    (f'url = "{THERE}"', ("", THERE, "", "")),
])  # fmt: skip
def test_another_document_takes_nothing_of_the_default_source(
    write: Write, own: str, said: tuple[str, ...]
) -> None:
    whole = '{ title = "Notes", url = "https://example.org", date = 2017-01-31, quote = "Q" }'
    head = f"[defaults]\nsource = {whole}\n"
    path = write("a.toml", "a", head=head)
    path.write_text(f"{path.read_text()}source = {{ {own} }}\n")
    [entry] = load(path).entries
    source = entry.source
    assert source is not None
    assert (source.title, source.url, str(source.date or ""), source.quote) == said


def test_defaults_hold_in_their_own_file_only(write: Write) -> None:
    first = write("a.toml", "a", head='[defaults]\nzone = "AoE"\ncurrency = "EUR"\n')
    found = load(first, write("b.toml", "b"))
    assert [entry.currency for entry in found.entries] == ["EUR", ""]
    assert found.zone == "AoE"


def test_a_registry_of_nothing_is_on_brussels_time() -> None:
    assert load().zone == "Europe/Brussels"


def test_short_keys_are_stages_of_that_kind_and_name() -> None:
    [entry, *_] = load(GOOD / "every-key.toml").entries
    short = entry.stages[: len(StageKind)]
    assert [(stage.id, stage.kind) for stage in short] == [(kind.value, kind) for kind in StageKind]
    assert [str(stage.at) for stage in short if stage.at] == ["17:00:00"]


def blocks(text: str) -> list[str]:
    """The head of a registry and its entries, each as it stands."""
    return re.split(r"(?m)^(?=\[\[(?:call|event|policy|resource)\]\])", text)


def by_id(registry: Registry) -> dict[str, Entry]:
    return {entry.id: entry for entry in registry.entries}


@pytest.mark.parametrize("name", ["every-key", "chains", "toml-dates", "zones", "statuses", "own-keys"])
def test_neither_order_nor_files_change_an_entry(name: str, tmp_path: Path) -> None:
    text = (GOOD / f"{name}.toml").read_text(encoding="utf-8")
    head, *entries = blocks(text)
    whole = tmp_path / "calls.toml"
    whole.write_text(text)
    expected = by_id(load(whole))
    random.shuffle(entries)
    whole.write_text(head + "\n".join(entries))
    assert by_id(load(whole)) == expected
    whole.unlink()
    for number, entry in enumerate(entries):
        (tmp_path / f"{number}.toml").write_text(f"{head}\n{entry}")
    apart = load(tmp_path)
    assert apart.problems == ()
    assert {entry.id: entry.title for entry in apart.entries} == {k: e.title for k, e in expected.items()}
    assert {entry.id: entry.stages for entry in apart.entries} == {k: e.stages for k, e in expected.items()}


# Whatever a file holds: problems, never an exception, and never an entry lost without a word.

scalars = (
    st.text(max_size=20)
    | st.integers(-(10**40), 10**40)
    | st.floats()
    | st.booleans()
    | st.dates()
    | st.times().map(lambda value: value.replace(tzinfo=None))
    | st.datetimes(timezones=st.none() | st.just(UTC))
    | st.sampled_from(
        ["2017-04-04", "2017-02/2017-03", "4.4. 2017", "deadline", "first", "30d", "UTC+2", "CET"]
    )
    | st.sampled_from([date(2017, 4, 4), datetime(2027, 10, 31, 2, 30), time(17)])  # noqa: DTZ001 - wall time
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
)


def table(shape: type, **inner: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """A table with keys of this shape, mostly, and any values."""
    keys = st.sampled_from(shape.__struct_fields__) | st.sampled_from(["deadlin", "x-own", "when"])  # type: ignore[attr-defined]
    given_inner = {key: strategy | values for key, strategy in inner.items()}
    return st.builds(
        lambda some, own: some | own,
        st.dictionaries(keys, values, max_size=6),
        st.fixed_dictionaries({}, optional=given_inner),
    )


stages = table(StageTable, kind=st.sampled_from([kind.value for kind in StageKind]))
entries = table(
    EntryTable,
    id=st.sampled_from(["one", "One"]),
    title=st.just("A call"),
    stage=st.lists(stages, max_size=3),
    history=st.lists(table(HistoryTable), max_size=2),
    source=table(SourceTable),
    links=st.lists(st.fixed_dictionaries({"url": scalars}), max_size=2),
)


@settings(deadline=None)
@given(st.sampled_from(list(EntryKind)), entries)
@example(EntryKind.CALL, {"id": "one", "title": "A", "stage": {"kind": "deadline"}})
@example(EntryKind.CALL, {"id": "one", "title": "A", "links": {"url": "https://example.org"}})
@example(EntryKind.CALL, {"id": "one", "title": "A", "stage": [{"kind": "deadline"}] * 101})
def test_no_entry_is_lost_without_a_word(kind: EntryKind, entry: dict[str, Any]) -> None:
    text = tomli_w.dumps({kind.value: [entry, {"id": "two", "title": "Sound"}]})
    parsed = read.parse(text, "calls.toml", {}, warnings=True)
    errors = [each for each in parsed.problems if each.severity is Severity.ERROR]
    # Not for a field that no date hangs on: then it is shown without that.
    hidden = [each for each in errors if each.place.field.partition(".")[0] not in LOSABLE]
    hidden = [each for each in hidden if dict(each.values).get("key") != "title" or each.place.field]
    hidden = [
        each for each in hidden if each.place.field not in {"source", *(f"source.{key}" for key in SOURCE)}
    ]
    hidden = [each for each in hidden if tuple(each.place.field.split(".")[::2]) not in ASIDE]
    assert len(parsed.entries) == (1 if hidden else 2)
    assert parsed.entries[-1].id == "two"
    for each in parsed.problems:
        assert each.code in CATALOGUE
        assert 1 <= each.place.line <= text.count("\n") + 1
        assert "\n" not in line_of(each, ENGLISH)


PIECES = [
    *("[[call]]\n", "[call.stage]\n", "[[call.stage]]\n", "[defaults]\n", "source.date = 1\n"),
    *("id = 'one'\n", "deadline = ", "2017-04-04\n", "1_000", '"""', "'", "\\", "\n", "\r\n", *"[]{}=#.,"),
]


@settings(deadline=None)
@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join))
def test_no_text_raises_anything_but_a_refusal(text: str) -> None:
    try:
        problems = read.parse(text, "calls.toml", {}, warnings=True).problems
    except InputRefused as refusal:
        problems = [refusal.problem]
    assert all(line_of(each, ENGLISH) for each in problems)


@settings(deadline=None)
@given(st.binary() | st.text().map(lambda text: text.encode("utf-16")) | st.text().map(str.encode))
def test_no_bytes_raise_anything(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "bytes.toml"
    path.write_bytes(data)
    assert all(line_of(each, ENGLISH) for each in load(path).problems)


def test_two_names_are_told_where_a_file_is_not_utf8(tmp_path: Path) -> None:
    for name in ("one", "two"):
        text = f'name = "{name}"\n\n[[call]]\nid = "{name}"\ntitle = "A"\n\n[[call]]\nid = "odd"\ntitle = "'
        (tmp_path / f"{name}.toml").write_bytes(text.encode() + b'\xe0"\n')
    registry = load(tmp_path)
    assert ids(registry) == ["one", "two"]
    codes = [each.code for each in registry.problems if each.code != "unsourced"]
    assert codes == ["not-utf8", "not-utf8", "second-name"]
