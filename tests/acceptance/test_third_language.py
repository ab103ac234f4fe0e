"""A third language is one catalogue and one entry of the grammar: tried with one that is made up."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hatch_build import LOCALE, compile_texts

import translations
from clustercalls.i18n import LANGUAGES
from conftest import BUNDLED, ROOT

PLACE = LOCALE / "xx" / "LC_MESSAGES" / "clustercalls.po"
GRAMMAR = """
GRAMMARS["xx"] = Grammar(
    months=("Uno", "Duo", "Tri", "Kva", "Kvi", "Ses", "Sep", "Oko", "Nau", "Dek", "Unu", "Dudu"),
    weekdays=("Lu", "Ma", "Me", "Ja", "Ve", "Sa", "Di"),
    seasons={3: "printempo", 6: "somero", 9: "aŭtuno", 12: "vintro"},
    ordinals=("1a", "2a", "3a", "4a"),
    quarter="{} kvarono",
    half="{} duono",
    decade="{}-aj",
    thousands="_",
    decimal=";",
    yes=frozenset({"jes"}),
    no=frozenset({"ne"}),
)
"""


@pytest.fixture(scope="module", name="tree")
def _tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with the language `xx`, in which every text of ours is in angles."""
    tree = tmp_path_factory.mktemp("tree")
    shutil.copytree(ROOT / "src", tree / "src", ignore=shutil.ignore_patterns("__pycache__"))
    with (tree / "src" / "clustercalls" / "i18n" / "grammar.py").open("a", encoding="utf-8") as file:
        file.write(GRAMMAR)
    source = tree / PLACE
    source.parent.mkdir(parents=True)
    source.touch()  # an empty file is enough: `make texts` puts everything in
    source.write_text(translations.written(translations.read(source), "xx"), encoding="utf-8")
    lines = source.read_text("utf-8").splitlines()
    for number, line in enumerate(lines[6:], 6):
        if line == 'msgstr ""':
            lines[number] = 'msgstr "<' + lines[number - 1].removeprefix('msgid "').removesuffix('"') + '>"'
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    compile_texts(tree)
    return tree


def ran(tree: Path, *arguments: object, **environment: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "clustercalls", *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(tree / "src"), **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def test_it_is_spoken(tree: Path) -> None:
    code, out, err = ran(tree, "upcoming", "--as-of", "2016-12-02", "-r", BUNDLED, "--lang", "xx")
    assert (code, err) == (0, "")
    assert "<When>" in out
    assert "1–2 Dudu 2016" in out
    assert "18;5 M€" in out


def test_the_locale_and_the_config_choose_it(tree: Path, tmp_path: Path) -> None:
    settings = tmp_path / "config.toml"
    settings.write_text('lang = "xx"\n')
    show = ("show", "innosup", "--as-of", "2017-03-28", "-r", BUNDLED)
    chosen = ran(tree, *show, "--lang", "xx")
    assert "Ma 4 Kva 2017" in chosen[1]
    assert ran(tree, *show, "-c", settings) == ran(tree, *show, LANG="xx_XX.UTF-8") == chosen


def test_it_is_named_where_languages_are(tree: Path, tmp_path: Path) -> None:
    codes = (*LANGUAGES, "xx")
    settings = tmp_path / "config.toml"
    settings.write_text('lang = "zz"\n')
    assert " or ".join(codes) in ran(tree, "where", "-c", settings)[2]
    assert ", ".join(codes) in ran(tree, "where", "--lang", "zz")[2]
    assert "|".join(codes) in ran(tree, "where", "--help", COLUMNS="120")[1]


def test_its_words_for_kinds_are_taken_for_an_answer(tree: Path) -> None:
    code = (
        "from clustercalls.cli.keep import add_by_questions as a; print(a._kind('<Event>'), a._kind('bando'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(tree / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout.split(), done.stderr) == (["event", "call"], "")
