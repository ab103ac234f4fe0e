"""Texts of strangers that try to do something, and registries that hold them in every field there is.

Each is written so that it acts where it is not encoded: a shell makes the file `canary`, a page gets an
element, a calendar a property, a mail a header, a terminal an escape, a sheet a formula.
"""

from collections.abc import Callable, Iterable
from itertools import cycle

CANARY = "canary"
HOST = "https://example.org/"
LONG = "Z" + "\u0300" * 120

INJECTIONS = {
    # shells
    "substitution": f"$(touch {CANARY})",
    "backquotes": f"`touch {CANARY}`",
    "escaped substitution": f"\\$(touch {CANARY})",
    "end of command": f"x; touch {CANARY} #",
    "pipe": f"x | touch {CANARY}",
    "and": f"x && touch {CANARY} &",
    "quotes": f"'\"; touch {CANARY}; '\"",
    "line of a shell": f"x\ntouch {CANARY}\n",
    "redirection": f"x > {CANARY}",
    "variable": f"${{IFS}}$HOME${{x:=touch {CANARY}}}",
    "option": "--output=written",
    "dash": "-",
    "arithmetic": f"$((a[$(touch {CANARY})]))",
    "history": "!! !$ ^a^b",
    "tilde": "~root/*",
    # terminals
    "colour": "\x1b[31mred",
    "clear": "a\x1b[2J\x1b[H",
    "reset": "a\x1bc",
    "window title": "\x1b]0;pwned\x07",
    "link of a terminal": "\x1b]8;;https://evil.example\x1b\\click\x1b]8;;\x1b\\",
    "clipboard": f"\x1b]52;c;dG91Y2ggY2FuYXJ5\x07{CANARY}",
    "answer back": '\x1b[6n\x05\x1bP$q"p\x1b\\',
    "one-byte escapes": "\x9b31m\x9d0;x\x9c\x90",
    "over the line": "safe\rEVIL\b\b\b\b\x7f",
    "bells and nul": "a\x00b\x07c\x0e\x0f",
    "line of its own": "a\n[forged] line: error: b",
    "line of unicode": "a\u2028b\u2029c\x85d\x0be\x0cf",
    "right to left": "invoice\u202egpj.exe",
    "isolates": "\u2066a\u2069\u200f\u061cb",
    "no width": "pay\u200bp\u2060al\ufeff",
    "tags": "x" + "".join(chr(0xE0000 + ord(each)) for each in f"touch {CANARY}"),
    "combining": LONG,
    "look-alike": "аррӏе.example ехаmple.org",
    # sheets
    "formula": f"=cmd|'/C touch {CANARY}'!A0",
    "formula behind a blank": " =1+1",
    "formula behind a tab": "\t=1+1",
    "formula behind a line": '\n=HYPERLINK("https://evil.example","x")',
    "wide formula": "\uff1d1+1",
    "small sign": "\ufe621",
    "formula behind what is not seen": "\u200b\x00@SUM(1)",
    "plus and minus": "+1-1",
    "formula behind a semicolon": f"a;=cmd|'/C touch {CANARY}'!A0",
    "formula behind a quote": 'a; "=1+1";b,@SUM(1)',
    "number that goes on": "-5",
    "going on": "0+cmd|'/C x'!A0",
    "cell": 'a","=1+1","b',
    "cells and rows": "a\t=1\r\n=2,=3",
    # pages
    "script": "<script>alert(1)</script>",
    "attribute": "\"' onmouseover=alert(1) x='\" style=\"",
    "image": '"><img src=x onerror=alert(1)>',
    "closing": "</td></title></style></textarea>--><svg/onload=alert(1)>",
    "entities": "&lt;b&gt;&#60;i&#62;&copy;",
    "template": "{{ 7*7 }}{% include '/etc/passwd' %}{# x #}",
    "javascript": "javascript:alert(1)",
    "hidden scheme": "java\tscript:alert(1)\x01",
    "data": "data:text/html,<script>alert(1)</script>",
    # Markdown
    "link": "[click](javascript:alert(1)) [a]: https://evil.example",
    "image of Markdown": "![x](https://evil.example/track.png)",
    "autolink": "<https://evil.example> <javascript:alert(1)>",
    "end of link": "](https://evil.example) [x](<b>)",
    "code": "``` ~~~ `x` <b>",
    "fence": "~~~",
    "heading": "# x\n\n## y\n===\n---",
    "list": "1. a",
    "table": "| a | b |\n|---|---|",
    "emphasis": "**a** __b__ *c* ~~d~~",
    # calendars and mails
    "property": "x\r\nATTACH:https://evil.example\r\nX-EVIL:1",
    "component": "x\nEND:VEVENT\nBEGIN:VEVENT\nUID:evil",
    "parameters": 'x;ALTREP="https://evil.example":y,z\\nX-EVIL:1',
    "folded": "x" * 80 + "\r\n X-EVIL:1",
    "header": "x\r\nBcc: everybody@evil.example\r\n\r\nbody",
    "part": "x\n--===============0==\nContent-Type: text/html\n\n<b>",
    "word of a mail": "=?utf-8?q?x=0D=0ABcc:=20y?=",
    "dot": "x\r\n.\r\nMAIL FROM:<evil@evil.example>\r\n",
    # Python, rich, TOML, paths
    "format": "{0.__class__.__mro__} {title!r} {",
    "percent": "%s%n%d%%(x)s%",
    "markup": "[bold red]x[/] [/b] [link=https://evil.example]y[/link]",
    "emoji of markup": ":skull: [@click=app.bell]z",
    "toml": '"\n[[call]]\nid = "evil"\ntitle = """',
    "surrogate": "\\ud800\\u0000",
    "path": "../../../../etc/passwd",
    "path of a drive": "C:\\Windows\\..\\con",
}  # fmt: skip

