"""Texts as documents, and what is understood of them: for the tests of `extract`."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from clustercalls.drafts import Draft, DraftFact, Extracted
from clustercalls.extract import extracted
from clustercalls.passages import Passage, PassageKind, ReadDocument

MARKS = {"# ": PassageKind.HEADING, "- ": PassageKind.ITEM, "| ": PassageKind.ROW}


def document(*lines: str) -> ReadDocument:
    """A document of these lines: `# ` a heading, `- ` an item, `| ` a row of cells, else a paragraph."""
    return ReadDocument(tuple(passage(each) for each in lines))


def passage(line: str) -> Passage:
    kind = MARKS.get(line[:2], PassageKind.TEXT)
    return Passage(line if kind is PassageKind.TEXT else line[2:], kind)


def understood(*lines: str, dated: str = "") -> Extracted:
    return extracted(document(*lines), date.fromisoformat(dated) if dated else None)


def only(*lines: str, dated: str = "") -> Draft:
    """The one entry that these lines tell of."""
    (draft,) = understood(*lines, dated=dated).drafts
    return draft


def of_key(draft: Draft, key: str) -> list[DraftFact]:
    return [fact for fact in draft.facts if fact.key == key]


def values(draft: Draft, key: str) -> list[Any]:
    return [fact.value for fact in of_key(draft, key)]


def stages(draft: Draft) -> dict[str, str]:
    """The dates of a draft by the ids of their stages, with hours and last days."""
    return {each["id"]: dated(each) for each in values(draft, "stage")}


def dated(stage: dict[str, str]) -> str:
    hour = f" {stage['at']}" if "at" in stage else ""
    return stage["when"] + hour + (f"..{stage['until']}" if "until" in stage else "")


def sure(facts: Iterable[DraftFact]) -> list[bool]:
    return [fact.sure for fact in facts]


CALL, EVENT, POLICY = "call", "event", "policy"


def entries(*lines: str) -> list[tuple[str, str]]:
    """The kind and the title of each entry that these lines tell of."""
    return [(str(draft.kind), str(of_key(draft, "title")[0].value)) for draft in understood(*lines).drafts]
