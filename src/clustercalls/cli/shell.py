"""What a shell asks on TAB, answered so that nothing a registry says acts there.

Our own scripts (`scripts/`) ask by `bash`, `zsh` and `fish`: there what is proposed is text, quoted for bash
by us and by the others as they put it in. Scripts of typer ask by `complete_…`; some evaluate what they are
told, or put it in as it is: what could do harm there is left out.
"""

import sys
from collections.abc import Callable, Mapping

from clustercalls.cli.proposed import Proposal, proposed
from clustercalls.cli.shell_words import Typed, fits, for_bash, glued, is_bare, kept_by_bash, split, word

VARIABLE = "_CLUSTERCALLS_COMPLETE"
LONGEST = 200  # characters of what a proposal is said to be: more than a line
NOTHING = 1  # that fish is to go on to files

Environment = Mapping[str, str]
# A line up to the cursor: the words behind the command, the one begun, and what bash keeps of that.
Line = tuple[list[str], Typed, str]


def answer(environment: Environment, typed: list[str]) -> tuple[str, int]:
    """What to print and the exit code.

    Raises:
        UsageRefused: for a question that is none.
    """
    asked = environment[VARIABLE]
    if asked.startswith("source_"):
        from clustercalls.cli.house.completion import script

        return script(asked.removeprefix("source_")), 0
    if asked not in SHELLS:
        from clustercalls.cli.choices import one_of

        asked = one_of(VARIABLE, asked, SHELLS)
    read, write = SHELLS[asked]
    line = words, last, _ = read(environment, typed)
    if last.acts:  # `$(…` may be what is proposed, and must not be made whole
        return write([], line, environment)
    return write([each for each in map(_shown, proposed(words, last.text)) if each], line, environment)


def _shown(proposal: Proposal) -> Proposal | None:
    """A proposal as it may be seen and typed; None for one that must not or cannot be."""
    text, what = proposal[0], proposal[1][:LONGEST]
    if not fits(text) or not (text.isascii() or _can_be_written(text)):
        return None
    if not fits(what):
        what = " ".join("".join(each if fits(each) else " " for each in what).split())
    return text, what


def _can_be_written(text: str) -> bool:
    try:
        text.encode((sys.stdout and sys.stdout.encoding) or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _line(words: list[Typed], kept: str = "") -> Line:
    return [each.text for each in words[1:-1]], words[-1], kept


def _from_bash(environment: Environment, typed: list[str]) -> Line:
    """Its line to the cursor and the part of the last word that it will replace; by hand, the words alone."""
    line = environment.get("COMP_LINE", "")
    if not line:
        return _by_usual_settings(typed)
    words = split(line)
    raw, replaced = words[-1].raw, environment.get("_CLUSTERCALLS_WORD", "")
    return _line(words, raw.removesuffix(replaced) if raw.endswith(replaced) else " ")


def _by_usual_settings(pieces: list[str]) -> Line:
    words = split(glued(pieces))
    return _line(words, kept_by_bash(words[-1]))


def _from_zsh(_: Environment, typed: list[str]) -> Line:
    return _line([word(each) for each in typed] or [Typed()])


def _from_fish(_: Environment, typed: list[str]) -> Line:
    return _line(split("".join(typed[:1]), fish=True))


def _to_bash(proposals: list[Proposal], line: Line, _: Environment) -> tuple[str, int]:
    _words, last, kept = line
    return _lines(for_bash([text for text, _ in proposals], last, kept))


def _to_zsh(proposals: list[Proposal], _: Line, environment: Environment) -> tuple[str, int]:
    """The text, and how it is listed, which is at most a line."""
    columns = environment.get("COLUMNS", "")
    most = int(columns) - 1 if columns.isascii() and columns.isdigit() else 79
    widest = max((len(text) for text, what in proposals if what), default=0)
    rows = ((text, f"{text:{widest}}  -- {what}" if what else text) for text, what in proposals)
    return _lines([f"{text}\t{shown[:most]}" for text, shown in rows])


def _to_fish(proposals: list[Proposal], _: Line, __: Environment) -> tuple[str, int]:
    return _lines([f"{text}\t{what}" if what else text for text, what in proposals])


def _lines(lines: list[str]) -> tuple[str, int]:
    return "".join(f"{each}\n" for each in lines), 0


def _from_typer_in_bash(environment: Environment, _: list[str]) -> Line:
    text, place = environment.get("COMP_WORDS", ""), environment.get("COMP_CWORD", "")
    pieces = text.split("\n") if "\n" in text else text.split()
    at = int(place) if place.isascii() and place.isdigit() else len(pieces)
    return _by_usual_settings([*pieces, ""][: at + 1])


def _from_typer(environment: Environment, _: list[str], *, fish: bool = False) -> Line:
    return _line(split(environment.get("_TYPER_COMPLETE_ARGS", ""), fish=fish))


def _harmless(proposals: list[Proposal]) -> list[Proposal]:
    """Those of which no character acts in any shell, whoever evaluates them."""
    found = [each for each in proposals if is_bare(each[0].replace(" ", ""))]
    return [(text, "".join(c if is_bare(c) or c in "();" else " " for c in what)) for text, what in found]


def _to_typer_in_bash(proposals: list[Proposal], line: Line, environment: Environment) -> tuple[str, int]:
    return _to_bash(_harmless(proposals), line, environment)


def _to_typer_in_zsh(proposals: list[Proposal], _: Line, __: Environment) -> tuple[str, int]:
    """A line that its script evaluates, and the function that is called there once more."""
    pairs = [[each.replace(":", r"\\:") for each in pair if each.strip()] for pair in _harmless(proposals)]
    if not pairs:
        return "_files\n", 0
    return "_arguments '*: :((" + "\n".join(":".join(f'"{e}"' for e in pair) for pair in pairs) + "))'\n", 0


def _to_typer_in_fish(proposals: list[Proposal], line: Line, environment: Environment) -> tuple[str, int]:
    action, offered = environment.get("_TYPER_COMPLETE_FISH_ACTION", ""), _harmless(proposals)
    if action == "is-args":
        return "", 0 if offered else NOTHING
    return _to_fish(offered if action == "get-args" else [], line, environment)


def _to_typer_in_powershell(proposals: list[Proposal], _: Line, __: Environment) -> tuple[str, int]:
    found = [(text if text.isalnum() else f"'{text}'", what) for text, what in _harmless(proposals)]
    return _lines([f"{text}:::{what.replace(':', ' ') or ' '}" for text, what in found])


Read = Callable[[Environment, list[str]], Line]
Write = Callable[[list[Proposal], Line, Environment], tuple[str, int]]
SHELLS: dict[str, tuple[Read, Write]] = {
    "bash": (_from_bash, _to_bash),
    "zsh": (_from_zsh, _to_zsh),
    "fish": (_from_fish, _to_fish),
    "complete_bash": (_from_typer_in_bash, _to_typer_in_bash),
    "complete_zsh": (_from_typer, _to_typer_in_zsh),
    "complete_fish": (
        lambda environment, typed: _from_typer(environment, typed, fish=True),
        _to_typer_in_fish,
    ),
    "complete_powershell": (_from_typer, _to_typer_in_powershell),
    "complete_pwsh": (_from_typer, _to_typer_in_powershell),
}
