"""What is not sure of a draft, asked of a person at a terminal: what is taken, and what was left out."""

from collections.abc import Mapping
from typing import Any

from clustercalls import edtf
from clustercalls.cli import output
from clustercalls.cli.importing.draft_entry import DraftEntry
from clustercalls.cli.keep import ask
from clustercalls.cli.keep.typed_date import date_of
from clustercalls.drafts import DraftFact
from clustercalls.edtf import NotEdtf
from clustercalls.errors import Refusal
from clustercalls.i18n import Language
from clustercalls.phrase.field_roles import role_of
from clustercalls.registry import notation
from clustercalls.render.dates import say, say_stretch
from clustercalls.render.safe import safe_text
from clustercalls.zones import Moment

TAKEN = ""  # as it is
# Of these an entry may have several; of any other the next would take the place of the one before.
_OF_SEVERAL = frozenset({"stage", "history", "ref", "links", "tags", "eligibility", "funding"})


def settled(draft: DraftEntry, moment: Moment, t: Language) -> DraftEntry:
    """The draft with what a person took of what was not sure; who accepts one takes a fact by an empty line.

    Raises:
        Abandoned: at the end of the input.
    """
    chosen: dict[int, str] = {}
    for place in draft.open:
        fact = draft.draft.facts[place]
        output.say(safe_text(f"{told(fact, t)}: “{fact.quote}”"))
        is_first = not any(each.key == fact.key for each in _taken(draft, chosen))
        answer = _answer(fact, moment, t, likely=is_first or fact.key in _OF_SEVERAL)
        if answer is not None:
            chosen[place] = answer
    return draft._replace(chosen=chosen)


def _taken(draft: DraftEntry, chosen: Mapping[int, str]) -> list[DraftFact]:
    facts = enumerate(draft.draft.facts)
    return [fact for place, fact in facts if fact.sure or place in chosen]


def left_out(draft: DraftEntry, t: Language) -> str:
    """What of a draft was not taken, on a line; empty for nothing."""
    facts = "; ".join(_plain(each, t) for each in draft.unsure)
    return t("Left out: {facts}", facts=facts) if facts else ""


def told(fact: DraftFact, t: Language) -> str:
    """A fact on a line; of what is not sure, why."""
    plain = _plain(fact, t)
    return plain if fact.sure else t("not sure: {fact} ({reason})", fact=plain, reason=t(fact.reason))


def _plain(fact: DraftFact, t: Language) -> str:
    value = fact.value
    if fact.key == "stage":
        return f"{value.get('id', '')}: {_when(value, t)}"
    if fact.key == "history":
        was = _said(value["was"], t) if value.get("was") else value.get("was_status", "")
        return t("{stage}: was {date}", stage=value.get("stage") or "status", date=was)
    return f"{fact.key}: {notation.value(value)}"


def _when(stage: Mapping[str, Any], t: Language) -> str:
    """When a stage happens, or from when until when it lasts, with its hours."""
    when, until = stage.get("when", ""), stage.get("until", "")
    at, until_at = stage.get("at", ""), until.partition("T")[2] if "/" not in until else ""
    if not until or at or until_at:
        ends = [_said(when, t) if when else t("date not announced"), at]
        if until:
            ends += ["–", _said(until.removesuffix(f"T{until_at}"), t), until_at]
        return " ".join(filter(None, ends))
    try:
        return say_stretch(edtf.parse(when) if when else None, edtf.parse(until), t)
    except NotEdtf:
        return f"{when} – {until}"


def _said(text: str, t: Language) -> str:
    """A date, or as much of it as is known."""
    try:
        return say(text, t.code)
    except NotEdtf:
        return text


def _answer(fact: DraftFact, moment: Moment, t: Language, *, likely: bool) -> str | None:
    """What is taken of a fact: a value, all of it as it is, or nothing; an empty line takes the likely."""
    if fact.readings:
        none = t("none of these")
        answer = ask.choose(t("Which is it?"), {each: each for each in (*fact.readings, none)})
        return None if answer == none else answer
    if fact.key == "stage":
        return _day(fact, moment, t)
    return TAKEN if ask.yes(t("Take it?"), t, default=likely) else None


def _day(fact: DraftFact, moment: Moment, t: Language) -> str | None:
    """The day of a stage: the one that was read, where only what it is was in doubt, or another."""
    when = str(fact.value.get("when", ""))
    is_known = _is_date(when)
    role = role_of("when", str(fact.value.get("kind", "")))

    def read(answer: str) -> str:
        if is_known and answer.casefold() in {"", *ask.says_yes(t)}:
            return when
        if not answer or answer.casefold() in ask.NO:
            return ""
        try:
            return date_of(answer, role, moment, {}).when
        except Refusal as refused:
            output.tell(refused.problem, t)
            raise ask.Again from None

    if is_known:
        prompt = t("Take {date}? {yes} Or type another day", date=_when(fact.value, t), yes=t("[Y/n]"))
    else:
        prompt = t("Which day? (empty: none)")
    typed = ask.checked(prompt, read)
    return TAKEN if is_known and typed == when else typed or None


def _is_date(text: str) -> bool:
    try:
        return bool(text) and edtf.parse(text) is not None
    except NotEdtf:
        return False
