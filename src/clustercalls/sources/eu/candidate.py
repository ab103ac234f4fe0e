"""A record of the portal as the candidate that it is."""

import hashlib
import json
import re
from typing import Any
from urllib.parse import quote

import msgspec

from clustercalls.candidate import Candidate
from clustercalls.limits import (
    DATE_LETTERS,
    ITEMS,
    OFFERED_SUMMARY,
    OFFERED_TITLE,
    OFFERED_WORD,
    TEXT_LETTERS,
)
from clustercalls.sources.eu.answer import PortalRecord
from clustercalls.sources.eu.asking import CLOSED, Type
from clustercalls.sources.eu.money import PortalMoney, money
from clustercalls.sources.eu.news import called_off
from clustercalls.sources.eu.programmes import PROGRAMMES
from clustercalls.sources.eu.stages import staged
from clustercalls.sources.html_text import one_line, plain

_encoded = msgspec.json.Encoder().encode

VERSION = 1  # of what is made of a record: with another, what was made before is made again
SOURCE, PORTAL = "eu", "EU Funding & Tenders Portal"
CREDIT = f"{PORTAL}, © European Union, CC BY 4.0"
PAGES = "https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities"
_TEXTS = (
    "descriptionByte",
    "description",
    "beneficiaryAdministration",
    "furtherInformation",
    "duration",
    "topicConditions",
)
_WORDS = (
    "identifier",
    "callIdentifier",
    "projectAcronym",
    "projectName",
    "caName",
    "keywords",
    "tags",
    "crossCuttingPriorities",
)
_TOLD = (
    *_TEXTS,
    *_WORDS,
    "title",
    "callTitle",
    "typesOfAction",
    "frameworkProgramme",
    "startDate",
    "deadlineDate",
    "closingDate",
    "deadlineModel",
    "actions",
    "latestInfos",
    "callccm2Id",
    "url",
)
_NUMBER = re.compile(r"\d+")
_SECONDS = re.compile(r"(\dT\d\d:\d\d):\d\d(?:\.\d+)?")
_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d{1,5})?(?:[/?#][!#-;=?-\[\]_a-z~]*)?", re.IGNORECASE)


def candidate(record: PortalRecord, kind: Type, source: str = SOURCE) -> Candidate:
    """The candidate of a record, whatever else stands in it; `source` is the name it has in the config."""
    title, parent = _titles(record, kind)
    amounts, dates = money(record, kind), staged(record, kind)
    identifier = _identifier(record)
    entry = _entry(record, kind, (title, parent), amounts, f"{source}:{record.key}")
    if dates.stages:
        entry["stage"] = list(dates.stages)
    text = "\n".join(filter(None, (plain(record.first(name)) for name in _TEXTS)))[:TEXT_LETTERS]
    words = _words(record)
    note = "; ".join(filter(None, (dates.note, _same(amounts))))
    return Candidate(
        source=source,
        key=record.key,
        ident=identifier,
        title=title,
        entry=entry | ({"note": note} if note else {}),
        parent=parent,
        words=words,
        text=text,
        print=_print(record, kind, amounts),
    )


def _identifier(record: PortalRecord) -> str:
    """What people call it; a prospect is a call by itself."""
    name = record.first("identifier") or record.first(Type.PROSPECT.unique)
    return one_line(name)[:OFFERED_TITLE]


def print_of(record: PortalRecord, kind: Type) -> str:
    """A digest of what a candidate is made of, without seconds: cheaper than to make it."""
    return _print(record, kind, money(record, kind, sisters=False))


def _print(record: PortalRecord, kind: Type, amounts: PortalMoney) -> str:
    told = {name: _told(texts) for name in _TOLD if (texts := record.every(name))}
    own = amounts._replace(same=0)  # the sisters of a topic come and go
    facts = [VERSION, kind.value, told, record.url, own, is_closed(record)]
    try:
        encoded = _encoded(facts)
    except UnicodeEncodeError:  # halves of characters
        encoded = json.dumps(facts).encode()
    return hashlib.sha256(encoded).hexdigest()[:32]


def _told(texts: tuple[str, ...]) -> list[str]:
    """The texts of a field in an order of their own, dates without seconds."""
    return sorted(map(_to_the_minute, texts)) if len(texts) > 1 else [_to_the_minute(texts[0])]


def is_closed(record: PortalRecord) -> bool:
    """Whether the portal calls it closed: told of what was asked for by name, and never believed."""
    return record.every("status") == (CLOSED,)


def _to_the_minute(text: str) -> str:
    return _SECONDS.sub(r"\1", text) if len(text) < DATE_LETTERS and ":" in text else text


def _titles(record: PortalRecord, kind: Type) -> tuple[str, str]:
    """Its own title, and that of the call above it, which of a cascade call is a topic."""
    own, above = ("callTitle", "title") if kind is Type.CASCADE else ("title", "callTitle")
    title, parent = (_cut(one_line(record.first(name)), OFFERED_TITLE) for name in (own, above))
    named = _identifier(record)
    return title or parent or named or record.key, parent


def _entry(
    record: PortalRecord, kind: Type, titles: tuple[str, str], amounts: PortalMoney, key: str
) -> dict[str, Any]:
    """The table of a registry, without its stages and its note."""
    title, parent = titles
    page, off = _page(record, kind), called_off(record)
    above = parent if parent != title else ""
    summary = " · ".join(filter(None, (above, one_line(record.first("typesOfAction")))))
    code = one_line(record.first("frameworkProgramme"))[:OFFERED_WORD]
    source = {"title": PORTAL, "url": page, "quote": _cut(off, OFFERED_SUMMARY), "key": key}
    table = {
        "title": title,
        "programme": PROGRAMMES.get(code, code),
        "summary": _cut(summary, OFFERED_SUMMARY),
        "status": "cancelled" if off else "",
        "closed": is_closed(record),
        "budget": amounts.budget,
        "currency": amounts.currency,
        "grants": _grants(amounts),
        "url": page,
        "source": {name: value for name, value in source.items() if value},
    }
    return {name: value for name, value in table.items() if value}


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _page(record: PortalRecord, kind: Type) -> str:
    """The address of its page; that which a record carries may be gone, or that of the topic above."""
    number = _NUMBER.match(record.key)
    own = one_line(record.first("callccm2Id")) or (number[0] if number else "")
    name = one_line(record.first("identifier"))
    page = ""
    if kind is Type.CASCADE and own:
        page = f"{PAGES}/competitive-calls-cs/{quote(own, safe='')}"
    elif kind is Type.TOPIC and name:
        page = f"{PAGES}/topic-details/{quote(name, safe='+')}"
    given = (page, record.url.strip(), record.first("url").strip())
    return next((each for each in given if len(each) <= TEXT_LETTERS and _ADDRESS.fullmatch(each)), "")


def _grants(amounts: PortalMoney) -> dict[str, int]:
    least, most = amounts.least, amounts.most
    each = {"each": most} if least == most else {"min": least, "max": most}
    return {name: value for name, value in {"number": amounts.number, **each}.items() if value}


def _same(amounts: PortalMoney) -> str:
    if not amounts.same:
        return ""
    topics, them = ("another topic", "it") if amounts.same == 1 else (f"{amounts.same} other topics", "them")
    return f"the same budget as {topics} of the call, perhaps shared with {them}"


def _words(record: PortalRecord) -> tuple[str, ...]:
    """What names it, each once; keywords of old are one text of JSON."""
    every = {text for name in _WORDS for text in record.every(name)[:ITEMS]}
    listed = [each for each in every if each.startswith("[")]
    inner = [record.inner(name) for name in ("keywords", "tags")] if listed else []
    every |= {each for value in inner if isinstance(value, list) for each in value if isinstance(each, str)}
    told = {one_line(each)[:OFFERED_WORD] for each in every.difference(listed)}
    return tuple(sorted(told - {""}))[:ITEMS]
