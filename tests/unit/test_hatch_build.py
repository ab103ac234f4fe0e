"""Translations are compiled where they are wanted, and only then."""

import os
import shutil
import subprocess
import sys
from gettext import GNUTranslations
from pathlib import Path
from zipfile import ZipFile

import pytest
from hatch_build import LOCALE, compile_texts

from conftest import ROOT

ITALIAN = LOCALE / "it" / "LC_MESSAGES" / "clustercalls.po"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / ITALIAN
    path.parent.mkdir(parents=True)
    path.write_bytes((ROOT / ITALIAN).read_bytes())
    return path


def test_a_catalogue_is_compiled_beside_its_text(tmp_path: Path, source: Path) -> None:
    (made,) = compile_texts(tmp_path)
    assert sorted(source.parent.iterdir()) == [made, source]
    with made.open("rb") as file:
        compiled = GNUTranslations(file)
    assert compiled.gettext("today") == "oggi"
    assert compiled.info()["pot-creation-date"].startswith("2000-01-01")  # the same whenever it is made


def test_it_is_compiled_again_only_when_it_is_older(tmp_path: Path, source: Path) -> None:
    (made,) = compile_texts(tmp_path)
    first = made.read_bytes()
    made.write_bytes(b"kept")
    os.utime(source, ns=(made.stat().st_mtime_ns - 1,) * 2)
    assert (compile_texts(tmp_path), made.read_bytes()) == ([made], b"kept")
    os.utime(source, ns=(made.stat().st_mtime_ns + 1,) * 2)
    assert (compile_texts(tmp_path), made.read_bytes()) == ([made], first)


def test_a_wheel_has_what_is_compiled_and_the_source_tree_too(tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    shutil.copytree(ROOT / "src", tree / "src", ignore=shutil.ignore_patterns("*.mo", "__pycache__"))
    shutil.copytree(ROOT / "data", tree / "data")
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", ".gitignore"):
        shutil.copy(ROOT / name, tree)
    (tree / "docs").mkdir()
    shutil.copy(ROOT / "docs" / "clustercalls.1", tree / "docs")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel"]
    subprocess.run(build, cwd=tree, check=True, capture_output=True)
    (wheel,) = (tree / "dist").iterdir()
    inside = "clustercalls/i18n/locale/it/LC_MESSAGES/clustercalls.mo"
    with ZipFile(wheel) as files:
        assert files.read(inside) == (tree / "src" / inside).read_bytes()
        names = files.namelist()
        assert "hatch_build.py" not in names
        (page,) = (
            each for each in files.namelist() if each.endswith(".data/data/share/man/man1/clustercalls.1")
        )
        assert files.read(page) == (ROOT / "docs" / "clustercalls.1").read_bytes()
