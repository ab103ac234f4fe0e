"""What kind of stage people call so: `apertura` is an opening, `info day 2` an info day.

The words are those of `cues` and `no_stages`. What is called after no kind, and what one applies for, is a
deadline with a name of its own.
"""

import re
from functools import cache
from itertools import pairwise

from clustercalls.phrase import step_names
from clustercalls.phrase.cues import (
    APPLIES,
    BEGINS,
    CAME_OUT,
    CHECKED,
    CLOSES,
    CUES,
    DATED,
    DECIDES,
    ENDS,
    FIELDS,
    HAPPENS,
    OPENS,
    OURS,
    REGISTERS,
    UNDATED,
)
from clustercalls.phrase.folding import expressions, fold
from clustercalls.phrase.no_stages import (
    ADVICE,
    ALONE,
    APPLIED_FOR,
    ASKS,
    INVITES,
    MEETS,
    NAMES,
    OF_OR_FOR,
    PARTS,
    TELLS,
    WHY,
)
from clustercalls.phrase.step_words import APART, FULL, STEPS

DEADLINE, REGISTRATION, INTERNAL = "deadline", "registration", "internal"
# Kinds as files name them.
_KINDS = (
    "published", "opens", "info_day", REGISTRATION, DEADLINE, "interview", "decision", "dates", INTERNAL,
)  # fmt: skip
# Beside a kind, these say which of several it is.
_WHICH = frozenset(
    fold(
        "the of for first second third fourth 1st 2nd 3rd 4th no nr online step stage phase round session"
        " il lo la i gli le del di della dei delle primo prima secondo seconda terzo terza fase les de du des"
        " premier première deuxième troisième der die das erste erster zweite zweiter dritte dritter schritt"
        " runde el los las primer primero primera segundo segunda tercero tercera etapa os as do da dos das"
        " primeiro primeira terceiro terceira pierwszy pierwsza pierwsze drugi druga drugie trzeci trzecia"
        " trzecie etap"
    ).split()
)
_APPLIED_FOR, _PARTS = frozenset(expressions(APPLIED_FOR)), frozenset(expressions(PARTS))
_OF_OR_FOR = frozenset(expressions(OF_OR_FOR))
_UNSAID = HAPPENS | CHECKED | DATED  # of no name
_OTHER = 1 << 30  # a word that is in no table
_IF_ALONE = 31  # how far left stands what a word says where no other is beside it
_OUTSIDE = sum(WHY)
_ONLY_ALONE = _OUTSIDE << _IF_ALONE
_COUNTED = frozenset(STEPS.split()) | {each for each in APART if len(each) > 1}  # what letters part
_FIRST_YEAR = 1900
_BESIDE = {REGISTERS: MEETS, DECIDES: TELLS, CAME_OUT: TELLS}  # what tells more of a kind


class NoStage(ValueError):
    """A name that is no deadline's, and of no kind for sure; `kind` is the one it is called after, if any."""

    def __init__(self, reason: str, advice: str, kind: str = "") -> None:
        super().__init__(reason)
        self.reason, self.advice, self.kind = reason, advice, kind


def kind_of(name: str) -> str:
    """The kind of stage that is called so, in any of the seven languages.

    Raises:
        NoStage: when it is called after what is no stage, or after a kind among other words.
    """
    words = _words(name)
    own = "_".join(each for each in words if not _tells_which(each))
    senses = _read(words)
    if own in _KINDS and own != "opens" and not senses & _OUTSIDE:  # "Q&A deadline"
        return own
    if _is_applied_for(words):
        return DEADLINE
    cue = senses & ~(_OTHER | _OUTSIDE)
    senses &= ~_BESIDE.get(cue, 0)
    closes = cue & (CLOSES | ENDS)
    if closes and cue & ~(CLOSES | ENDS) == OURS:
        return INTERNAL
    if closes and cue & REGISTERS:
        return REGISTRATION
    opens_too = cue & OPENS and not senses & (_OTHER | _OUTSIDE)
    if cue & CLOSES and not (senses & ASKS or cue & OURS or opens_too):
        return DEADLINE
    for sort, reason in WHY.items():
        if senses & sort and (sort != INVITES or _invites(words)):
            raise NoStage(reason, ADVICE[sort])
    if cue & (OPENS | BEGINS) and _is_later(words, cue):
        raise _no_opening()
    about = cue == BEGINS and senses & _OTHER and not _read([_main(words)]) & BEGINS  # "start-up training"
    return DEADLINE if about else _kind(cue, others=bool(senses & _OTHER))


