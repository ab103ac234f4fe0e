"""How many columns of a terminal a text takes."""

from clustercalls.once import once

LATIN = "latin-1"  # nothing is imported for it
ONE_COLUMN = "cp1252"  # a repertoire without wide or combining characters, with the punctuation of our words
# The joiner of emoji, the selector that makes one of a sign of text, the halves of flags, the tones of skin.
JOINER, EMOJI, FLAGS, TONES, WIDE = (
    "\u200d",
    "\ufe0f",
    ("\U0001f1e6", "\U0001f1ff"),
    ("\U0001f3fb", "\U0001f3ff"),
    2,
)


def width(text: str) -> int:
    """Columns taken: two for wide ones and emoji, none for combining ones (Unicode, UAX 11, UTS 51)."""
    if one_each(text):
        return len(text)
    return _of_sequences(text) if any(map(_is_of_sequence, text)) else sum(map(_columns, text))


def one_each(text: str) -> bool:
    """Whether it is seen without any table that every character takes one column."""
    if text.isascii():
        return True
    try:
        text.replace("€", "").encode(LATIN)
    except UnicodeEncodeError:
        pass
    else:
        return True
    try:
        text.encode(ONE_COLUMN)
    except UnicodeEncodeError:
        return False
    return True


def _is_of_sequence(character: str) -> bool:
    """Whether it makes one sign with what stands beside it."""
    return (
        character in {JOINER, EMOJI} or FLAGS[0] <= character <= FLAGS[1] or TONES[0] <= character <= TONES[1]
    )


def _of_sequences(text: str) -> int:
    taken = base = 0  # of all, and of the sign that is being made
    before = ""
    is_flag = False  # whether one half of a flag waits for the other
    for sign in text:
        half = FLAGS[0] <= sign <= FLAGS[1]
        if sign == EMOJI and before:
            base, own = WIDE, WIDE - base
        elif before == JOINER or (half and is_flag) or (TONES[0] <= sign <= TONES[1] and base == WIDE):
            own = 0
        else:
            own = WIDE if half else _columns(sign)
            base = own or base
        is_flag = half and not is_flag
        taken, before = taken + own, sign
    return taken


@once
def _columns(character: str) -> int:
    import unicodedata

    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
