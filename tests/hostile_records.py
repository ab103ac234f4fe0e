"""Answers of a portal that mean harm, or are broken, by name: in the form of those of the EU portal.

`RECORDS` are ones whose answer is one all the same; `ANSWERS` are what an answer is turned into.
"""

import json
from collections.abc import Callable
from typing import Any

from hostile import INJECTIONS
from portal import budget, pot, record

DAY = "2027-06-01T00:00:00.000+0000"
BIDI = "safe\u202egnp.exe\u2066\x00\x1b[2J\x07\u200b"
KEYS = 60_000  # where a case's own records begin, apart from sound ones
MIB = 1 << 20

BUDGETS: list[object] = [
    [], 7, "x", None,
    {"budgetTopicActionMap": [1, 2]},
    {"budgetTopicActionMap": {"1": {"action": 1}}},
    {"budgetTopicActionMap": {"1": [{"action": ["a"], "budgetYearMap": [1]}, None, "x"]}},
    {"budgetTopicActionMap": {"1": [pot(f"HORIZON-CL{(KEYS + 7) % 6}-2027-{KEYS + 7} - x", {"a": []})]}},
]  # fmt: skip


def one(number: int, **fields: object) -> dict[str, Any]:
    """A topic that is due, but for these."""
    made = record(KEYS + number, "1", **fields)
    made["metadata"].setdefault("deadlineDate", [DAY])
    return made


def injected() -> list[dict[str, Any]]:
    """A record for each text that tries to do something, which has it in every field that is shown."""
    shown = ("title", "callTitle", "typesOfAction", "keywords", "descriptionByte", "frameworkProgramme")
    return [one(1_000 + n, **dict.fromkeys(shown, text)) for n, text in enumerate(INJECTIONS.values())]


RECORDS: dict[str, Callable[[], list[dict[str, Any]]]] = {
    "nesting in every JSON": lambda: [
        one(1, **dict.fromkeys(("actions", "budgetOverview", "latestInfos", "keywords"), "[" * 200_000)),
        one(2, budgetOverview='{"budgetTopicActionMap":' * 50_000),
    ],
    "links that run": lambda: [
        one(n, url=text, descriptionByte=f"<a href='{text}'>here</a>", identifier=["\u200b"]) | {"url": text}
        for n, text in enumerate((
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,<script>alert(1)</script>",
            "file:///etc/passwd", "https://evil.example@127.0.0.1/", "//evil.example/x",
            "java\tscript:alert(1)",
        ))
    ],
    "a title of 10 MB": lambda: [one(1, title="T" * 10 * MIB), one(2, title="\u00e9" * (MIB // 2))],
    "quotes that nothing closes": lambda: [
        one(1, title='<b class="x>Bold title', descriptionByte='<p class="a>Kept text</p><p style=\'b>more'),
        one(2, title="<script>gone", descriptionByte="<!-- gone <p>" * 50_000),
        one(3, title="<" * 100_000, descriptionByte="<a " * 300_000),
    ],
    "halves of letters": lambda: [one(1, title="half \ud800 a \udfff letter", descriptionByte="\udc80" * 99)],
    "NUL and bidi": lambda: [
        one(1, **dict.fromkeys(("title", "callTitle", "keywords", "typesOfAction"), BIDI))
    ],
    "numbers of thousands of digits": lambda: [
        one(1, budgetOverview=budget(pot(f"HORIZON-CL{(KEYS + 1) % 6}-2027-{KEYS + 1} - RIA", "9" * 5_000))),
        one(2, budget="9" * 5_000, identifier="X" + "7" * 5_000, frameworkProgramme="9" * 5_000),
        record(KEYS + 3, "8", budget="1e999", currency="EUR", callccm2Id="9" * 5_000),
    ],
    "days that are none": lambda: [
        record(KEYS + n, deadlineDate=[f"{day}T00:00:00.000+0000", DAY], startDate=f"{day}T00:00:00.000+0000")
        for n, day in enumerate(("0000-01-01", "99999-01-01", "-0001-01-01", "2026-02-30", "2027-13-01",
                                 "9999-12-31", "0001-01-01", "２０２７-01-01", "2027-06-01T25:61"))
    ],
    "budgets of other types": lambda: [
        one(n, budgetOverview=json.dumps(each)) for n, each in enumerate(BUDGETS)
    ],
    "arrays of a million": lambda: [one(1, keywords=["k"] * 1_000_000), one(2, deadlineDate=[DAY] * 100_000)],
    "ten thousand dates": lambda: [one(1, deadlineDate=[
        f"20{year}-{month:02}-{day:02}T00:00:00.000+0000"
        for year in range(27, 60) for month in range(1, 13) for day in range(1, 28)])],
    "values that are no lists": lambda: [
        one(1) | {"metadata": one(1)["metadata"] | {
            "title": {"a": "b"}, "deadlineDate": DAY, "keywords": None, "callTitle": 7, "type": ["1", None],
        }},
        one(2, title=[["a"], {"b": 1}, None, True, 7.5]),
    ],
    "one reference, two records": lambda: [one(1, title="First of two"), one(1, title="Second of two")],
    "tables of TOML": lambda: [one(1, title='x"]]\n[[call]]\nid = "forged"', identifier='a"\n[[call]]\n#-x')],
    "injections": injected,
}  # fmt: skip


def _keyed(reference: str) -> Callable[[dict[str, Any]], None]:
    def put(answer: dict[str, Any]) -> None:
        answer["results"].append(one(1) | {"reference": reference})
        answer["totalResults"] += 1

    return put


def _with(**fields: object) -> Callable[[dict[str, Any]], None]:
    return lambda answer: answer.update(fields)


def _rows(*rows: object) -> Callable[[dict[str, Any]], None]:
    def put(answer: dict[str, Any]) -> None:
        answer["results"].extend(rows)
        answer["totalResults"] += len(rows)

    return put


# Changes to a sound answer; text is put in the place of all of it.
ANSWERS: dict[str, Callable[[dict[str, Any]], None] | bytes] = {
    "a bomb of nesting": b'{"results":' + b"[" * 5_000_000,
    "a bomb of nested objects": b'{"results":' * 400_000,
    "keys with slashes": _keyed("../../../etc/passwdTOPICSen"),
    "a key of a command": _keyed("7; touch canary #TOPICSen"),
    "a key of another line": _keyed("7TOPICSen\n[[call]]"),
    "a key of 5,000 letters": _keyed("7" * 5_000 + "TOPICSen"),
    "rows that are none": _rows(None, 7, "x", [], {}, {"reference": 1}, {"reference": "x", "metadata": []}),
    "a total of 5,000 digits": b'{"results":[],"totalResults":' + b"9" * 5_000 + b"}",
    "a total below nothing": _with(totalResults=-1),
    "a total in words": _with(totalResults="many"),
    "a total of millions": _with(totalResults=4_184_545),
    "another type": _rows(record(9, "8")),
    "a thousand rows": _rows(*(one(each) for each in range(1_000))),
    "a page of another number": _with(pageNumber="<b>\x1b[31m7"),
    "a login page": b"<!doctype html><title>Sign in</title>",
    "no UTF-8": b'{"results":[],"totalResults":\xff\xfe}',
}  # fmt: skip
