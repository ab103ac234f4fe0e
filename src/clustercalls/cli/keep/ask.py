"""Asking a person at a terminal: a line, a choice, yes or no; with defaults and completion."""

from collections.abc import Callable, Mapping, Sequence

from clustercalls.cli import output
from clustercalls.cli.shell_words import fits
from clustercalls.i18n import Language
from clustercalls.i18n.grammar import GRAMMARS

# A person answers as they are used to, whatever language the question is in.
YES: frozenset[str] = frozenset().union(*(each.yes for each in GRAMMARS.values()))
NO: frozenset[str] = frozenset().union(*(each.no for each in GRAMMARS.values()))


def line(prompt: str, default: str = "", known: Sequence[str] = ()) -> str:
    """What is typed, or the default for an empty line; Tab completes to what is known.

    Raises:
        Abandoned: at the end of the input.
    """
    _complete(known)
    colon = "" if prompt.endswith("?") and not default else ":"
    shown = f"{prompt} [{default}]: " if default else f"{prompt}{colon} "
    try:
        return input(shown).strip() or default
    except EOFError:
        raise output.Abandoned from None


def checked(prompt: str, read: Callable[[str], str], default: str = "", known: Sequence[str] = ()) -> str:
    """As `line`, asked again until `read` takes it; `read` says itself what it does not take."""
    while True:
        try:
            return read(line(prompt, default, known))
        except Again:
            continue


class Again(Exception):
    """The answer did not do; it was said why."""


def choose(prompt: str, choices: Mapping[str, str]) -> str:
    """The value of one of the choices, by its number."""
    for number, name in enumerate(choices, 1):
        output.say(f"  {number}. {name}")

    def numbered(answer: str) -> str:
        if answer.isdecimal() and 1 <= int(answer) <= len(choices):
            return list(choices.values())[int(answer) - 1]
        raise Again

    return checked(prompt, numbered)


def one_word(words: Mapping[str, str], default: str, meanings: Mapping[str, str]) -> str:
    """The key of one of these words, typed as it is shown, as its key, or by how either begins.

    For any other answer, as `?` is one, it is said what each of them does: `meanings`, by key.
    """

    def read(answer: str) -> str:
        typed = answer.casefold()
        for key, word in words.items():
            if word.startswith(typed) or key.startswith(typed):
                return key
        for key, word in words.items():
            output.say(f"  {word}: {meanings[key]}")
        raise Again

    return checked(" / ".join(words.values()), read, words[default], list(words.values()))


def yes(prompt: str, t: Language, *, default: bool) -> bool:
    """Whether the answer is yes, in any language known; asked again until it is yes or no."""
    word = t("[Y/n]") if default else t("[y/N]")
    known = says_yes(t)

    def read(answer: str) -> str:
        if answer and answer.casefold() not in known | NO:
            raise Again
        return answer

    answer = checked(f"{prompt} {word}", read).casefold()
    return answer in known if answer else default


def says_yes(t: Language) -> frozenset[str]:
    """What says yes: the words of any language, and the letters of this one and of English.

    A letter of another language may stand for something else here: `s` for "skip".
    """
    letters = GRAMMARS[t.code].yes | GRAMMARS["en"].yes
    return frozenset(word for word in YES if len(word) > 1 or word in letters)


def _complete(known: Sequence[str]) -> None:
    """Tab proposes what is known, but what would do something to the terminal that shows it."""
    try:
        import readline
    except ImportError:  # a Python without it: typing still works
        return

    harmless = [each for each in known if fits(each)]

    def complete(text: str, state: int) -> str | None:
        found = [each for each in harmless if each.casefold().startswith(text.casefold())]
        return found[state] if state < len(found) else None

    readline.set_completer(complete)
    readline.set_completer_delims("")
    readline.parse_and_bind("tab: complete")
