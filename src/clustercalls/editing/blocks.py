"""Blocks of text that a person wrote in an editor: parsed, and made ready to stand in a registry file."""

import re

from clustercalls.editing.document import Table
from clustercalls.registry.layout import Layout
from clustercalls.registry.shape import TABLES
from clustercalls.registry.text import Text, toml

Block = tuple[str, Table, str]

TEMPLATE = """\
[[{kind}]]
id = ""  # a-z, 0-9, - and _; empty: made from the title
title = ""
programme = ""
# Dates: a TOML date, or an EDTF text: 2027-04-04, "2027-04", "2027-02/2027-03", "2027-01/.."
# published = 2027-01-15
# opens = 2027-02-01
# deadline = 2027-04-04
# at = "17:00"
# budget = 18_500_000
# funding = [{{ rate = 75, for = "SMEs" }}]
# eligibility = ["SMEs"]
# url = "https://example.org/call"
# tags = ["smes"]
# source = {{ title = "", url = "https://example.org", date = 2027-01-15, quote = "" }}
# note = ""

# [[{kind}.stage]]
# id = "first"
# kind = "deadline"
# when = 2027-04-04
"""


def blocks(text: str, file: str) -> list[Block]:
    """Every entry of a text with its own lines, comments and order as they are; empty values left out.

    Raises:
        InputRefused: when it is not TOML.
    """
    text = _without_empty(text.replace("\r\n", "\n"))
    tables = toml(text, Text(file, Layout(text)))
    sections = Layout(text).sections
    heads = [each for each in sections[1:] if len(each.path) == 1]
    entries: list[Block] = []
    counts = dict.fromkeys(TABLES, 0)
    for number, head in enumerate(heads):
        kind = head.path[0]
        if kind not in TABLES or not isinstance(tables.get(kind), list):
            continue
        end = heads[number + 1].start if number + 1 < len(heads) else len(text)
        block = text[head.start : end].rstrip() + "\n"
        entries.append((kind, tables[kind][counts[kind]], block))
        counts[kind] += 1
    return entries


def _without_empty(text: str) -> str:
    """Without the lines of the template that nobody filled."""
    return re.sub(r'^(id|title|programme) = ""[^\n]*\n', "", text, flags=re.MULTILINE)
