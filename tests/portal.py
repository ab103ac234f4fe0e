"""Answers of the EU portal's search, made up in its form; a record is a dict of its fields."""

import json
from collections.abc import Callable
from operator import itemgetter
from typing import Any
from urllib.parse import parse_qs, urlsplit

from clustercalls.sources.eu.answer import PortalRecord, page_of
from clustercalls.sources.eu.asking import Ask, Type
from hostile_dav import Asked, World, whole

OPEN, FORTHCOMING, CLOSED = "31094502", "31094501", "31094503"
NAMES = {"1": "TOPICS", "2": "PROSPECTS", "8": "COMPETITIVE_CALL"}


def record(number: int, kind: str = "1", **fields: object) -> dict[str, Any]:
    """A result as the search gives it; values are lists of texts, JSON where theirs is."""
    language = "EN" if kind == "2" else "en"
    metadata: dict[str, object] = {
        "type": [kind],
        "language": ["en"],
        "DATASOURCE": ["SEDIA"],
        "status": [OPEN],
        "frameworkProgramme": ["43108390"],
        "title": [f"Topic {number}"],
        "esDA_IngestDate": [f"2026-11-{number % 28 + 1:02}"],
    }
    if kind == "1":
        metadata |= {"identifier": [f"HORIZON-CL{number % 6}-2027-{number}"]}
    elif kind == "2":
        metadata |= {"callIdentifier": [f"EuropeAid/{number}"]}
    else:
        metadata |= {"callccm2Id": [f"{number}"], "identifier": ["SMP-COSME-2024-CLUSTER-01"]}
    for name, value in fields.items():
        metadata[name] = value if isinstance(value, list) else [value]
    return {
        "reference": f"{number}{NAMES[kind]}{language}",
        "url": f"https://example.org/{number}",
        "language": "en",
        "summary": f"Topic {number}",
        "weight": 4.0 + number,
        "metadata": metadata,
    }


def answer(results: list[dict[str, Any]], page: int = 1, total: int | None = None) -> bytes:
    """A whole answer."""
    said = {
        "apiVersion": "2.155",
        "terms": "***",
        "totalResults": len(results) if total is None else total,
        "pageNumber": page,
        "pageSize": 50,
        "results": results,
    }
    return json.dumps(said).encode()


def pot(action: str, amount: object, **more: object) -> dict[str, Any]:
    """A row of a budget."""
    return {"action": action, "budgetYearMap": {"2027": amount}, **more}


def budget(*rows: dict[str, Any]) -> str:
    """A budget as it stands in a field."""
    table = {str(number): [row] for number, row in enumerate(rows)}
    return json.dumps({"budgetYearsColumns": ["2027"], "budgetTopicActionMap": table})


def answered(number: int, kind: str = "1", /, **fields: object) -> PortalRecord:
    """A record, read from an answer."""
    (made,) = page_of(answer([record(number, kind, **fields)]), Ask(Type(kind))).rows
    return made


class Portal:
    """The portal on loopback: what it offers, by type, and how it misbehaves."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.records: list[dict[str, Any]] = []
        self.swaps = 0  # pages on which the first row is one that another page had already
        self.slips: list[
            dict[str, Any]
        ] = []  # what comes of its type, whatever language and copy is asked for
        self.fails: set[tuple[str, str]] = set()  # pages of a type that are answered with 500, once each
        self.bad: Callable[[Asked, bytes], bytes] = lambda _asked, good: good
        self.answers: Callable[[Asked], tuple[bytes, bool]] = lambda asked: (self._answered(asked), True)
        world.script = self.answers

    def told(self, reference: str, **fields: object) -> None:
        """Has it say this of a record from now on."""
        (one,) = [each for each in self.records if each["reference"] == reference]
        one["metadata"] |= {
            name: value if isinstance(value, list) else [value] for name, value in fields.items()
        }

    def moved(self, reference: str, *days: str) -> None:
        """Has it say these deadlines of a record from now on."""
        self.told(reference, deadlineDate=[f"{each}T00:00:00.000+0000" for each in days])

    @property
    def url(self) -> str:
        """Where its search is."""
        return f"{self.world.url}/search"

    def _answered(self, asked: Asked) -> bytes:
        query = parse_qs(urlsplit(asked.path).query)
        number = query["pageNumber"][0]
        page, size = int(number), min(int(query["pageSize"][0]), 100)
        must = json.loads(_part(asked, "query"))["bool"]["must"]
        wanted = {name: set(values) for clause in must for name, values in clause["terms"].items()}
        (kind,) = wanted["type"]
        if (kind, number) in self.fails:
            self.fails.remove((kind, number))
            return whole("500 Internal Server Error", b"<html>Try again</html>")
        found = self._found(wanted, set(json.loads(_part(asked, "languages"))), _part(asked, "sort"))
        shown = found[(page - 1) * size : page * size]
        if self.swaps and page > 1 and shown:
            self.swaps -= 1
            shown = [found[0], *shown[1:]]
        return whole("200 OK", self.bad(asked, answer(shown, page, len(found))))

    def _found(self, wanted: dict[str, set[str]], languages: set[str], sort: str) -> list[dict[str, Any]]:
        """What is wanted, in its order; what has no such field is left out, as there."""
        field = json.loads(sort)["field"]
        found = [each for each in self.records if each["language"] in languages and _is_wanted(each, wanted)]
        found += [each for each in self.slips if _is_wanted(each, {"type": wanted["type"]})]
        ranked = [(each["metadata"][field], each) for each in found if each["metadata"].get(field)]
        return [each for _, each in sorted(ranked, key=itemgetter(0))]


def _is_wanted(one: dict[str, Any], wanted: dict[str, set[str]]) -> bool:
    return all(values & set(one["metadata"].get(name, ())) for name, values in wanted.items())


def _part(asked: Asked, name: str) -> str:
    """The JSON of a part of a form; a part of any other type is answered with an error, as there."""
    boundary = asked.headers["content-type"].partition("boundary=")[2]
    for part in asked.body.split(f"--{boundary}"):
        head, _, text = part.strip("\r\n").partition("\r\n\r\n")
        if f'name="{name}"' in head and "Content-Type: application/json" in head:
            return text
    raise ValueError(name)