def _is_applied_for(words: list[str]) -> bool:
    """Whether a name is of what one applies for, and not of a day of it: "lot 2 results" is."""
    if not (_main(words) in _APPLIED_FOR or (words[:1] and words[0] in _PARTS)):
        return False
    senses = _read(words)
    of_parts = _read([each for each in words if each not in _PARTS])
    known = (senses if senses & _OUTSIDE and not senses & _OTHER else of_parts) & ~(CLOSES | ENDS)
    return bool(known & _OTHER or not known & ~MEETS)


def _invites(words: list[str]) -> bool:
    """Whether it is the invitation that is named, and not a "full proposal (by invitation)"."""
    if any(_read([each]) & INVITES for each in (words[0], _main(words))):
        return True
    step = step_names.read(" ".join(words))
    return not (step.level or step.plain)


def _no_opening() -> NoStage:
    """The refusal of an opening that is not the call's, which would be shown as not open yet."""
    return NoStage(
        "it is not the call as a whole that opens then",
        "Write --opens for when the call opens; a later opening has no place of its own: "
        "keep it with --note.",
    )


def _is_later(words: list[str], cue: int) -> bool:
    """Whether what opens is not the call, but its registration, or a step, a round or a part of it."""
    if cue & REGISTERS:
        return True
    step = step_names.read(" ".join(words))
    if step.number > 1 or (step.level >= FULL and not step.plain) or set(words) & _PARTS:
        return True
    lettered = any(before in _COUNTED and len(each) == 1 and each not in "ai1"
                   for before, each in pairwise(words))  # fmt: skip
    return lettered or any(1 < step_names.number_of(each) < _FIRST_YEAR for each in words)


def kind_named(word: str) -> str:
    """The kind that is meant by a word for it alone, in any of the seven languages; empty for another."""
    words = _words(word)
    if "_".join(words) in _KINDS:
        return "_".join(words)
    senses = _read(words)
    if not senses or senses & (_OTHER | _OUTSIDE) or any(map(str.isdecimal, words)):
        return ""
    try:
        return kind_of(word)
    except NoStage:
        return ""


def _kind(cue: int, *, others: bool) -> str:
    """The kind that a name is called after, and nothing else."""
    if cue in {0, ENDS}:
        return DEADLINE
    if cue == BEGINS:
        raise NoStage("what starts then?", "Write --opens for when one can apply, --starts for an event.")
    fields = FIELDS.get(cue)
    if not fields:
        raise NoStage("it is called after several kinds of stage", "Give a stage to each.")
    kind = fields[0]
    if others:
        advice = "Write --stage {kind}=DATE, or call the deadline by another name."
        raise NoStage("it is called after a kind of stage, and more", advice, kind)
    return kind


def _main(words: list[str]) -> str:
    """The word that the others only tell more of: the last one, or the last before an "of" or a "for"."""
    telling = [each for each in words if each in _OF_OR_FOR or not (len(each) == 1 or each.isdecimal())]
    parted = [at for at, each in enumerate(telling) if each in _OF_OR_FOR]
    before = telling[: parted[0]] if parted else telling
    return before[-1] if before else ""


def _read(words: list[str]) -> int:
    """What the words say, as in `cues`, in `no_stages`, and whether there are others; longest first."""
    known, longest = _known()
    said, at = 0, 0
    while at < len(words):
        sizes = range(min(len(words) - at, longest), 0, -1)
        size = next((each for each in sizes if " ".join(words[at : at + each]) in known), 0)
        if size:
            said |= known[" ".join(words[at : at + size])]
        elif not _tells_which(words[at]):
            said |= _OTHER
        at += size or 1
    return said & ~_ONLY_ALONE | (0 if said & _OTHER else (said & _ONLY_ALONE) >> _IF_ALONE)


@cache
def _known() -> tuple[dict[str, int], int]:
    """What each expression says in the name of a stage, and how many words the longest has."""
    known = {" ".join(_words(name)): sort for sort, row in NAMES.items() for name in expressions(row)}
    for sort, row in ALONE.items():
        known |= {" ".join(_words(name)): sort << _IF_ALONE for name in expressions(row)}
    for cue, row in CUES.items():
        if not cue & _UNSAID:
            known |= {" ".join(_words(name)): cue & ~(UNDATED | APPLIES) for name in expressions(row)}
    return known, max(name.count(" ") for name in known) + 1


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(text))


def _tells_which(word: str) -> bool:
    """Whether a word only parts one stage from others of its kind."""
    return word in _WHICH or len(word) == 1 or word.isdecimal()
