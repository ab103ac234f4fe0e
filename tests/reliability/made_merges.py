"""Random registries as plain values, and random changes of them: entries, fields, how all is written."""

import random
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

KINDS = ("call", "event", "policy", "resource")
WORDS = (
    "soil",
    "water",
    "air",
    "Vertical farms",
    "SMEs; clusters",
    "a = b",
    "[call]",
    'said "no"',
    "# no",
    "città",
)
SCALARS = (
    "programme",
    "summary",
    "url",
    "track",
    "owner",
    "note",
    "deadline",
    "opens",
    "checked",
    "budget",
    "status",
)
LISTS = ("tags", "eligibility", "warn")
TABLES = {
    "source": ("title", "url", "date", "quote"),
    "contact": ("name", "email"),
    "grants": ("number", "each"),
}
ITEMS = {"funding": ("for", "rate"), "links": ("url", "title")}  # the first key names an item
STAGE = ("kind", "title", "when", "at", "zone", "note", "cancelled", "after")
DATES = frozenset({"deadline", "opens", "checked", "when", "date", "was", "noticed"})
HEADS, FEET = ("", "# Our calls", "# Our calls\n"), ("", "", "# The end", "\n# The end")
TABLE_FORMS = ("inline", "dotted", "table")

Values = dict[str, Any]


@dataclass
class Entry:
    """An entry: what it says, and how it is written: by field, a form, a comment, the order of its lines."""

    kind: str
    fields: Values
    stages: dict[str, Values] = field(default_factory=dict)
    history: list[Values] = field(default_factory=list)
    comments: dict[str, str] = field(default_factory=dict)  # by field behind its line, "" above the entry
    forms: dict[str, int] = field(default_factory=dict)
    hand: int = 0  # how its hand spaces and quotes


@dataclass
class File:
    """A registry: its entries in order, its other tables, and how its lines end."""

    entries: dict[str, Entry]
    tops: dict[str, Values]
    head: str = ""
    foot: str = ""
    eol: str = "\n"
    mark: str = ""


