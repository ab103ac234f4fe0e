"""One answer of the portal's search, checked against what was asked."""

import json
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

import msgspec

from clustercalls.sources.eu.asking import DATASOURCE, LANGUAGE, PAGE, Ask
from clustercalls.sources.html_text import one_line

_LANGUAGE_OF = re.compile(r"(?:(?<=\dTOPICS)|(?<=\dCOMPETITIVE_CALL)|(?<=\dPROSPECTS))[A-Za-z]{2}\Z")
_KEY = re.compile(r"[A-Za-z0-9_.-]{1,120}")
_DIGITS = 40  # of a number; Python refuses thousands of them
_QUOTED = 40  # letters of what was not asked for
_decoded = msgspec.json.Decoder().decode


class NotAnswered(Exception):
    """An answer that is none to what was asked: the values of a problem, `reason` in words of ours."""

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason)
        self.values = {"reason": reason, **{name: str(each) for name, each in values.items()}}


class PortalRecord(NamedTuple):
    """One record: its reference, what of that is no language, its address, and its fields, lists of texts."""

    reference: str
    key: str
    url: str
    fields: Mapping[str, tuple[str, ...]]

    def first(self, name: str) -> str:
        """The first text of a field; empty without one."""
        return next(iter(self.fields.get(name, ())), "")

    def every(self, name: str) -> tuple[str, ...]:
        """All texts of a field."""
        return self.fields.get(name, ())

    def inner(self, name: str) -> Any:  # noqa: ANN401 - whatever JSON can hold
        """What the JSON in the first text of a field says; None without any."""
        text = self.first(name)
        try:
            return parsed(text.encode("utf-8", "replace")) if text else None
        except ValueError:
            return None


class AnswerPage(NamedTuple):
    """The rows of an answer that were asked for, how many the whole search has, and what came, by reference.

    Stale copies and other languages came, and are no rows. What cannot be used did not come: so a walk that
    has it is never complete, and says so.
    """

    rows: tuple[PortalRecord, ...]
    total: int
    references: tuple[str, ...]


def page_of(body: bytes, ask: Ask) -> AnswerPage:
    """The answer to a page that was asked for.

    Raises:
        NotAnswered: when it is no answer of this search, or not to what was asked: a filter that the server
            does not know is answered with all it has.
    """
    results, total = _search(body, ask)
    rows, references = [], []
    for result in results:
        record = _record(result)
        if record is not None:
            _sure_asked(record, ask)
            references.append(record.reference)
            if not _is_other(record, result):
                rows.append(record)
    return AnswerPage(tuple(rows), total, tuple(references))


def _search(body: bytes, ask: Ask) -> tuple[list[object], int]:
    """The results of an answer, and how many there are in all."""
    try:
        answer = parsed(body)
    except ValueError:
        raise NotAnswered("its answer is no JSON") from None
    results = answer.get("results") if isinstance(answer, dict) else None
    total = answer.get("totalResults") if isinstance(answer, dict) else None
    if not isinstance(results, list) or type(total) is not int or total < 0:
        raise NotAnswered("its answer is not that of a search")
    if (number := answer.get("pageNumber", ask.page)) != ask.page:
        raise NotAnswered(
            "it answers page {page}, and {wanted} was asked", page=_shown(number), wanted=ask.page
        )
    size = answer.get("pageSize", PAGE)
    if size != PAGE or len(results) > PAGE:
        count = len(results) if size == PAGE else _shown(size)
        raise NotAnswered("it answers with {count} rows of {most}", count=count, most=PAGE)
    return results, total


def _record(result: object) -> PortalRecord | None:
    """The record of a row; None where it is none that can be named and checked."""
    given = result if isinstance(result, dict) else {}
    reference, metadata, url = given.get("reference"), given.get("metadata"), given.get("url")
    if not isinstance(reference, str) or not isinstance(metadata, dict):
        return None
    fields = {name: _texts(value) for name, value in metadata.items()}
    key = _LANGUAGE_OF.sub("", reference)
    if not fields.get("type") or not _KEY.fullmatch(key):
        return None
    return PortalRecord(reference, key, url if isinstance(url, str) else "", fields)


def _sure_asked(record: PortalRecord, ask: Ask) -> None:
    """Lets pass what was asked for.

    Raises:
        NotAnswered: for a record that the filters would have left out.
    """
    for name, wanted in (
        ("type", (ask.type.value,)),
        ("status", ask.statuses),
        ("frameworkProgramme", ask.programmes),
        (ask.type.unique, ask.names),
    ):
        there = record.every(name)
        if there and wanted and set(wanted).isdisjoint(there):
            raise NotAnswered(
                "a row has {field} {value}, which was not asked for", field=name, value=_shown(there[0])
            )


def _is_other(record: PortalRecord, result: object) -> bool:
    """Whether it is a stale copy, or in another language: those came beside what was asked for."""
    stated = result.get("language") if isinstance(result, dict) else None
    tail = _LANGUAGE_OF.search(record.reference)
    languages = [stated] if isinstance(stated, str) else [*record.every("language")[:1]]
    languages += [tail[0]] if tail else []
    copies = record.every("DATASOURCE")
    return any(each.lower() != LANGUAGE for each in languages) or bool(copies and DATASOURCE not in copies)


def _texts(value: object) -> tuple[str, ...]:
    """A field: a list of texts, as all are; a number or a single text is taken as one."""
    values = value if isinstance(value, list) else (value,)
    if len(values) == 1 and type(values[0]) is str and values[0]:  # as most are
        return (values[0],)
    return tuple(each if isinstance(each, str) else f"{each}" for each in values if _is_text(each))


def _is_text(value: object) -> bool:
    return value != "" and isinstance(value, str | int | float) and not isinstance(value, bool)


def parsed(text: bytes) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """What JSON says, also where a letter or a number of it is none.

    Raises:
        ValueError: for what is none, or is too deep.
    """
    try:
        return _decoded(text)
    except RecursionError:
        raise ValueError from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        pass
    try:
        return json.loads(
            text.decode("utf-8-sig", "replace"), parse_int=_whole, parse_constant=lambda _: None, strict=False
        )
    except RecursionError:
        raise ValueError from None


def _whole(digits: str) -> int | None:
    return int(digits) if len(digits) < _DIGITS else None


def _shown(value: object) -> str:
    """What it answers, short enough for a line."""
    return one_line(f"{value}")[:_QUOTED]
