"""Arguments of the usual forms, read by a table, without the library that knows all of them.

What the table does not know is left to that library: help and errors, `--`, an option given twice or
something that looks like an option where a value is wanted.
"""

from clustercalls.cli import table

Values = dict[str, object]
Given = dict[str, list[str]]


def command_of(arguments: list[str]) -> tuple[table.Command | None, list[str]]:
    """The command that these arguments begin with, and those behind it."""
    name, rest = "".join(arguments[:1]), arguments[1:]
    if name == "export":
        return table.EXPORT.get("".join(rest[:1])), rest[1:]
    return table.COMMANDS.get(name), rest


def rows_of(command: table.Command) -> list[table.Row]:
    """Every option and argument of a command, in the order of its help."""
    _, _, _, groups, own = command
    return [*(row for _, shape in groups for row in table.GROUPS[shape]), *own]


def several(kind: str) -> bool:
    """Whether more than one value of this kind may be given."""
    return kind.endswith("s")


def _is_path(kind: str) -> bool:
    return kind.startswith("path")


def scanned(rows: list[table.Row], words: list[str]) -> tuple[Given, list[str]] | None:
    """The texts given to each field, and the words without a name; None for what is out of the usual."""
    known = {name: row for row in rows for name in row[2]}
    given: Given = {}
    loose = []
    left = iter(words)
    for word in left:
        if word[:1] != "-" or word == "-":
            loose.append(word)
            continue
        name, text = _split(word)
        field, kind, *_ = known.get(name, ("", ""))
        if not field or (field in given and not several(kind)) or (kind == "flag" and text is not None):
            return None
        if kind != "flag" and text is None:
            text = next(left, "--")
            if text[:1] == "-" and text != "-":
                return None
        if text == "" and _is_path(kind):
            return None
        given.setdefault(field, []).append(text or "")
    return given, loose


def awaited(rows: list[table.Row], words: list[str]) -> table.Row | None:
    """The option that wants a value behind these words."""
    last = "".join(words[-1:])
    return next((row for row in rows if last in row[2] and row[1] != "flag"), None)


def read(command: table.Command, words: list[str]) -> Values | None:
    """The values given to a command by field; None when that is to be decided, or told, elsewhere."""
    rows = rows_of(command)
    parted = scanned(rows, words)
    if parted is None:
        return None
    given, loose = parted
    bare = [(field, kind) for field, kind, names, *_ in rows if not names]
    for behind, (field, kind) in zip(range(len(bare))[::-1], bare, strict=True):
        taken = max(len(loose) - behind, 0) if several(kind) else 1  # a word for each argument behind
        if loose[:taken]:
            given[field], loose = loose[:taken], loose[taken:]
    if loose or any(row[3] and row[0] not in given for row in rows):
        return None
    kinds = {row[0]: row[1] for row in rows}
    values = {field: _value(kinds[field], texts) for field, texts in given.items()}
    return None if None in values.values() else values


def called(command: table.Command, values: Values) -> int:
    """Runs the command with these values; its exit code."""
    from importlib import import_module

    module, attribute, _, groups, own = command
    function = getattr(import_module(f"clustercalls.cli.{module}"), attribute)
    taken = {row[0]: values[row[0]] for row in own if row[0] in values}
    for name, group in groups:
        shape = function.__annotations__[name]
        taken[name] = shape(**{row[0]: values[row[0]] for row in table.GROUPS[group] if row[0] in values})
    code: int = function(**taken)
    return code


def _split(word: str) -> tuple[str, str | None]:
    """The name of an option and the text that hangs on it, as in `--format=json` and `-fjson`."""
    if word[:2] == "--":
        name, equals, text = word.partition("=")
        return name, text if equals else None
    return word[:2], word[2:] or None


def count(text: str) -> int | None:
    """The number of this text, from 1 on; None for any other."""
    usual = text.isascii() and text.isdigit() and len(text) < 10  # noqa: PLR2004 - more rows than there are
    return (int(text) or None) if usual else None


def _value(kind: str, texts: list[str]) -> object:
    """The value of these texts; None for one that cannot be, which is told elsewhere."""
    if kind == "flag":
        return True
    if kind == "count":
        return count(texts[0])
    if not _is_path(kind):
        return texts if several(kind) else texts[0]
    from pathlib import Path

    from clustercalls.disk.folders import expanded

    if "" in texts:
        return None
    paths = [Path(expanded(each)) for each in texts]
    return paths if several(kind) else paths[0]
