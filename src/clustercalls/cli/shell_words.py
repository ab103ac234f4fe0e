"""The words of a shell's line as they are typed, and texts written so that a shell takes them as text."""

from clustercalls.harmful import FILLERS

BARE = frozenset("._:@+-=/,")  # beside letters and digits: what no shell takes for anything but itself
QUOTES = ("'", '"')
IN_DOUBLE = ("$", "`", '"', "\\", "\n")  # what a backslash quotes between double quotes
_FILLERS = frozenset(FILLERS)


class Typed:
    """A word as it is typed, the text it stands for, the quote that is open at its end, whether it acts.

    What acts stands unquoted for something else than itself: it is never put beside a text that is proposed.
    """

    __slots__ = ("acts", "quote", "raw", "text")

    # By hand: a NamedTuple wants `typing`, whose import is a sixth of what a TAB may cost.
    def __init__(self, raw: str = "", text: str = "", quote: str = "", *, acts: bool = False) -> None:
        self.raw, self.text, self.quote, self.acts = raw, text, quote, acts


def split(line: str, *, fish: bool = False) -> list[Typed]:
    """The words of a line up to the cursor at its end; the last is the one at the cursor, maybe empty."""
    words, begun, at, quote = [], 0, 0, ""
    while at < len(line):
        taken, _, quote = _next(line[at : at + 2], quote, fish=fish)
        if taken.isspace() and not quote:
            words += [line[begun:at]] if begun < at else []
            begun = at + len(taken)
        at += len(taken)
    return [word(each, fish=fish) for each in (*words, line[begun:])]


def word(raw: str, *, fish: bool = False) -> Typed:
    """One word as it is typed."""
    text, quote, at, acts = "", "", 0, False
    while at < len(raw):
        taken, meant, then = _next(raw[at : at + 2], quote, fish=fish)
        acts = acts or _acts(taken, quote, fish=fish)
        text, quote, at = text + meant, then, at + len(taken)
    return Typed(raw, text, quote, acts=acts)


def glued(pieces: list[str]) -> str:
    """The line of which bash made these pieces: it parts words at colons and equals signs, too."""
    line = last = ""
    for piece in pieces:
        apart = line and not (piece and (piece[0] in ":=" or last in {":", "="}))
        line += f" {piece}" if apart else piece
        last = piece
    return line


def is_bare(text: str) -> bool:
    """Whether every shell takes this for itself, wherever in a word it stands."""
    return all(each.isalnum() or each in BARE for each in text)


def fits(text: str) -> bool:
    """Whether it can be shown and typed: no control, turn of direction or other unseen character."""
    return text.isprintable() and (text.isascii() or _FILLERS.isdisjoint(text))


def for_bash(values: list[str], last: Typed, kept: str) -> list[str]:
    """What bash puts behind `kept`, the part of the word that it keeps, quoted for where that ends."""
    before = word(kept)
    rests = [each[len(before.text) :] for each in values if each.startswith(before.text)]
    if last.acts or not last.raw.startswith(kept):
        return []
    quoted = [_quoted(each, before.quote) for each in rests if before.quote != '"' or "!" not in each]
    if not before.quote and _ends_within(quoted):
        return ["'" + each.replace("'", "'\\''") + "'" for each in rests]
    return quoted


def kept_by_bash(last: Typed) -> str:
    """What it keeps of a word by its usual settings: all before the last place where it parts words."""
    if last.quote:
        return last.raw[: last.raw.rindex(last.quote) + 1]
    parts = [at + 1 for at, each in enumerate(last.raw) if each in ":=" and last.raw[at - 1 : at] != "\\"]
    return last.raw[: parts[-1]] if parts else ""


def _next(two: str, quote: str, *, fish: bool) -> tuple[str, str, str]:
    """What is taken of the next two characters, the text it stands for, and the quote open behind it."""
    first, second = two[0], two[1:]
    if first == "\\":
        double, single = second in IN_DOUBLE, fish and second in {"'", "\\"}
        if not quote or (double if quote == '"' else single):
            return two, second, quote
        return first, first, quote
    if first == quote:
        return first, "", ""
    if not quote and first in QUOTES:
        return first, "", first
    return first, first, quote


def _acts(taken: str, quote: str, *, fish: bool) -> bool:
    """Whether this stands for something else than itself; what is not ASCII never does."""
    if len(taken) > 1:
        return fish and not quote and taken[1].isalnum()
    if quote:
        return quote == '"' and taken in {"$", "`", "!"}
    return taken.isascii() and not is_bare(taken) and taken not in {*QUOTES, "\\"}


def _quoted(text: str, quote: str) -> str:
    """The text for bash behind this open quote, by backslashes behind none.

    bash closes the quote itself, but not behind a character that is one: there it stands closed already.
    """
    within = text.rstrip(quote) if quote else text
    if within != text:
        return _quoted(within, quote) + quote + f"\\{quote}" * (len(text) - len(within))
    if quote == "'":
        return text.replace("'", "'\\''")
    if quote:
        return "".join(f"\\{each}" if each in IN_DOUBLE else each for each in text)
    return "".join(f"\\{each}" if each.isascii() and not is_bare(each) else each for each in text)


def _ends_within(words: list[str]) -> bool:
    """Whether what these words begin with in common, which bash types, ends in the midst of a quoting."""
    shortest, longest = min(words, default=""), max(words, default="")
    same = 0
    while same < min(len(shortest), len(longest)) and shortest[same] == longest[same]:
        same += 1
    common = shortest[:same]
    return (len(common) - len(common.rstrip("\\"))) % 2 == 1
