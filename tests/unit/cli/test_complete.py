"""What the shell proposes: never an error, and nothing of a registry that is not asked for."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clustercalls.cli.complete import Asked, proposals
from clustercalls.cli.rows_out import FORMATS
from clustercalls.model import Track
from clustercalls.query.filters import CODES, words_of

TWO = """[[call]]
id = "soil"
title = "Soil health"
programme = "Horizon Europe"
tags = ["soil", "a, b"]
[[call.stage]]
id = "first"
kind = "deadline"
title = "Outline"
when = 2027-01-01
[[event]]
id = "fair"
title = "Fair"
owner = "Ada"
"""


@pytest.fixture
def registry(tmp_path: Path) -> str:
    path = tmp_path / "calls.toml"
    path.write_text(TWO)
    return str(path)


@pytest.mark.parametrize(
    ("completes", "proposed"),
    [
        ("id", [("soil", "Soil health"), ("fair", "Fair")]),
        ("id/stage", [("soil", "Soil health"), ("fair", "Fair")]),
        ("programme", [("Horizon Europe", "")]),
        ("tag", [("a, b", ""), ("soil", "")]),
        ("owner", [("Ada", "")]),
        ("track", [(each, "") for each in sorted(Track)]),
    ],
)
def test_what_the_registry_has_is_proposed(
    completes: str, proposed: list[tuple[str, str]], registry: str
) -> None:
    assert proposals(completes, Asked(registry=(registry,))) == proposed


def test_templates_of_ours_and_of_the_registry_are_proposed(tmp_path: Path) -> None:
    path = tmp_path / "calls.toml"
    path.write_text(f'template.office = [{{ id = "a", working_days = -1 }}]\n{TWO}')
    assert proposals("template", Asked(registry=(str(path),))) == [("lead", ""), ("join", ""), ("office", "")]


@pytest.mark.parametrize("field", CODES)
def test_words_we_know_need_no_registry(field: str) -> None:
    nowhere = Asked(registry=("nowhere",))
    assert [text for text, _ in proposals(field, nowhere)] == list(words_of(CODES[field]))
    assert [text for text, _ in proposals("format", nowhere)] == list(FORMATS)


Texts = Callable[..., list[str]]


@pytest.fixture
def texts(registry: str) -> Texts:
    def texts(completes: str, start: str, command: str = "", *loose: str) -> list[str]:
        found = proposals(completes, Asked(command, (registry,), "", loose, start))
        return [text for text, _ in found if text.startswith(start)]

    return texts


def test_behind_an_id_and_a_slash_stand_its_stages(texts: Texts, registry: str) -> None:
    assert proposals("id/stage", Asked(registry=(registry,), start="soil/")) == [("soil/first", "Outline")]
    assert texts("id/stage", "fair/") == []
    assert texts("id/stage", "oil/") == []


@pytest.mark.parametrize(
    ("command", "start", "found"),
    [
        ("upcoming", "le", ["left"]),
        ("upcoming", "date,le", ["date,left"]),
        ("upcoming", "left,lef", []),  # it is there already
        ("list", "ne", ["next"]),
        ("upcoming", "ne", []),
        ("list", "id,ne", ["id,next"]),
        ("find", "id,fo", ["id,found"]),
        ("list", "id,fo", []),
    ],
)
def test_columns_are_those_of_the_command_one_behind_the_other(
    texts: Texts, command: str, start: str, found: list[str]
) -> None:
    assert [each for each in texts("columns", start, command) if "_" not in each] == found


@pytest.mark.parametrize(
    ("start", "loose", "found"),
    [
        ("ow", "soil", ["owner="]),
        ("so", "", ["soil"]),  # whose fields?
        (
            "so",
            "other",
            ["source.title=", "source.url=", "source.quote=", "source.key=", "source.date=", "soil"],
        ),
        ("so", "owner=x", ["soil"]),
        ("ta", "soil", ["tags="]),
        ("tags+", "soil", ["tags+="]),
        ("owner=", "soil", ["owner=Ada"]),
        ("programme=H", "soil", ["programme=Horizon Europe"]),
        ("tags=", "soil", ["tags=soil"]),  # a comma would part the other
        ("tags-=x,", "soil", ["tags-=x,soil"]),
        ("status=o", "soil", ["status=open"]),
        ("track=", "soil", [f"track={each}" for each in sorted(Track)]),
        ("track=n", "soil", ["track=no"]),
        ("budget=", "soil", []),
        ("when", "soil", []),
        ("nothing=", "soil", []),
        ("whe", "soil/first", ["when="]),
        ("cancelled=", "soil/first", ["cancelled=true", "cancelled=false"]),
        ("kind=de", "soil/first", ["kind=deadline", "kind=decision"]),
        ("title=", "soil/first", []),
    ],
)
def test_settings_are_fields_and_behind_them_values(
    texts: Texts, start: str, loose: str, found: list[str]
) -> None:
    assert texts("settings", start, "set", *filter(None, [loose])) == found


def test_where_filters_name_the_entries_fields_are_wanted_at_once(registry: str) -> None:
    asked = Asked("set", (registry,), "", (), "ow", filtered=True)
    assert [text for text, _ in proposals("settings", asked) if text.startswith("ow")] == ["owner="]
    assert "soil" not in [text for text, _ in proposals("settings", asked)]


@pytest.mark.parametrize("text", ["not TOML", '[[call]]\nid = "x"\nopens = "soon"\n', ""])
@pytest.mark.parametrize("completes", ["id", "id/stage", "tag", "settings"])
def test_what_cannot_be_read_proposes_nothing(text: str, completes: str, tmp_path: Path) -> None:
    path = tmp_path / "calls.toml"
    path.write_text(text)
    for each in (path, tmp_path / "missing.toml"):
        assert proposals(completes, Asked(registry=(str(each),), start="owner=")) == []


def test_no_error_whatever_fails(registry: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("clustercalls.stored.names", broken)
    assert proposals("id", Asked(registry=(registry,))) == []
