"""What a file writes as only TOML 1.1 does, which readers of TOML 1.0 refuse with all that stands beside it.

https://github.com/toml-lang/toml/blob/1.1.0/CHANGELOG.md. Our reader takes it; `check` alone tells. One pass
over the tokens of a text that was read already, however large: no second reader, which could be slow.
"""

import re
from collections.abc import Iterator

from clustercalls.errors import Place, Problem, problem
from clustercalls.registry.layout import LEXEME, Layout

LINES, COMMA, ESCAPE, SECONDS = "lines", "comma", "escape", "seconds"
FORMS = {
    LINES: (
        "an inline table over several lines",
        "Put it on one line, or write a table with a header of its own.",
    ),
    COMMA: ("a comma before the } of an inline table", "Take the comma out."),
    ESCAPE: (r"an escape \e or \x", r"Write \u and four digits: \u001b"),
    SECONDS: ("a time without seconds", "Write them: 17:00:00"),
}
# Outside texts and comments a colon stands in times and offsets alone.
_TOKEN = rf"{LEXEME}|(?<![:+\-\d])\d\d:\d\d(?!:)"
_TEXT = r"""\"(?!"")[^"\\\n]*+"|'(?!'')[^'\n]*+'"""
# A table on one line with nothing in it that could be one of these forms.
_REST = rf"""(?:[^"'#{{}}\[\]\n,:]++|{_TEXT}|,(?!\s*\}}))*+\}}"""
_FLAT = rf"\{{{_REST}"
# What can be passed over outside inline tables: it is none of these forms, nor begins one that could be.
_PLAIN = rf"""(?:[^"'#{{\d]++|{_TEXT}|\#[^\n]*+|\d++(?!:)|\d\d:\d\d:\d\d|{_FLAT})*+"""
# What one of them cannot do without, each found by the letter that it begins with, which few lines have: a
# table that is not flat, a colon of what may be a time without seconds, an escape.
_SIGNS = (rf"\{{(?!{_REST})", r":(?<![:+\-]\d\d:)\d\d(?!:)", r"\\[ex]")


def problems(content: str, file: str, layout: Layout) -> list[Problem]:
    """A problem for every such form of a text that is TOML 1.1, one of each form a line."""
    if not may_have(content):
        return []
    lines = dict.fromkeys((layout.line(offset), form) for offset, form in forms(content))
    return [
        problem("newer-toml", Place(file, line), item=FORMS[form][0], advice=FORMS[form][1])
        for line, form in lines
    ]


def may_have(content: str) -> bool:
    """Whether a text of TOML has a sign of such a form; most have none, which a tenth of the work tells."""
    return any(re.search(sign, content) for sign in _SIGNS)


def forms(content: str) -> Iterator[tuple[int, str]]:
    """Where each stands, and which it is."""
    opened: list[tuple[str, int]] = []
    told = last = position = 0
    is_comma = False
    token_from, plain = re.compile(_TOKEN, re.DOTALL).search, re.compile(_PLAIN).match
    while True:
        passed = None if opened else plain(content, position)
        match = token_from(content, passed.end() if passed else position)
        if match is None:
            return
        position = match.end()
        token, start = match[0], match.start()
        mark = token[0]
        if mark in "[{":
            opened.append((mark, start))
        elif mark in "\n#" and opened and opened[-1][0] == "{":
            if opened[-1][1] >= told:
                yield opened[-1][1], LINES
                told = opened[-1][1] + 1
            continue  # what stands before them is still the last of the table
        elif mark in "]}":
            if mark == "}" and is_comma and _is_blank(content[last:start]):
                yield start, COMMA
            del opened[-1:]
        elif mark == '"' and _has_newer_escape(token):
            yield start, ESCAPE
        elif mark.isdigit():
            yield start, SECONDS
        is_comma, last = mark == ",", position


def _is_blank(text: str) -> bool:
    """Whether nothing but spaces, line ends and comments is in it."""
    return not re.sub(r"#[^\n]*", "", text).strip()


def _has_newer_escape(text: str) -> bool:
    return any(each in "ex" for each in re.findall(r"\\(.)", text, re.DOTALL))
