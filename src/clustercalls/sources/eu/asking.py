"""What the portal's search is asked: a walk over each type of call, or single ones by what names them."""

import json
from collections.abc import Iterable, Sequence
from enum import Enum
from typing import NamedTuple
from uuid import uuid4

ADDRESS = "https://api.tech.ec.europa.eu/search-api/prod/rest/search"
PAGE = 50  # rows; with 100, the most there are, rows were seen to jump between pages
LANGUAGE, DATASOURCE = "en", "SEDIA"
AHEAD = ("31094501", "31094502")  # forthcoming, open; of others one asks by name
CLOSED = "31094503"


class Type(Enum):
    """A type of what the portal offers; the value is its code there."""

    TOPIC = "1"
    PROSPECT = "2"
    CASCADE = "8"

    @property
    def unique(self) -> str:
        """What no two of the type share: pages are stable in its order."""
        return {Type.TOPIC: "identifier", Type.PROSPECT: "callIdentifier", Type.CASCADE: "callccm2Id"}[self]


class Ask(NamedTuple):
    """One page of an answer that is asked for; empty `statuses` are any, `names` single ones of the type."""

    type: Type
    page: int = 1
    statuses: tuple[str, ...] = AHEAD
    programmes: tuple[str, ...] = ()  # their codes
    names: tuple[str, ...] = ()

    def address(self, base: str = ADDRESS) -> str:
        """The address of this page."""
        joint = "&" if "?" in base else "?"
        return f"{base}{joint}apiKey={DATASOURCE}&text=***&pageSize={PAGE}&pageNumber={self.page}"

    def parts(self) -> dict[str, str]:
        """The parts of the form, each JSON."""
        must: list[dict[str, object]] = [
            {"terms": {"type": [self.type.value]}},
            {"terms": {"DATASOURCE": [DATASOURCE]}},
        ]
        for field, values in (
            ("status", self.statuses),
            ("frameworkProgramme", self.programmes),
            (self.type.unique, self.names),
        ):
            if values:
                must.append({"terms": {field: list(values)}})
        return {
            "query": json.dumps({"bool": {"must": must}}),
            "languages": json.dumps([LANGUAGE]),
            "sort": json.dumps({"field": self.type.unique, "order": "ASC"}),
        }


class JsonForm(NamedTuple):
    """A body and what it is."""

    content_type: str
    body: str


def form(parts: dict[str, str], boundary: str = "") -> JsonForm:
    """The parts as a form, every one a file of JSON: any other type is answered with all there is.

    https://www.rfc-editor.org/rfc/rfc7578
    """
    boundary = boundary or uuid4().hex
    written = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"; filename="{name}.json"\r\n'
        f"Content-Type: application/json\r\n\r\n{text}\r\n"
        for name, text in parts.items()
    )
    return JsonForm(f"multipart/form-data; boundary={boundary}", f"{''.join(written)}--{boundary}--\r\n")


def by_name(kind: Type, names: Iterable[str]) -> list[Ask]:
    """What asks for single ones, of whatever status, a page of them at once."""
    names = sorted(set(names))
    return [Ask(kind, 1, (), (), chunk) for chunk in _chunks(names)]


def _chunks(names: Sequence[str]) -> Iterable[tuple[str, ...]]:
    return (tuple(names[start : start + PAGE]) for start in range(0, len(names), PAGE))
