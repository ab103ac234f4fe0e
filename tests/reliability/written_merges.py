"""A random registry of `made_merges` as a hand writes it: its spaces, quotes, forms and comments."""

from datetime import date
from typing import Any

from made_merges import ITEMS, TABLE_FORMS, TABLES, Entry, File, Values


def text(file: File) -> str:
    """The text of a registry."""
    lines = [*file.head.split("\n")] if file.head else []
    lines += _lines(file.tops.get("", {}), 0)
    for name, table in file.tops.items():
        if name:
            lines += ["", f"[{name}]", *_lines(table, 0)]
    for name, entry in file.entries.items():
        lines += ["", *_entry(name, entry)]
    lines += file.foot.split("\n") if file.foot else []
    return file.mark + file.eol.join([*lines, ""])


def _entry(name: str, entry: Entry) -> list[str]:
    comment = entry.comments.get
    lines = [f"# {comment('')}"] if comment("") else []
    lines.append(f"[[{entry.kind}]]")
    lines.append(_line("id", name, entry.hand))
    below: list[str] = []
    for key, value in entry.fields.items():
        behind = f"  # {comment(key)}" if comment(key) else ""
        form = TABLE_FORMS[entry.forms.get(key, 0)] if key in TABLES else ""
        if key in ITEMS and entry.forms.get(key):
            for number, each in enumerate(value):
                below += ["", f"[[{entry.kind}.{key}]]{'' if number else behind}", *_lines(each, entry.hand)]
            continue
        lines += [f"# {comment(f'above {key}')}"] if comment(f"above {key}") and form != "table" else []
        if form == "dotted":
            dotted = [_line(f"{key}.{part}", each, entry.hand) for part, each in value.items()]
            lines += [*dotted[:-1], dotted[-1] + behind]
        elif form == "table":
            below += ["", f"[{entry.kind}.{key}]{behind}", *_lines(value, entry.hand)]
        else:
            lines.append(_line(key, value, entry.hand) + behind)
    lines += below
    for key, stage in entry.stages.items():
        lines += [*_gap(entry.hand), f"[[{entry.kind}.stage]]", *_lines({"id": key} | stage, entry.hand)]
    for row in entry.history:
        lines += [*_gap(entry.hand), f"[[{entry.kind}.history]]", *_lines(row, entry.hand)]
    return lines


def _gap(hand: int) -> list[str]:
    return [] if hand & 1 else [""]


def _lines(table: Values, hand: int) -> list[str]:
    return [_line(key, value, hand) for key, value in table.items()]


def _line(key: str, value: Any, hand: int) -> str:  # noqa: ANN401 - whatever TOML can hold
    indent = "  " if hand & 1 else ""
    equals = "=" if hand & 2 else " = "
    quoted = f'"{key}"' if key[:1].isdigit() else key
    return f"{indent}{quoted}{equals}{_value(value, hand)}"


def _value(value: Any, hand: int) -> str:  # noqa: ANN401 - whatever TOML can hold
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return f'"{value}"' if hand & 4 else str(value)
    if isinstance(value, int):
        return f"{value:_}" if hand & 4 else str(value)
    if isinstance(value, list):
        if hand & 4 and value:
            return "[\n" + "".join(f"  {_value(each, 0)},\n" for each in value) + "]"
        return f"[{', '.join(_value(each, hand) for each in value)}]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_value(each, hand & 3)}" for key, each in value.items()) + " }"
    if "\n" in value:
        return f'"""\n{value}"""' if hand & 4 and '"' not in value else _escaped(value)
    return f"'{value}'" if hand & 4 and "'" not in value else _escaped(value)


def _escaped(value: str) -> str:
    told = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{told}"'