TEXTS = (
    "title", "programme", "summary", "about", "place", "currency", "language", "track", "owner", "note",
    "funding",
    "eligibility", "ref", "tags", "contact.name", "contact.address", "contact.phones", "contact.email",
    "contact.pec", "links.title", "source.title", "source.quote", "source.key", "x-value", "x-key",
    "stage.title", "stage.owner", "stage.note", "history.was_track", "history.why", "history.source",
)  # fmt: skip
ADDRESSES = ("url", "links.url", "source.url")
# What only some texts can be: each is refused, and the message quotes it.
REFUSED = (
    "id", "zone", "status", "deadline", "at", "published", "checked", "warn", "budget", "grants",
    "funding.rate", "url", "links.url", "source.url", "source.date", "kind", "stage", "stage.id",
    "stage.kind", "stage.when", "stage.done",
    "stage.until", "stage.at", "stage.zone", "stage.follows", "stage.after",
    "history.was", "history.noticed", "key", "table",
)  # fmt: skip

Said = Callable[[str], str]


def quoted(text: str) -> str:
    """A text of TOML, every character that could mean anything to its reader written as an escape."""
    plain = set(range(0x20, 0x7F)) - {ord('"'), ord("\\")}
    return '"' + "".join(c if ord(c) in plain else f"\\U{ord(c):08x}" for c in text) + '"'


def address(text: str, *, legal: Callable[[str], object]) -> str:
    """An address that ends in the text, where it is one; else a plain one."""
    return HOST + text if legal(HOST + text) else HOST


def good(said: Iterable[Said]) -> str:
    """A registry without errors: calls and events in turn, a field says what it is asked by its name."""
    kinds = cycle(("call", "event"))
    return "\n".join(
        _entry(kind, f"e{n}", each) for n, (kind, each) in enumerate(zip(kinds, said, strict=False))
    )


def _entry(kind: str, name: str, said: Said) -> str:
    def q(field: str) -> str:
        return quoted(said(field))

    dates = "deadline = 2027-03-08\n" if kind == "call" else "starts = 2027-03-09\n"
    moved = "deadline" if kind == "call" else "dates"
    return f"""
[[{kind}]]
id = "{name}"
title = {q("title")}
programme = {q("programme")}
summary = {q("summary")}
about = {q("about")}
{dates}budget = 1_000
currency = {q("currency")}
funding = [{{ rate = 50, for = {q("funding")} }}]
eligibility = [{q("eligibility")}]
place = {q("place")}
contact.name = {q("contact.name")}
contact.address = {q("contact.address")}
contact.phones = [{q("contact.phones")}]
contact.email = {q("contact.email")}
contact.pec = {q("contact.pec")}
ref = [{q("ref")}]
url = {q("url")}
links = [{{ url = {q("links.url")}, title = {q("links.title")} }}]
tags = [{q("tags")}]
track = {q("track")}
owner = {q("owner")}
source.title = {q("source.title")}
source.url = {q("source.url")}
source.quote = {q("source.quote")}
source.key = {q("source.key")}
source.date = 2027-02-28
note = {q("note")}
x-mine = {q("x-value")}
{quoted("x-" + said("x-key"))} = "mine"

[[{kind}.stage]]
id = "talks"
kind = "interview"
title = {q("stage.title")}
when = 2027-03-10
owner = {q("stage.owner")}
note = {q("stage.note")}

[[{kind}.history]]
stage = "{moved}"
was = 2027-03-01
noticed = 2027-02-27
why = {q("history.why")}
source = {q("history.source")}

[[{kind}.history]]
was_track = {q("history.was_track")}
noticed = 2027-02-27
"""


def bad(texts: Iterable[str], fields: Iterable[str] = REFUSED, *, share: int = 1) -> str:
    """A registry with an error for each of these fields and texts, or for one in `share` of them in turn."""
    wanted = list(enumerate(fields))
    return "\n".join(
        _wrong(f"e{n}-{m}", field, quoted(text))
        for n, text in enumerate(texts)
        for m, field in wanted
        if (n + m) % share == 0
    )


def _wrong(name: str, field: str, text: str) -> str:
    head = f'[[call]]\nid = "{name}"\ntitle = "T"\nchecked = 2027-01-31\n'
    outer, _, inner = field.partition(".")
    match outer:
        case "id":
            return f'[[call]]\nid = {text}\ntitle = "T"\n'
        case "checked":
            return f'[[call]]\nid = "{name}"\ntitle = "T"\nchecked = {text}\n'
        case "at":
            return f"{head}deadline = 2027-03-08\nat = {text}\n"
        case "links" | "funding":
            return f"{head}{outer} = [{{ {inner} = {text} }}]\n"
        case "source":
            return f"{head}source = {{ {inner} = {text} }}\n"
        case "warn":
            return f"{head}warn = [{text}]\n"
        case "key":
            return f"{head}{text} = 1\n"
        case "table":
            return f'[{text[:-1]}{name}"]\na = 1\n'
    if not inner:
        return f"{head}{outer} = {text}\n"
    value = f"{{ stage = {text} }}" if inner == "after" else text
    rest = {"kind": "", "id": 'kind = "deadline"\n', "until": 'kind = "deadline"\nwhen = 2027-03-08\n'}
    more = rest.get(inner, 'kind = "deadline"\n') if outer == "stage" else ""
    more += "when = 2027-03-08\n" if inner == "at" else ""
    return f"{head}[[call.{outer}]]\n{more}{inner} = {value}\n"