class Maker:
    """Random values, each said once, from one seed."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.count = 0

    def one(self) -> int:
        """A number that was not there before."""
        self.count += 1
        return self.count

    def day(self) -> date:
        """A random day."""
        return date(2017, 1, 1) + timedelta(days=self.chance.randrange(700))

    def text(self) -> str:
        """A random text, at times of several lines."""
        word = f"{self.chance.choice(WORDS)} {self.one()}"
        return f"{word}\n[[call]]\n# {word}" if self.chance.random() < 0.04 else word

    def value(self, name: str) -> Any:  # noqa: ANN401 - whatever TOML can hold
        """A random value for a field."""
        if name in DATES:
            return self.day()
        if name in LISTS:
            return sorted({self.chance.choice("abcdef") for _ in range(self.chance.randint(0, 3))})
        if name in {"budget", "number", "each", "rate"}:
            return self.chance.randrange(10**6)
        if name == "cancelled":
            return self.chance.random() < 0.5
        if name == "after":
            return {"stage": self.text(), "months": self.chance.randrange(12)}
        return self.text()

    def table(self, name: str) -> Values:
        """A random table of an entry."""
        return {key: self.value(key) for key in TABLES[name] if self.chance.random() < 0.6} or {
            TABLES[name][0]: self.value(TABLES[name][0])
        }

    def item(self, name: str) -> Values:
        """A random item of a list of tables."""
        first, second = ITEMS[name]
        return {first: self.text(), second: self.value(second)}

    def stage(self) -> Values:
        """A random stage."""
        wanted = {key: self.value(key) for key in STAGE if self.chance.random() < 0.4}
        return {"kind": "deadline"} | wanted

    def row(self) -> Values:
        """A random row of history."""
        row = {"stage": self.chance.choice("abc"), "was": self.day(), "noticed": self.day()}
        if self.chance.random() < 0.5:  # two do the same on one day
            row = {"stage": "a", "was": date(2017, 1, 1), "noticed": date(2017, 1, self.chance.randint(1, 2))}
        return row | ({"why": self.text()} if self.chance.random() < 0.5 else {})

    def entry(self) -> Entry:
        """A random entry."""
        fields: Values = {"title": self.text()}
        for name in (*SCALARS, *LISTS):
            if self.chance.random() < 0.3:
                fields[name] = self.value(name)
        for name in (*TABLES, *ITEMS):
            if self.chance.random() < 0.3:
                fields[name] = self.table(name) if name in TABLES else [self.item(name)]
        entry = Entry(self.chance.choice(KINDS), fields, hand=self.chance.randrange(8))
        entry.stages = {f"s{self.one()}": self.stage() for _ in range(self.chance.randint(0, 3))}
        entry.history = sorted(
            (self.row() for _ in range(self.chance.randint(0, 2))), key=lambda row: row["noticed"]
        )
        for name in ("", *fields, *(f"above {each}" for each in fields)):
            if self.chance.random() < 0.15:
                entry.comments[name] = f"comment {self.one()}"
        entry.forms = {name: self.chance.randrange(3) for name in (*TABLES, *ITEMS)}
        return entry

    def file(self) -> File:
        """A random registry."""
        entries = {f"e{self.one()}": self.entry() for _ in range(self.chance.randint(0, 5))}
        tops: dict[str, Values] = {"": {"schema": 1}}
        if self.chance.random() < 0.7:
            tops["defaults"] = {"zone": "Europe/Brussels"} | (
                {"source": self.table("source")} if self.chance.random() < 0.5 else {}
            )
        if self.chance.random() < 0.3:
            tops["x-days"] = {str(self.day()): self.text() for _ in range(2)}
        eol = "\r\n" if self.chance.random() < 0.1 else "\n"
        mark = "\ufeff" if self.chance.random() < 0.05 else ""
        return File(entries, tops, self.chance.choice(HEADS), self.chance.choice(FEET), eol, mark)


class Hand:
    """One side: changes a registry at random, as `maker` has values."""

    def __init__(self, maker: Maker) -> None:
        self.maker, self.chance = maker, maker.chance

    def changed(self, base: File, most: int) -> File:
        """Another registry, that is the base with some changes."""
        file = deepcopy(base)
        for _ in range(self.chance.randint(0, most)):
            ways = (
                self.edit,
                self.edit,
                self.edit,
                self.add,
                self.remove,
                self.move,
                self.reformat,
                self.top,
            )
            self.chance.choice(ways)(file)
        return file

    def add(self, file: File) -> None:
        """A new entry, somewhere."""
        entries = list(file.entries.items())
        at = self.chance.choice((len(entries), self.chance.randint(0, len(entries))))
        entries.insert(at, (f"e{self.maker.one()}", self.maker.entry()))
        file.entries = dict(entries)

    def remove(self, file: File) -> None:
        """An entry less."""
        if file.entries and self.chance.random() < 0.5:
            del file.entries[self.chance.choice(list(file.entries))]

    def move(self, file: File) -> None:
        """An entry elsewhere."""
        entries = list(file.entries.items())
        if entries:
            entry = entries.pop(self.chance.randrange(len(entries)))
            entries.insert(self.chance.randint(0, len(entries)), entry)
        file.entries = dict(entries)

    def top(self, file: File) -> None:
        """A key of a table that is no entry."""
        name = self.chance.choice(("defaults", "x-days", ""))
        table = file.tops.setdefault(name, {})
        if name == "x-days":
            table[str(self.maker.day())] = self.maker.text()
        elif name:
            table[self.chance.choice(("zone", "currency"))] = self.chance.choice(("A/B", "C/D", "E/F"))
        else:
            table["name"] = f"n{self.maker.one()}"

    def reformat(self, file: File) -> None:
        """Other spaces, quotes, order and forms, a comment more; or all line ends."""
        if self.chance.random() < 0.1:
            file.foot = self.chance.choice((*FEET, f"\n# comment {self.maker.one()}"))
        if self.chance.random() < 0.05:
            file.eol = "\r\n" if file.eol == "\n" else "\n"
        if not file.entries:
            return
        entry = file.entries[self.chance.choice(list(file.entries))]
        entry.hand = self.chance.randrange(8)
        entry.forms = {name: self.chance.randrange(3) for name in (*TABLES, *ITEMS)}
        names = list(entry.fields)
        self.chance.shuffle(names)
        entry.fields = {name: entry.fields[name] for name in names}
        if self.chance.random() < 0.5:
            entry.comments[self.chance.choice(["", *names, *(f"above {each}" for each in names)])] = (
                f"comment {self.maker.one()}"
            )
        stages = list(entry.stages.items())
        if self.chance.random() < 0.3:
            self.chance.shuffle(stages)
        entry.stages = dict(stages)

    def edit(self, file: File) -> None:
        """A field, stage or row of history of one entry."""
        if not file.entries:
            return
        entry = file.entries[self.chance.choice(list(file.entries))]
        what = self.chance.random()
        if what < 0.5:
            self.set(entry)
        elif what < 0.55:
            entry.kind = self.chance.choice(KINDS)
        elif what < 0.85:
            self.restage(entry)
        elif what < 0.97 or not entry.history:
            entry.history = sorted([*entry.history, self.maker.row()], key=lambda row: row["noticed"])
        else:
            self.chance.choice(entry.history)["why"] = self.maker.text()

    def set(self, entry: Entry) -> None:
        """A field set, changed or taken out."""
        name = self.chance.choice((*SCALARS, *LISTS, *LISTS, *TABLES, *TABLES, *ITEMS, *ITEMS, "checked"))
        if name in entry.fields and self.chance.random() < 0.2:
            del entry.fields[name]
        elif name in TABLES and name in entry.fields:
            key = self.chance.choice(TABLES[name])
            entry.fields[name] = entry.fields[name] | {key: self.maker.value(key)}
        elif name in LISTS and name in entry.fields:
            entry.fields[name] = self.relisted(entry.fields[name])
        elif name in ITEMS:
            entry.fields[name] = self.itemised(name, entry.fields.get(name, []))
        else:
            entry.fields[name] = self.maker.table(name) if name in TABLES else self.maker.value(name)

    def itemised(self, name: str, old: list[Values]) -> list[Values]:
        """A list of tables with an item more or less, or one changed."""
        what = self.chance.random()
        if not old or what < 0.5:
            return [*old, self.maker.item(name)]
        number = self.chance.randrange(len(old))
        if what < 0.6 and len(old) > 1:
            return [*old[:number], *old[number + 1 :]]
        second = ITEMS[name][1]
        return [*old[:number], old[number] | {second: self.maker.value(second)}, *old[number + 1 :]]

    def relisted(self, old: list[str]) -> list[str]:
        """A list with an item more, or one less."""
        if old and self.chance.random() < 0.3:
            return [each for each in old if each != old[0]]
        return [*old, f"item {self.maker.one()}"]

    def restage(self, entry: Entry) -> None:
        """A stage added, changed or taken out."""
        what = self.chance.random()
        if not entry.stages or what < 0.3:
            entry.stages[f"s{self.maker.one()}"] = self.maker.stage()
        elif what < 0.4:
            del entry.stages[self.chance.choice(list(entry.stages))]
        else:
            stage = entry.stages[self.chance.choice(list(entry.stages))]
            key = self.chance.choice(STAGE)
            if key in stage and key != "kind" and self.chance.random() < 0.2:
                del stage[key]
            else:
                stage[key] = self.maker.value(key)
