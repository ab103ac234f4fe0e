"""Candidates and a catalogue in a few words, for tests."""

import os
import subprocess
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection
from typing import Any

from builders import at
from clustercalls.candidate import Candidate
from clustercalls.catalogue.apply import apply
from clustercalls.catalogue.find import Hit, find
from clustercalls.catalogue.followed import Followed
from clustercalls.catalogue.gather import Gathered
from clustercalls.catalogue.opening import to_read
from clustercalls.catalogue.outcome import Outcome
from clustercalls.query.wanted import Query
from clustercalls.zones import Moment

NOON = at("2026-08-01T12:00")
LATER = at("2026-08-02T12:00")


def dated(
    day: str,
    kind: str = "deadline",
    *,
    name: str = "",
    at: str = "17:00:00",
    **rest: Any,  # noqa: ANN401 - any field of a stage
) -> dict[str, Any]:
    """A stage as a source proposes it; by default a deadline at 17:00."""
    hour = {"at": at} if at and kind == "deadline" else {}
    return {"id": name or kind, "kind": kind, "when": day, **hour, **rest}


def candidate(
    key: str,
    *stages: dict[str, Any] | str,
    title: str = "",
    ident: str = "",
    source: str = "eu",
    parent: str = "",
    words: tuple[str, ...] = (),
    text: str = "",
    digest: str | None = None,
    **entry: Any,  # noqa: ANN401 - any field of an entry
) -> Candidate:
    """A candidate; a stage that is only a day is a deadline; its print is of all its facts."""
    title = title or f"Call {key}"
    tables = [dated(each) if isinstance(each, str) else each for each in stages]
    made = Candidate(
        source=source,
        key=key,
        ident=ident,
        title=title,
        entry={"title": title, "programme": "HORIZON", **entry, "stage": tables},
        parent=parent,
        words=words,
        text=text,
    )
    if digest is None:
        digest = repr(made)
    return Candidate(**{name: getattr(made, name) for name in made.__struct_fields__} | {"print": digest})


def sync(
    path: Path,
    *candidates: Candidate,
    moment: Moment = NOON,
    complete: bool = True,
    drops: bool = False,
    force: bool = False,
    keep: Collection[str] = (),
    dry: bool = False,
    seconds: float = 5,
    source: str = "eu",
) -> Outcome:
    """Has the catalogue hold these."""
    with Gathered() as gathered:
        for each in candidates:
            gathered.add(each)
        return apply(
            path,
            gathered,
            source,
            moment,
            complete=complete,
            drops=drops,
            force=force,
            followed=Followed("r", keep),
            dry=dry,
            seconds=seconds,
        )


@contextmanager
def catalogue(path: Path, *candidates: Candidate) -> Iterator[Connection]:
    """A catalogue of these, open to be read."""
    sync(path, *candidates)
    with to_read(path) as connection:
        yield connection


def keys(hits: tuple[Hit, ...]) -> list[str]:
    """Their keys, in order."""
    return [hit.key for hit in hits]


def looked(path: Path, text: str = "", moment: Moment = NOON, **rest: Any) -> list[str]:  # noqa: ANN401 - of `find`
    """The keys of what is found by a text and what else a query has."""
    ours = {name: rest.pop(name) for name in ("sources", "new", "limit") if name in rest}
    with to_read(path) as connection:
        return keys(find(connection, Query(text=text, **rest), moment, **ours))


def dump(path: Path) -> list[tuple[Any, ...]]:
    """All that a catalogue holds but when its sources were asked."""
    with to_read(path) as connection:
        tables = {
            "record": "*",
            "stage": "*",
            "change": "*",
            "word": "rowid, *",
            "source": "name, kind, url, outcome, records",
        }
        return [
            (table, *row)
            for table, columns in tables.items()
            for row in connection.execute(f"SELECT {columns} FROM {table} ORDER BY 1, 2, 3")  # noqa: S608
        ]


_SMALL = """
import resource, subprocess, sys
subprocess.run([sys.executable, "-c", *sys.argv[1:]], check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def peak(code: str, *arguments: object) -> int:
    """The most memory of a process of this code, in MiB; its starter, whose own would count, is small."""
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent)}
    command = [sys.executable, "-c", _SMALL, code, *map(str, arguments)]
    return int(subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True).stdout) // unit
