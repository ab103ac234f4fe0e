"""The name of a registry, by which what is published of it is called; one file of a folder states it."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from clustercalls.disk.read import read
from clustercalls.errors import Place, Problem, problem
from clustercalls.registry import paths, values
from clustercalls.registry.layout import Layout
from clustercalls.tables.findings import Finding, Findings

Stated = dict[Path, dict[Path, str]]  # by what was named, a file or a folder: the files that state one


def stated_in(document: Mapping[str, Any], tell: Callable[[Finding], None]) -> str:
    """The name that a file states; empty when it states none that can be, which is told."""
    name, findings = document.get("name", ""), Findings()
    if not isinstance(name, str) or not name:
        return ""
    stated = findings.attempt(("name",), values.registry_name, name)
    for each in findings:
        tell(each)
    return stated or ""


def add(stated: Stated, root: Path, file: Path, name: str) -> None:
    """Notes the name that a file states, if any; `root` is what was named, the file or its folder."""
    if name:
        stated.setdefault(root, {})[file] = name


def first(stated: Stated) -> str:
    """The name of all that was read: the first that is stated."""
    return next((name for names in stated.values() for name in names.values()), "")


def told_twice(stated: Stated) -> Iterator[Problem]:
    """That a folder has two names: each of its files after the first that states one."""
    for names in stated.values():
        one, *others = names
        for each in others:
            yield problem("second-name", Place(str(each), _line(each)), first=f"{one}:{_line(one)}")


def _line(file: Path) -> int:
    return Layout(paths.decode_in_part(read(file), file)[0]).line_of_top("name")
