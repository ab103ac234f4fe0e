"""The tables `[audience.NAME]` of a registry."""

from pathlib import Path

import pytest

from clustercalls.model import Registry
from clustercalls.registry.read import load

CALL = '\n[[call]]\nid = "a"\ntitle = "A"\nchecked = 2027-01-01\n'


def registry(folder: Path, *texts: str) -> Registry:
    paths = [folder / f"{number}.toml" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text)
    return load(tuple(paths))


def test_every_key_is_read(tmp_path: Path) -> None:
    (made,) = registry(
        tmp_path,
        '[audience.m]\ntitle = "M"\nlanguages = ["it"]\naddress = "https://example.org/m"\nreasons = true\n'
        'tag = ["a"]\nnot = ["kind=event"]\nx-own = 1\n',
    ).audiences.values()
    assert (made.title, made.languages, made.reasons, made.tag, made.not_, made.internal) == (
        "M", ("it",), True, ("a",), ("kind=event",), False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("audience = 1\n", "bad-type"),
        ("audience.m = 1\n", "bad-type"),
        ('[audience.m]\ntag = "smes"\n', 'tag = ["smes"]'),
        ('[audience.m]\ninternal = "yes"\n', "`internal` should be true or false"),
        ('[audience.m]\ntags = ["smes"]\n', "Did you mean tag?"),
        ('[audience.m]\naddress = "https://me:secret@example.org/"\n', "no web address"),
        ('[audience.m]\naddress = "https://example.org/?a=b"\n', "no web address"),
    ],
)  # fmt: skip
def test_one_that_is_wrong_is_told_and_no_other_suffers(tmp_path: Path, text: str, said: str) -> None:
    made = registry(tmp_path, text + ("" if text.startswith("audience = ") else "[audience.good]\n") + CALL)
    (problem,) = made.problems
    assert said in f"{problem.code} {problem.message} {problem.hint}"
    assert problem.place.line
    assert set(made.audiences) <= {"good"}
    assert [each.id for each in made.entries] == ["a"]


def test_of_two_files_the_first_one_counts(tmp_path: Path) -> None:
    made = registry(
        tmp_path, '[audience.m]\ntitle = "First"\n', '[audience.m]\ntitle = "Second"\n[audience.n]\n'
    )
    assert {name: each.title for name, each in made.audiences.items()} == {"m": "First", "n": ""}


def test_a_slip_in_an_entry_takes_none_away(tmp_path: Path) -> None:
    made = registry(tmp_path, f'[audience.m]\ntitle = "M"\n{CALL}title = "B\n')
    assert list(made.audiences) == ["m"]
