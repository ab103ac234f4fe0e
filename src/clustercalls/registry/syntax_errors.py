"""Why a file is not TOML, for people who have never heard of TOML: what is wrong, and what to write."""

import re

import tomli

from clustercalls.errors import Place, Problem, outside, problem

MOST_DIGITS = 4_300  # the interpreter's own limit
MANY_LEVELS = 400  # the parser's own limit

MEND = "Mend this line; nothing of this file could be read."
MEND_BLOCK = "Mend this line; its block could not be read."  # the others of its file could
RETYPE = "Delete it, and type what is to stand there."
QUOTES = "Close it with the quote it begins with."
TWICE = ("this block has the same key twice", "Keep one, or begin a new block above the second.")
THERE = ("this table is there already", "Keep one, or write [[ ]] where there may be many.")
ESCAPE = ("a text has a \\ in it", "Write \\\\ for it.")

# How the parser's words begin: what they mean, and what to do.
MEANINGS = {
    "Expected newline or end of document": ("there is more on this line than a value", MEND),
    "Invalid statement": ("this line is no key = value, no header and no comment", MEND),
    "Invalid value": ("what stands after = is no value", MEND),
    "Unterminated string": ("a text that begins above has no closing quote", QUOTES),
    "Expected \"'''\"": ("a text that begins above has no closing quote", QUOTES),
    "Illegal character '\\n'": ("a text on this line has no closing quote", QUOTES),
    "Found invalid character '\\n'": ("a text on this line has no closing quote", QUOTES),
    "Found invalid character": ("what stands here may not stand in a text", RETYPE),
    'Expected "\'"': ("a text that begins above has no closing quote", QUOTES),
    "Unclosed array": ("a list that begins above has no ]", "Close it with ], or put the missing comma."),
    "Unclosed inline table": (
        "a table that begins above has no }",
        "Close it with }, or put the missing comma.",
    ),
    "Cannot overwrite a value": TWICE,
    "Duplicate inline table key": TWICE,
    "Cannot declare": THERE,
    "Cannot mutate immutable namespace": THERE,
    "Cannot redefine namespace": THERE,
    "Invalid initial character": ("a key is missing here", "Write it in letters, digits, - and _."),
    "Expected '=' after a key": ("there is no = after the key", "Write key = value."),
    "Expected ']": ("a header is not closed", "Write as many ] as there are [: [[call]]"),
    "Invalid date": ("there is no such date", "Check the day and the month."),
    "Unescaped '\\'": ESCAPE,
    "Invalid hex value": ESCAPE,
    "Escaped character": ESCAPE,
}
# What can be seen on the line itself, most telling first.
_SIGNS = (
    (re.compile(r"=\s*'[^']*'\w"), 'Put the text in double quotes: "…"'),
    (re.compile(r'=\s*"[^"]+"\s*[^\s#,"]'), "Write ' for the quotes inside the text."),
    (re.compile("=[^\"']*[“”„«»‘’]"), 'Use straight quotes: "'),
    (
        re.compile(r"=\s*\d{1,3}([., ]\d{3})+\b"),
        "Write the amount without points, commas or spaces: 18_500_000",
    ),
    (re.compile(r"=\s*\d+,\d"), "Write a point instead of the comma: 1.5"),
    (re.compile(r"=\s*([€$£]|[\d_.]+\s*([€$£%]|[A-Za-z]{3}\b))"), "Write the number alone."),
    (re.compile(r"=\s*\d{4}-\d\d-\d\d(?!\d)"), "Check the day, the month and the hour."),
    (re.compile(r"=\s*\d+[^\d\s#_]"), 'Put the text in quotes: "…"'),
    (re.compile(r"=\s*(True|False|TRUE|FALSE|yes|no)\b"), "Write true or false, in small letters."),
    (re.compile(r"=\s*[^\W\d]"), 'Put the text in quotes: "…"'),
    (re.compile(r"^\s*[\w-]+\s*:"), "Write = instead of the colon."),
)
# What nobody sees, and editors, pages and mails put in: a blank to the eye, none to TOML.
UNSEEN = {
    "\u00a0": "a no-break space",
    "\u202f": "a narrow no-break space",
    "\u00ad": "a soft hyphen",
    "\u200b": "a zero-width space",
    "\u200c": "a zero-width non-joiner",
    "\u200d": "a zero-width joiner",
    "\u2060": "a word joiner",
    "\ufeff": "a byte order mark",
    "\u2028": "a line separator",
    "\u200e": "a mark of direction",
    "\u200f": "a mark of direction",
}
_VALUE = re.compile(r"=\s*([^#]*)")


def explained(error: tomli.TOMLDecodeError, file: str) -> Problem:
    """The problem of a file that is not TOML."""
    reason, advice = next(
        (meaning for words, meaning in MEANINGS.items() if error.msg.startswith(words)),
        (error.msg[:1].lower() + error.msg[1:], MEND),
    )
    place, why = Place(file, error.lineno), outside(reason)
    unseen = _unseen(error)
    if unseen:
        item, code = UNSEEN.get(unseen, "a character"), f"U+{ord(unseen):04X}"
        reason = "{item} stands here ({characters}), which nobody sees"
        return problem("broken-toml", place, reason=reason, advice=RETYPE, item=item, characters=code)
    if advice is MEND:
        return problem("broken-toml", place, **why, **_seen(error))
    return problem("broken-toml", place, **why, advice=advice)


def _unseen(error: tomli.TOMLDecodeError) -> str:
    """The character that nobody sees at which reading ended, if it is one."""
    found = error.doc[error.pos : error.pos + 1]
    return found if found and not found.isprintable() and found not in "\t\r\n" else ""


def line_of_brackets(text: str) -> int:
    """The first line that alone holds more levels than anybody needs; 0 when there is none."""
    lines = enumerate(text.split("\n"), 1)
    return next((n for n, line in lines if sum(map(line.count, "[{.")) >= MANY_LEVELS), 0)


def line_of_digits(text: str) -> int:
    """The line of the first number with more digits than the interpreter reads; 0 when there is none."""
    digits = re.search(rf"(?<![\d_])[\d_]{{{MOST_DIGITS},}}", text)
    return text.count("\n", 0, digits.start()) + 1 if digits else 0


def _seen(error: tomli.TOMLDecodeError) -> dict[str, str]:
    """Advice from the line itself: a date, a text or an amount as people write them."""
    from clustercalls.phrase.dates import hint

    start = error.doc.rfind("\n", 0, error.pos) + 1
    line = error.doc[start : error.pos + 200].split("\n", 1)[0]
    value = _VALUE.search(line)
    known = hint(value[1].strip()) if value else None
    if known:
        return {"advice": 'Write the date as "{known}".', "known": known}
    return {"advice": next((advice for sign, advice in _SIGNS if sign.search(line)), MEND)}
