"""What the sentences of one entry say, as facts: stages, money, shares, identifiers, programme, addresses."""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec.structs import replace

from clustercalls.drafts import DraftFact
from clustercalls.enumerations import EntryKind
from clustercalls.extract import reasons
from clustercalls.extract.kinds import CONDITION
from clustercalls.extract.money import MoneyRole
from clustercalls.extract.money_words import MoneyOf
from clustercalls.extract.programmes import programme_of
from clustercalls.extract.sections import EntrySection
from clustercalls.extract.shares import is_share
from clustercalls.extract.told import ToldSentence

_CONDITION_LETTERS, _LINK_TITLE = 400, 120


def money_facts(section: EntrySection) -> Iterator[DraftFact]:
    """The budgets, grants and numbers of grants that its sentences say; of several none is sure."""
    every = [(piece, role) for piece in section.told for role in piece.money]
    yield from _budgets(
        [(piece, role) for piece, role in every if role.of is MoneyOf.BUDGET or _is_of_policy(section, role)]
    )
    yield from _each(
        [(piece, role) for piece, role in every if role.of is MoneyOf.EACH or role.of is MoneyOf.LEAST]
    )
    counts = {count for piece in section.told for *_, count in piece.grants}
    for piece in section.told:
        for start, end, count in piece.grants:
            place = piece.sentence.folded.span(start, end)
            why = reasons.SEVERAL if len(counts) > 1 else ""
            yield fact(piece, "grants", {"number": count}, place, why)


def _is_of_policy(section: EntrySection, role: MoneyRole) -> bool:
    return role.of is MoneyOf.PROGRAMME and section.kind is EntryKind.POLICY


def _budgets(told: list[tuple[ToldSentence, MoneyRole]]) -> Iterator[DraftFact]:
    """Each budget once: sure only the one that is no part of another and beside no other as plain."""
    plain = {role.span.amount for _, role in told if not (role.part or role.doubt or role.span.readings)}
    known: set[float] = set()
    for piece, role in told:
        if role.span.amount not in known:
            other = len(plain) > 1 or (bool(plain) and role.span.amount not in plain)
            yield from _with_currency(piece, role, "budget", _number(role.span.amount), other=other)
            known.add(role.span.amount)


def _each(told: list[tuple[ToldSentence, MoneyRole]]) -> Iterator[DraftFact]:
    """Each amount of one grant once; not sure where a text has two of the same kind."""
    amounts: dict[str, set[object]] = {}
    for _, role in told:
        for bound, amount in _grant(role).items():
            amounts.setdefault(bound, set()).add(amount)
    known: list[dict[str, object]] = []
    for piece, role in told:
        value = _grant(role)
        if value not in known:
            other = any(len(amounts[bound]) > 1 for bound in value)
            yield from _with_currency(piece, role, "grants", value, other=other)
            known.append(value)


def _with_currency(
    piece: ToldSentence, role: MoneyRole, key: str, value: object, *, other: bool
) -> Iterator[DraftFact]:
    """An amount as a fact, and its currency as another; not sure beside another of the same key."""
    span = role.span
    place = piece.sentence.folded.span(span.start, span.end)
    why = reasons.TWO_READINGS if span.readings else reasons.PART if role.part else role.doubt
    why = why or (reasons.SEVERAL if other else "") or ("" if span.currency else reasons.NO_CURRENCY)
    yield fact(piece, key, value, place, why, tuple(map(str, span.readings)))
    if span.currency:
        yield fact(piece, "currency", span.currency, place, why)


def _number(amount: float) -> float | int:
    return int(amount) if float(amount).is_integer() else amount


def _grant(role: MoneyRole) -> dict[str, object]:
    amount = _number(role.span.amount)
    return (
        {role.bound: amount} if role.span.least is None else {"min": _number(role.span.least), "max": amount}
    )


def share_facts(section: EntrySection) -> Iterator[DraftFact]:
    """Its rates of co-financing, each once, and for whom."""
    known: set[tuple[float, str]] = set()
    for piece in section.told:
        for share in piece.shares:
            if (share.rate, share.whom) not in known:
                known.add((share.rate, share.whom))
                value: dict[str, Any] = {"rate": int(share.rate) if share.rate.is_integer() else share.rate}
                value |= {"for": share.whom} if share.whom else {}
                place = piece.sentence.folded.span(share.start, share.end)
                several = sum(1 for other in piece.shares if not other.whom)
                why = reasons.NO_WHOM if share.doubted or (not share.whom and several > 1) else ""
                yield fact(piece, "funding", value, place, why)


