"""The error catalogue: every code of a registry has a file that provokes it, and its exact lines beside it.

`tests/registry/bad/<code>/` holds the files, `tests/registry/good/` those that must say nothing. What cannot
be stored as text is made here.
"""

import ast
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from clustercalls.cli.output import line_of
from clustercalls.errors import Problem
from clustercalls.errors.catalogue import CATALOGUE, READING, SECTIONS
from clustercalls.errors.kinds import Kind
from clustercalls.i18n import ENGLISH
from clustercalls.registry import read

FOLDER = Path(__file__).parents[2] / "registry"
BAD = sorted((FOLDER / "bad").glob("*/*.toml"))
GOOD = sorted((FOLDER / "good").glob("*.toml"))

SOURCE = Path(__file__).parents[3] / "src"


def holes(kind: Kind) -> list[str]:
    """What is to be filled in its texts."""
    return re.findall(r"\{\w+\}", kind.message + kind.hint)


HOLES = {hole for each in CATALOGUE.values() for hole in holes(each)}
HEAD = '[[call]]\nid = "one"\ntitle = "A call"\nchecked = 2017-01-31\n'
STAGE = HEAD + '[[call.stage]]\nkind = "decision"\n'


def check(path: Path) -> tuple[Problem, ...]:
    return read.load((path,), warnings=True).problems


