"""Which headings begin an entry, of which kind, and which only label what is said of the one above."""

import re

from clustercalls.enumerations import EntryKind
from clustercalls.extract.entry_section import CALL_DATES, POLICY, EntrySection
from clustercalls.extract.folded import Folded
from clustercalls.extract.kinds import DAYS, gathers, kind_of, rubric_of
from clustercalls.extract.leads import lead_of, unnumbered
from clustercalls.extract.names import NameInText
from clustercalls.extract.policy_steps import is_act
from clustercalls.extract.told import ToldSentence

_BESIDE_A_DATE = 30  # letters


def begins(passage: list[ToldSentence], current: EntrySection, *, in_digest: bool) -> bool:
    """Whether a heading begins another entry, and is no label of what the one above says."""
    first = passage[0]
    folded = first.sentence.folded.folded
    rubric = rubric_of(folded)
    collects = bool(gathers(folded) or rubric or (in_digest and DAYS.match(folded)))
    is_label = first.is_label and not (rubric and " " in folded.strip())
    if is_label and not first.sentence.text.isupper() and not (collects and in_digest):
        return False
    if not current.told or (collects and in_digest):
        return True
    bare = re.sub(r"[\W\d]", "", folded)
    if (
        first.dates
        and first.kind is None
        and (len(bare) < _BESIDE_A_DATE or re.match(r"[^:]{3,45}:", folded))
    ):
        return False
    if (
        not current.tells
        and current.kind
        and first.kind is None
        and first.sentence.passage - current.told[-1].sentence.passage == 1
    ):
        return bool(POLICY.search(folded))
    return True


def headed(passage: list[ToldSentence], *, in_digest: bool) -> EntrySection:
    """The section that a heading begins; one that gathers the entries of others has no name."""
    section = EntrySection(_kind(passage), passage)
    if rubric := rubric_of(passage[0].sentence.folded.folded):
        section = EntrySection(None, [])
        section.rubric, section.is_of_several = rubric, True
        section.is_diary = rubric is EntryKind.EVENT
        return section
    section.in_digest = in_digest
    if in_digest and DAYS.match(passage[0].sentence.folded.folded):
        section.is_collection = section.is_of_several = section.is_diary = True
    if section.is_collection and not passage[0].refs:
        section.heads, section.kind = [], None
    return section


def headed_by_item(passage: list[ToldSentence]) -> EntrySection:
    """The section of an item that heads the text below it."""
    section = EntrySection(_kind(passage) or _by_programme(passage), passage)
    section.is_collection = section.is_of_several = section.is_diary = False
    text = passage[0].sentence.text
    start = unnumbered(passage[0].sentence.folded)
    section.name = passage[0], NameInText(start, len(text), text[start:])
    return section


def led(passage: list[ToldSentence]) -> EntrySection:
    """The section of a paragraph that begins with the name of its entry."""
    lead = lead_of(passage[0].sentence.folded)
    section = EntrySection(_kind_of_led(passage, lead), [])
    section.told = passage[:1]
    section.name = (passage[0], lead) if lead else None
    return section


def _kind_of_led(passage: list[ToldSentence], lead: NameInText | None) -> EntryKind:
    """An event by its name; a step of policy where an institution acts and no sentence is on a call."""
    is_on_call = any(piece.kind is EntryKind.CALL or piece.refs or piece.shares for piece in passage)
    is_due = any(role.kind in CALL_DATES for piece in passage for role in piece.dates)
    if not is_on_call and lead and kind_of(Folded(lead.text).folded) is EntryKind.EVENT:
        return EntryKind.EVENT
    acts = any(is_act(piece.sentence.folded.folded) for piece in passage)
    return EntryKind.POLICY if acts and not (is_on_call or is_due) else EntryKind.CALL


def _by_programme(passage: list[ToldSentence]) -> EntryKind | None:
    return EntryKind.CALL if any(piece.programmes or piece.refs for piece in passage) else None


def _kind(passage: list[ToldSentence]) -> EntryKind | None:
    kinds = [piece.kind for piece in passage if piece.kind]
    roles = [role.kind for piece in passage for role in piece.dates if role.kind]
    if EntryKind.EVENT in kinds and roles and not CALL_DATES & set(roles):
        return EntryKind.EVENT
    return kinds[0] if kinds else None
