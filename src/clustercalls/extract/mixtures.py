"""Whether the facts of one section may be of several entries."""

import re

from clustercalls.enumerations import EntryKind
from clustercalls.extract.entry_section import EntrySection

_HEAD = 25  # letters in which a sentence names what it is on


def is_mixed(section: EntrySection) -> bool:
    """Whether sentences with dates name several calls, by their identifiers or programmes."""
    if section.kind is not EntryKind.CALL:
        return False
    dated = [piece for piece in section.told if piece.dates or piece.money]
    refs = {ref for piece in dated for _, _, ref in piece.refs}
    if len({ref for ref in refs if not any(ref != one and one.startswith(ref) for one in refs)}) > 1:
        return True
    heads = {
        name
        for piece in dated
        for start, _, name, _ in piece.programmes
        if start < _HEAD and re.match(r"[^.;]{0,60}:\s", piece.sentence.text)
    }
    return len(heads) > 1
