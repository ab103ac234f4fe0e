"""The pages of docs/ that describe commands and configuration, made from what `--help` is made of."""

from typing import Any

import typer.main

from clustercalls.cli.application import build
from clustercalls.cli.commands import COMMANDS
from clustercalls.config_keys import KEYS

NOTICE = "<!-- Written by docs/generate.py: change it there, or in the code, and run `make docs`. -->"


def commands() -> str:
    """Every command with its options, in the order of `--help`."""
    root: Any = typer.main.get_command(build([]))
    parts = [
        "# Commands",
        NOTICE,
        INTRODUCTION,
    ]
    for name in COMMANDS:
        parts += _command(name, root.commands[name], 2)
    parts += ["## Completion", COMPLETION, "## Exit codes", _table(("code", "meaning"), EXIT_CODES)]
    return "\n\n".join(parts) + "\n"


INTRODUCTION = """\
`clustercalls COMMAND --help` says the same on the terminal. Every option stands after its command. Data goes
to standard output, everything else to standard error; the exit codes stand [at the end](#exit-codes)."""

COMPLETION = """\
```sh
clustercalls --install-completion
```

installs it for the shell that you are in: bash (4.4 and newer), zsh or fish; with a name behind it, such as
`zsh`, for that one. `--show-completion zsh` prints the script instead. TAB then proposes commands and
options, ids with their titles, stages behind `ID/` (`move`, `set`), the words of `track`, the fields of
`set` and their values, columns one behind the other, and the tags, programmes, owners and tracks that your
registry has.

What a registry says is only text there: bash gets it quoted, zsh and fish quote it themselves, and nothing
of it is run by TAB or by Enter. Left out is what has control characters, turns of direction or other
characters that are not to be seen, what begins with `-` or `=`, and what your locale cannot show; what you
began with `$(`, a backtick or another sign that acts is not ended. A script that an earlier version
installed evaluates what it is told, so it is told only values of letters, digits, blanks and `. _ : @ + - =
/ ,`: install it anew. PowerShell has only that one."""

EXIT_CODES = (
    ("0", "done, also when nothing is due"),
    ("1", "asked a yes/no question (`check`, `--exit-code`) and the answer is no"),
    ("2", "wrong usage, unknown or ambiguous id, unknown filter value (the nearest ones are named)"),
    ("3", "our own input (registry, config, state) has errors or is missing; what is good was still shown"),
    ("4", "the outside world failed (output, disk, lock, source, delivery); the rest was still done"),
    ("70", "a bug (one line; the traceback with `--debug`)"),
    ("130, 141", "interrupted; the reader of the pipe went away"),
)
VARIABLES = (
    ("`CLUSTERCALLS_REGISTRY`", "the registries to read"),
    ("`CLUSTERCALLS_AS_OF`", "the day to look from, as `--as-of`"),
    ("`LC_ALL`, `LC_MESSAGES`, `LANG`", "the language, unless `--lang` or the config file says it"),
    (
        "`NO_COLOR`, `FORCE_COLOR`, `TERM=dumb`, `COLUMNS`",
        "obeyed, in this order behind `--color`",
    ),
    ("`PAGER`", "the pager, with `pager = true` in the config file; else `less -FRX`; empty or `cat`: none"),
)


def _table(head: tuple[str, str], rows: tuple[tuple[str, str], ...]) -> str:
    return "\n".join(f"| {name} | {meaning} |" for name, meaning in (head, ("---", "---"), *rows)).replace(
        "| --- | --- |", "|---|---|"
    )


def _command(name: str, command: Any, level: int) -> list[str]:  # noqa: ANN401 - typer's click is private
    words = [paragraph.strip() for paragraph in (command.help or "").split("\n\n")]
    parts = [f"{'#' * level} {name}"]
    for paragraph in words:
        label, colon, example = paragraph.partition("Example: ")
        parts.append(f"```sh\n{example}\n```" if colon and not label else " ".join(paragraph.split()))
    for sub, inner in getattr(command, "commands", {}).items():
        parts += _command(f"{name} {sub}", inner, level + 1)
    ordered = sorted(command.params, key=lambda each: each.param_type_name != "argument")
    rows = [_row(each) for each in ordered if "--help" not in each.opts]
    if rows and not hasattr(command, "commands"):
        parts.append("| option | meaning |\n|---|---|\n" + "\n".join(rows))
    return parts


def _row(parameter: Any) -> str:  # noqa: ANN401 - typer's click is private
    if parameter.param_type_name == "argument":
        name = f"`{parameter.metavar or parameter.name}`"
    else:
        taken = "" if parameter.is_flag else f" {parameter.metavar}"
        name = ", ".join(f"`{each}{taken}`" for each in parameter.opts)
    cells = (name, parameter.help or "")
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def configuration() -> str:
    """Every key of the config file, and every variable."""
    rows = "\n".join(f"| `{key}` | `{each.example}` | {each.meaning} |" for key, each in KEYS.items())
    return f"""\
# Configuration

{NOTICE}

Nothing needs to be configured. A person's settings stand in `$XDG_CONFIG_HOME/clustercalls/config.toml`
(usually `~/.config/clustercalls/config.toml`), or in the file that `--config` names:

| key | example | meaning |
|---|---|---|
{rows}

## Which registry

The first of these: `--registry` (repeatable; a file or a folder), the variable `CLUSTERCALLS_REGISTRY`
(several paths with `:` between them), `registry` in the config file, `calls.toml` or `data/calls.toml` in the
current folder, your own in `$XDG_DATA_HOME/clustercalls/calls.toml` (usually
`~/.local/share/clustercalls/calls.toml`).
Where there is none, `upcoming`, `list`, `show` and `export` show the bundled example, and a terminal is told
so. `clustercalls where` says which it is, and why.
What stands under one of these names is meant: a link that leads nowhere, a pipe or a folder without a
registry is an error (exit 3). Only what is named for one run may be a pipe:
`clustercalls check -r /dev/stdin`.

A config file that cannot be read, or is no file, is told on every run, which ends with exit 3: where the
registry is named for this run the defaults stand in for it, and the rest is done. Nothing is done where the
registry may be named in it, nor by `remind`, `--notify` and `--mail-to`, which need what it says.

Reading creates nothing but an index in `$XDG_CACHE_HOME/clustercalls/index` (usually `~/.cache/…`), which
spares the next run the parsing. It is readable by you alone, of the last eight registries, and may be deleted
at any time.

## Variables

{_table(("variable", "meaning"), VARIABLES)}
"""
