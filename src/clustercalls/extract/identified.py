"""Paragraphs and items that begin with the official identifier of their entry, one below the other."""

import re

from clustercalls.enumerations import EntryKind
from clustercalls.extract.entry_section import EntrySection, alone
from clustercalls.extract.folded import Folded
from clustercalls.extract.leads import lead_of, unnumbered
from clustercalls.extract.names import NameInText, quoted, with_ref
from clustercalls.extract.told import ToldSentence

_BEFORE = len("Topic: ")  # letters that may stand before an identifier
# "Strand 2a (I3-2021-INV2a) –": few words, and the identifier behind them in brackets.
_LABELLED = re.compile(r"(?:[^\W_][\w.’'-]*\s){1,8}\($")
_REST = re.compile(r"\s?[:–-]?\s?([^\W\d_][^:;.,()|“„«\"]{8,140}?)(?=\s[–-]\s|[:;.,()|]|$)")


def ref_ahead(piece: ToldSentence) -> str | None:
    """The identifier with which a sentence begins; None where it begins with something else."""
    if not piece.refs:
        return None
    start, end, ref = piece.refs[0]
    head = piece.sentence.text[unnumbered(piece.sentence.folded) : start]
    is_label = bool(re.match(r"\)?\s?(?:[:–-]|$)", piece.sentence.text[end:]))
    is_first = len(head.strip()) <= _BEFORE and not re.search(r"\w\s\w", head)
    return ref if is_first or (is_label and _LABELLED.fullmatch(head)) else None


def of_ref(passage: list[ToldSentence]) -> EntrySection:
    """The entry of a passage that begins with its identifier."""
    return alone(EntryKind.CALL, passage, _name(passage[0]))


def _name(piece: ToldSentence) -> NameInText:
    """What stands beside the identifier: in quotation marks, behind a mark, or as the words that follow."""
    text = piece.sentence.text
    start, end, ref = piece.refs[0]
    behind = text[end:]
    marked = [name for name in quoted(behind) if name.start <= len(' – "')]
    if marked:
        return NameInText(end + marked[0].start, end + marked[0].end, marked[0].text, own=True)
    begin = unnumbered(piece.sentence.folded)
    if start > begin and behind.startswith(")"):  # "Strand 1 (I3-2021-INV1) – Support for investments."
        stop = re.search(r"[.;:,](?:\s|$)", behind)
        finish = end + (stop.start() if stop else len(behind))
        return NameInText(begin, finish, text[begin:finish])
    if named := with_ref(text, start):
        return named
    rest = _REST.match(behind)
    if rest:
        return NameInText(start, end + rest.end(1), text[start : end + rest.end(1)])
    lead = lead_of(Folded(text))
    return lead or NameInText(start, end, ref)