def lines(path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What `check` says of a file, the name of the file left out."""
    monkeypatch.chdir(path.parent)
    return [line_of(each, ENGLISH).removeprefix(f"{path.name}:").strip() for each in check(Path(path.name))]


@pytest.mark.parametrize("path", BAD, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_bad_file_says_exactly_this(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = lines(path, monkeypatch)
    assert said == path.with_suffix(".expected").read_text(encoding="utf-8").splitlines()
    assert any(f"{path.parent.name}: " in line for line in said)
    assert not [line for line in said if any(hole in line for hole in HOLES)]


def raised() -> Iterator[tuple[str, int, str, set[str]]]:
    """Where a problem is made of names and no others: the file, the line, the code, and these names."""
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name("problem"), args=[ast.Constant(str(code)), *_]):
                    names = {each.arg for each in node.keywords}
                    if None not in names:
                        yield path.name, node.lineno, code, {f"{{{name}}}" for name in names}


def test_no_problem_lacks_what_its_texts_name() -> None:
    made = list(raised())
    assert len(made) > 100
    lacking = [
        (file, line, code, missing)
        for file, line, code, given in made
        if (missing := set(holes(CATALOGUE[code])) - given)
    ]
    assert lacking == []


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_file_says_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert lines(path, monkeypatch) == []


Provoke = Callable[[Path], Path | None]


def text(content: str) -> Provoke:
    return data(content.encode())


def data(content: bytes) -> Provoke:
    def write(path: Path) -> None:
        path.write_bytes(content)

    return write


def loop(path: Path) -> None:
    path.symlink_to(path)


def folder(path: Path) -> None:
    path.mkdir()
    (path / ".#calls.toml").symlink_to("nobody@nowhere")  # an editor's lock is no registry
    (path / "notes.txt").touch()


def nothing(path: Path) -> None:
    pass


def below_a_file(path: Path) -> Path:
    path.touch()
    return path / "calls.toml"


def nul(path: Path) -> Path:
    return path / "\0"


def too_long(path: Path) -> Path:
    return path.with_name("x" * 300)


# (code, name, how it is made, its line): what a text file of this repository cannot hold.
MADE: list[tuple[str, str, Provoke, int]] = [
    ("not-utf8", "latin-1", data(b'# one\ntitle = "\xe9"\n'), 2),
    ("not-utf8", "after a byte order mark", data(b'\xef\xbb\xbf# one\r\n\r\ntitle = "\xe9"'), 3),
    ("not-utf8", "utf-16", data("schema = 1".encode("utf-16")), 1),
    ("not-utf8", "surrogate", data(b"# \xed\xa0\x80"), 1),
    ("too-deep", "40 kB of dotted keys", text("a." * 20_000 + "b = 1"), 1),
    ("too-deep", "a deep header", text("schema = 1\n[" + "a." * 3_000 + "b]\n"), 2),
    ("too-deep", "nested lists", text(HEAD + "x-a = " + "[" * 5_000 + "]" * 5_000), 5),
    ("too-deep", "nested tables", text(HEAD + "x-a = " + "{b=" * 5_000 + "1" + "}" * 5_000), 5),
    ("too-deep", "nested lists over lines", text(HEAD + "x-a = " + "[\n" * 5_000 + "]" * 5_000), 0),
    ("bad-number", "5,000 digits", text(HEAD + "budget = " + "9" * 5_000), 5),
    ("bad-number", "with underscores", text(HEAD + "budget = -" + "9_" * 5_000 + "9"), 5),
    ("bad-money", "100,000 hexadecimal digits", text(HEAD + "budget = 0x" + "f" * 100_000), 5),
    ("bad-date", "a hexadecimal date", text(HEAD + "deadline = 0x" + "f" * 100_000), 5),
    ("bad-date", "a deep date", text(HEAD + "deadline = " + "[" * 390 + "]" * 390), 5),
    ("bad-type", "hexadecimal months", text(
        STAGE + "[call.stage.after]\nstage = 'a'\nmonths = 0x" + "f" * 9_999), 9),
    ("unknown-schema", "a hexadecimal schema", text("schema = 0x" + "f" * 100_000), 1),
    ("unknown-key", "a deep table beside keys of one's own", text(
        HEAD + "x-own = 1\n[" + ".".join("a" * 900) + "]\n"), 6),
    ("unknown-key", "a long key", text(HEAD + "k" * 100_000 + " = 1\n"), 5),
    ("bad-id", "a long id", text(HEAD.replace("one", "o" * 19_000)), 2),
    ("unknown-zone", "a long zone", text(HEAD + 'zone = "' + "Europe" * 3_000 + '"\n'), 5),
    ("too-large", "a long text", text(HEAD + 'summary = "' + "a" * 20_001 + '"\n'), 5),
    ("too-large", "a long text in a list", text(HEAD + 'tags = ["a", "' + "a" * 20_001 + '"]\n'), 5),
    ("too-large", "a long title of a link", text(
        HEAD + 'links = [{ url = "https://example.org", title = "' + "a" * 20_001 + '" }]\n'), 5),
    ("too-large", "a long list", text(HEAD + "tags = [" + '"a", ' * 1_001 + "]\n"), 5),
    ("too-large", "many stages", text(STAGE + '[[call.stage]]\nkind = "deadline"\n' * 100), 5),
    ("unreadable", "a loop of links", loop, 0),
    ("unreadable", "below a file", below_a_file, 0),
    ("unreadable", "a path with a NUL in it", nul, 0),
    ("unreadable", "a name that is too long", too_long, 0),
    ("no-registry", "nothing there", nothing, 0),
    ("empty-folder", "no registry inside", folder, 0),
]  # fmt: skip


@pytest.mark.parametrize(("code", "provoke", "line"), [
    pytest.param(code, provoke, line, id=f"{code}: {name}") for code, name, provoke, line in MADE
])  # fmt: skip
def test_what_no_text_file_can_hold_is_told_at_once(
    code: str, provoke: Provoke, line: int, tmp_path: Path
) -> None:
    path = provoke(tmp_path / "calls.toml") or tmp_path / "calls.toml"
    [found] = check(path)
    assert (found.code, found.place.line) == (code, line)
    assert found.place.file == str(path)
    assert len(line_of(found, ENGLISH)) < 800 + len(str(path))


def test_a_file_over_the_limit_is_not_read_further(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clustercalls.disk.read.FILE_BYTES", 1_000)
    path = tmp_path / "calls.toml"
    path.write_text("#" * 1_000)
    assert check(path) == ()
    path.write_text("#" * 1_001)
    [found] = check(path)
    assert (found.code, found.message) == ("too-large", "the file is over the limit of 32 MiB")


def test_a_file_has_so_many_entries_and_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "ENTRIES", 3)
    path = tmp_path / "calls.toml"
    path.write_text("".join(HEAD.replace("one", f"id{n}") for n in range(3)))
    assert check(path) == ()
    path.write_text("".join(HEAD.replace("one", f"id{n}") for n in range(3)) + "[[event]]")
    [found] = check(path)
    assert (found.code, found.message) == ("too-large", "the file is over the limit of 3 entries")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser reads everything")
@pytest.mark.parametrize("kind", ["file", "folder"])
def test_what_may_not_be_read_is_told(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "calls"
    path.mkdir() if kind == "folder" else path.touch()
    path.chmod(0)
    [found] = check(path)
    path.chmod(0o700)
    assert (found.code, found.place.file) == ("unreadable", str(path))


def test_every_code_has_its_files_and_every_file_its_code() -> None:
    made = {code for code, *_ in MADE} | {"second-name"}  # of two files: tests/unit/registry/test_names.py
    stored = {path.parent.name for path in BAD}
    assert stored | made == set(READING)
    assert {path.name for path in (FOLDER / "bad").iterdir()} == stored
    texts = {path.with_suffix("") for path in (FOLDER / "bad").glob("*/*.expected")}
    assert texts == {path.with_suffix("") for path in BAD}


def test_no_code_stands_in_two_sections() -> None:
    codes = [code for section in SECTIONS.values() for code in section]
    assert len(codes) == len(set(codes))
    assert all(each.message and each.hint for section in SECTIONS.values() for each in section.values())
