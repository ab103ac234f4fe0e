"""Entries of one registry that their sources call by the same key."""

from pathlib import Path

import pytest

from clustercalls.registry import read


def entry(name: str, key: str, rest: str = "") -> str:
    source = f'{{ title = "{name}", key = "{key}", date = 2030-01-01 }}'
    return f'[[call]]\nid = "{name}"\ntitle = "T"\nsource = {source}\n{rest}'


def told(*texts: str, folder: Path, warnings: bool = True) -> list[tuple[str, str, int, str]]:
    """Code, file, line and entry of what is told of files with these texts."""
    for number, text in enumerate(texts):
        (folder / f"{number}.toml").write_text(text)
    found = read.load(tuple(folder / f"{n}.toml" for n in range(len(texts))), warnings=warnings).problems
    return [(each.code, Path(each.place.file).name, each.place.line, each.place.entry) for each in found]


@pytest.mark.parametrize(("texts", "twins"), [
    ((entry("a", "k") + entry("b", "k"),), [("twin-key", "0.toml", 8, "b")]),
    ((entry("a", "k"), entry("b", " k ")), [("twin-key", "1.toml", 4, "b")]),
    ((entry("a", "k") + entry("b", "k") + entry("c", "k"),),
     [("twin-key", "0.toml", 8, "b"), ("twin-key", "0.toml", 12, "c")]),
    ((entry("a", "k", "url = 'no'\n") + entry("b", "k"),),
     [("bad-address", "0.toml", 5, "a"), ("twin-key", "0.toml", 9, "b")]),
    # in the order of files and lines
    ((entry("a", "k") + entry("b", "k", "url = 'no'\n"), entry("c", "l", "url = 'no'\n")),
     [("twin-key", "0.toml", 8, "b"), ("bad-address", "0.toml", 9, "b"), ("bad-address", "1.toml", 5, "c")]),
    ((entry("a", "k") + entry("b", "K") + entry("c", "") + entry("d", ""),), []),
])  # fmt: skip
def test_every_later_one_is_told(
    texts: tuple[str, ...], twins: list[tuple[str, str, int, str]], tmp_path: Path
) -> None:
    assert told(*texts, folder=tmp_path) == twins
    assert all(code != "twin-key" for code, *_ in told(*texts, folder=tmp_path, warnings=False))


def test_it_is_told_by_what_add_refuses(tmp_path: Path) -> None:
    from clustercalls.editing.document import as_document
    from clustercalls.editing.twins import twin_of

    text = entry("a", " k")
    document = as_document(tmp_path / "calls.toml", text.encode())
    twin = twin_of({"source": {"key": "k "}}, [document])
    assert twin is not None
    assert twin.same
    assert told(text + entry("b", "k "), folder=tmp_path) == [("twin-key", "0.toml", 8, "b")]