def condition_facts(section: EntrySection) -> Iterator[DraftFact]:
    """The sentences that say who may apply and how, and shares that are no rate of funding."""
    if section.kind is not EntryKind.CALL:
        return
    for piece in section.told:
        folded = piece.sentence.folded.folded
        share = is_share(folded) and not piece.shares
        wording = (
            CONDITION.search(folded)
            and not piece.is_heading
            and not piece.dates
            and not piece.money
            and not piece.shares
        )
        if (share or wording) and len(piece.sentence.text) <= _CONDITION_LETTERS:
            yield fact(piece, "eligibility", piece.sentence.text, (0, len(piece.sentence.text)))


def ref_facts(section: EntrySection) -> Iterator[DraftFact]:
    """The official identifiers, each once."""
    known: set[str] = set()
    for piece in section.told:
        for start, end, ref in piece.refs:
            if ref not in known:
                known.add(ref)
                yield fact(piece, "ref", ref, (start, end))


def programme_fact(
    section: EntrySection, document: Iterable[ToldSentence], of_calls: set[int]
) -> DraftFact | None:
    """The programme of an entry: of its heading or identifier, or that it is under; else the only other one.

    `document` are the sentences with a programme; those `of_calls` that are not its own say that of another.
    """
    best: tuple[int, DraftFact] | None = None
    most: dict[str, int] = {}
    for piece in section.told:
        named = [(weight, name, (start, end)) for start, end, name, weight in piece.programmes]
        named += [(4, programme_of(ref), (start, end)) for start, end, ref in piece.refs]
        for weight, name, place in named:
            points = weight + 3 * (piece in section.heads) if weight else 0
            most[name] = max(points, most.get(name, 0))
            if points and (best is None or points > best[0]):
                best = points, fact(piece, "programme", name, place)
    if best:
        rivals = [name for name, points in most.items() if points == best[0] and name != best[1].value]
        return replace(best[1], sure=False, reason=reasons.SEVERAL) if rivals else best[1]
    others = {
        name: (piece, (start, end))
        for piece in document
        if section.kind is EntryKind.EVENT or piece.sentence.passage == 0 or piece.number not in of_calls
        for start, end, name, weight in piece.programmes
        if weight
    }
    if len(others) == 1 and section.kind in {EntryKind.CALL, EntryKind.EVENT}:
        ((name, (piece, place)),) = others.items()
        return fact(piece, "programme", name, place, reasons.FROM_ELSEWHERE)
    return None


def url_facts(section: EntrySection) -> Iterator[DraftFact]:
    """The addresses beside what they belong to: the first is that of the entry, the others are its links."""
    known: set[str] = set()
    for piece in section.told:
        for link in piece.links:
            url = link.url if "://" in link.url else f"https://{link.url}"
            if url in known:
                continue
            place = max(link.start, 0), link.end
            wording = piece.sentence.text[slice(*place)]
            title = _first_words(piece.sentence.text.strip()) if wording in {url, link.url} else wording
            yield (
                fact(piece, "links", {"title": title, "url": url}, place)
                if known
                else fact(piece, "url", url, place)
            )
            known.add(url)


def _first_words(text: str) -> str:
    """A sentence as the title of its link, cut between two words where it is long."""
    if len(text) <= _LINK_TITLE:
        return text
    return f"{text[:_LINK_TITLE].rsplit(' ', 1)[0].rstrip(' ,;:–-')}…"


def fact(
    piece: ToldSentence,
    key: str,
    value: object,
    place: tuple[int, int],
    reason: str = "",
    readings: tuple[str, ...] = (),
) -> DraftFact:
    """A fact at a place of a sentence; sure without a reason."""
    sentence = piece.sentence
    return DraftFact(
        key=key,
        value=value,
        quote=sentence.text.strip(),
        passage=sentence.passage,
        start=sentence.start + place[0],
        end=sentence.start + place[1],
        page=sentence.page,
        sure=not reason,
        reason=reason,
        readings=readings,
    )
