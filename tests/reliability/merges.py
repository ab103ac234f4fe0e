"""Random merges of two sides of a registry, each judged by a model that knows nothing of files.

python tests/reliability/merges.py [100000] [SEED]
"""

import random
import re
import tomllib
from collections import Counter
from datetime import date
from typing import Any

from harness import Figures
from made_merges import ITEMS, KINDS, LISTS, TABLES, File, Hand, Maker
from merge_model import Model, plain, whole_row
from written_merges import text

from clustercalls.merging.merge import NotMerged, merge

MOST = 14  # changes of a side
REWRITTEN = re.compile(rf"""[ \t]*(?:({"|".join((*TABLES, *ITEMS, *LISTS, "after"))})\b|"[^"]*",$|{{|\]$)""")
ID = r"""(?m)^[ \t]*id[ \t]*=[ \t]*["'](e\d+)["']"""
COMMENT = re.compile(r"comment \d+")


def random_merges(times: int, seed: int) -> Figures:
    """That nothing is lost, unreadable or chosen in silence, and contested only what has to be."""
    broken = []
    contested = 0
    for number in range(times):
        chance = random.Random(f"{seed}/{number}")  # the same merge for the same number
        maker = Maker(chance)
        base = maker.file() if chance.random() < 0.97 else File({}, {})
        hand = Hand(maker)
        ours, theirs = hand.changed(base, MOST), hand.changed(base, MOST)
        was, mine, other = (text(each) for each in (base, ours, theirs))
        try:
            found = merge(was, mine, other)
        except NotMerged:
            broken.append(f"{seed}/{number}: not merged")
            continue
        contested += bool(found.contested)
        why = wrong((base, ours, theirs), (was, mine, other), found.text, found.contested)
        broken += [f"{seed}/{number}: {why}"] if why else []
    return Figures(f"random merges, {contested} of them with a conflict", times, broken)


def wrong(files: tuple[File, File, File], texts: tuple[str, str, str], merged: str, contested: int) -> str:
    """What is wrong with a merge; nothing when it is as the model has it."""
    sides = sides_of(merged)
    for number, side in enumerate(sides, 1):
        model = Model(*files, number)
        if bool(model.contested) != bool(contested):
            return f"{contested} contested, the model has {sorted(model.contested)}"
        fields = {_line_of(path) for path in model.contested}
        if len(fields) > contested:
            return f"only {contested} contested, of {sorted(fields)}"
        try:
            entries, tops = values(tomllib.loads(side.removeprefix("\ufeff")))
        except tomllib.TOMLDecodeError as error:
            return f"unreadable: {error}"
        if entries != model.entries:
            return f"side {number}: {entries} is not {model.entries}"
        if tops != {name: each for name, each in model.tops.items() if name or each}:
            return f"side {number}: {tops} is not {model.tops}"
        if whole := wholly_contested(merged) - {path[0] for path in model.contested if len(path) == 1}:
            return f"contested as a whole: {whole}, of {sorted(model.contested)}"
    return lost(texts, sides) or strange(texts, sides[0]) or out_of_order(files, sides[0])


def wholly_contested(text: str) -> set[str]:
    """The ids of the entries that stand between marks as a whole."""
    between = "".join(re.findall(r"(?ms)^<{7} ours\r?\n.*?^>{7} theirs\r?$", text))
    return set(re.findall(ID, between))


def _line_of(path: tuple[str, ...]) -> tuple[str, ...]:
    """The field that is on one line, of a key in a table of it."""
    return next((path[: n + 1] for n, each in enumerate(path) if each in {*TABLES, *ITEMS, "after"}), path)


def sides_of(merged: str) -> tuple[str, str]:
    """The text as either side has it, by git's marks."""
    ours, theirs, now = [], [], ""
    for line in merged.splitlines(keepends=True):
        mark = line.rstrip("\r\n")
        if mark in {"<<<<<<< ours", "=======", ">>>>>>> theirs"}:
            now = {"<": "ours", "=": "theirs", ">": ""}[mark[0]]
            continue
        if now != "theirs":
            ours.append(line)
        if now != "ours":
            theirs.append(line)
    return "".join(ours), "".join(theirs)


def values(document: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The entries and other tables of a document, as the model has them."""
    entries = {}
    for kind in KINDS:
        for table in document.pop(kind, []):
            fields = dict(table)
            name = fields.pop("id")
            stages = {each.pop("id"): said(each) for each in fields.pop("stage", [])}
            rows = [said(each) for each in fields.pop("history", [])]
            history = {whole_row(row): row for row in rows}
            fields = {key: plain(key, said(each)) for key, each in fields.items()}
            entries[name] = {"kind": kind, "fields": fields, "stages": stages, "history": history}
    tops = {name: said(each) for name, each in document.items() if isinstance(each, dict)}
    root = {name: each for name, each in document.items() if not isinstance(each, dict)}
    return entries, tops | ({"": root} if root else {})


def said(value: Any) -> Any:  # noqa: ANN401 - whatever TOML can hold
    """A value without how it is written: dates are days, quoted or not."""
    if isinstance(value, dict):
        return {key: said(each) for key, each in value.items()}
    if isinstance(value, list):
        return [said(each) for each in value]
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return date.fromisoformat(value)
    return value


def lost(texts: tuple[str, str, str], sides: tuple[str, str]) -> str:
    """Which comment is lost: one that both have, or one wrote."""
    was, mine, other = (set(COMMENT.findall(each)) for each in texts)
    there = set(COMMENT.findall(sides[0] + sides[1]))
    gone = ((mine & other) | ((mine | other) - was)) - there
    ends = [each.replace("\r", "").count("\n\n# The end") for each in texts]
    if min(ends) and sides[0] == sides[1] and sides[0].count("# The end") != 1:
        return f"the foot stands there {sides[0].count('# The end')} times"
    return f"lost: {sorted(gone)}" if gone else ""


def strange(texts: tuple[str, str, str], merged: str) -> str:
    """Which line is of neither side."""
    known = {line for each in texts[1:] for line in each.splitlines()}
    for line in merged.splitlines():
        if line in known or REWRITTEN.match(line) or COMMENT.fullmatch(line.lstrip("# ")):
            continue
        kinds = "|".join(KINDS)  # a header whose kind the other side changed
        if not re.match(rf"\[\[?({kinds})\b", line):
            return f"of neither side: {line!r}"
    return ""


def out_of_order(files: tuple[File, File, File], merged: str) -> str:
    """Whether entries that one side moved are not where it moved them."""
    ids = re.findall(ID, merged)
    if any(count > 1 for count in Counter(ids).values()):
        return f"twice: {ids}"
    orders = [list(each.entries) for each in files]
    shared = set(orders[0]) & set(orders[1]) & set(orders[2])
    was, mine, other, now = ([each for each in order if each in shared] for order in (*orders, ids))
    wanted = other if mine == was else mine
    return "" if now == wanted else f"in the order {now}, not {wanted}"
