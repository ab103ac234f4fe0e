"""The man page, made from what `--help` is made of: `man clustercalls` where the wheel is installed.

https://man7.org/linux/man-pages/man7/groff_man.7.html, of which only what mandoc has as well.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import typer.main
from reference import EXIT_CODES, VARIABLES

from clustercalls import __version__
from clustercalls.cli.application import build
from clustercalls.cli.commands import COMMANDS
from clustercalls.cli.options import Common
from clustercalls.config_keys import KEYS

NOTICE = '.\\" Written by docs/manual.py: change it there, or in the code, and run `make docs`.'
# What has another shape on a terminal, or begins a request or an escape.
_MARKS = {"\\": "\\e", "-": "\\-", "'": "\\(aq", "`": "\\(ga", '"': "\\(dq", "^": "\\(ha", "~": "\\(ti"}
COMMON = frozenset(Common.__struct_fields__)
DESCRIPTION = """\
A deadline tracker for funding calls: calls, events and policy steps with their dates as the source said them,
in TOML files that you edit, or that commands edit for you. Every option stands after its command. Data goes
to standard output, everything else to standard error."""
FILES = (
    ("$XDG_CONFIG_HOME/clustercalls/config.toml", "The settings, see CONFIGURATION. Usually in ~/.config."),
    ("calls.toml, data/calls.toml", "The registry of the current folder, where none is named."),
    ("$XDG_DATA_HOME/clustercalls/calls.toml", "Your own registry. Usually in ~/.local/share."),
    ("$XDG_STATE_HOME/clustercalls", "The journal, and what reminders remember. Usually in ~/.local/state."),
    ("$XDG_CACHE_HOME/clustercalls", "An index of what was read; may be deleted. Usually in ~/.cache."),
)


def manual() -> str:
    """The page."""
    root: Any = typer.main.get_command(build([]))
    lines = [
        NOTICE,
        f'.TH CLUSTERCALLS 1 "" "clustercalls {_escaped(__version__)}" "User Commands"',
        ".SH NAME",
        "clustercalls \\- " + _escaped("deadlines of funding calls, as their sources told them"),
        ".SH SYNOPSIS",
        r"\fBclustercalls\fR \fICOMMAND\fR [\fIARGUMENT\fR]... [\fIOPTION\fR]...",
        ".SH DESCRIPTION",
        _said(" ".join(DESCRIPTION.split())),
        ".SH COMMANDS",
        *_commands(COMMANDS, root.commands),
        ".SH COMMON OPTIONS",
        *_tagged(_options(each for each in root.commands["upcoming"].params if each.name in COMMON)),
        ".SH CONFIGURATION",
        *_tagged((_said(f"`{each.example}`"), _said(each.meaning)) for each in KEYS.values()),
        ".SH ENVIRONMENT",
        *_tagged((_said(name), _said(f"{meaning}.")) for name, meaning in VARIABLES),
        ".SH FILES",
        *_tagged((rf"\fI{_escaped(path)}\fR", _said(meaning)) for path, meaning in FILES),
        ".SH EXIT STATUS",
        *_tagged((_said(code), _said(f"{meaning}.")) for code, meaning in EXIT_CODES),
    ]
    return "\n".join(lines) + "\n"


def _commands(names: Iterable[str], commands: Any, before: str = "") -> Iterator[str]:  # noqa: ANN401 - typer's click is private
    for name in names:
        command, whole = commands[name], f"{before}{name}"
        inner = getattr(command, "commands", None)
        if inner:
            yield from _commands(inner, inner, f"{whole} ")
            continue
        arguments = [each for each in command.params if each.param_type_name == "argument"]
        typed = "".join(rf" \fI{_escaped(each.metavar or each.name)}\fR" for each in arguments)
        yield f".SS {_quoted(whole)}"
        yield rf"\fBclustercalls {_escaped(whole)}\fR{typed} [\fIOPTION\fR]..."
        for paragraph in (" ".join(each.split()) for each in (command.help or "").split("\n\n")):
            example = paragraph.removeprefix("Example: ")
            if example == paragraph:
                yield from (".PP", _begun(_said(paragraph)))
            else:
                yield from (".PP", ".nf", ".RS 4", _said(f"`{example}`"), ".RE", ".fi")
        yield from _tagged(
            (rf"\fI{_escaped(each.metavar or each.name)}\fR", _said(each.help or ""))
            for each in arguments
            if each.help
        )
        yield from _tagged(_options(each for each in command.params if each.name not in COMMON))


def _options(parameters: Iterable[Any]) -> Iterator[tuple[str, str]]:
    for each in parameters:
        if each.param_type_name == "argument" or "--help" in each.opts:
            continue
        value = "" if each.is_flag else rf" \fI{_escaped(each.metavar)}\fR"
        yield ", ".join(rf"\fB{_escaped(name)}\fR{value}" for name in each.opts), _said(each.help or "")


def _tagged(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    for tag, text in pairs:
        yield from (".TP", _begun(tag), _begun(text))


def _begun(line: str) -> str:
    """A line of text, which no point or apostrophe makes a request."""
    return f"\\&{line}" if line[:1] in {".", "'", ""} else line


def _quoted(text: str) -> str:
    return f'"{_escaped(text)}"'


def _said(text: str) -> str:
    """A text with what stands in backquotes in bold."""
    parts = re.split(r"`([^`]+)`", text)
    return "".join(rf"\fB{_escaped(each)}\fR" if at % 2 else _escaped(each) for at, each in enumerate(parts))


def _escaped(text: str) -> str:
    """A text in ASCII, of which nothing is a request, and whose signs are what they look like."""
    return "".join(_MARKS.get(each, each) if each.isascii() else f"\\[u{ord(each):04X}]" for each in text)
