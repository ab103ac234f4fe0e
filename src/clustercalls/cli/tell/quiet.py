"""That `remind` has nothing to tell, nor anything new to remember: found once, and known again.

It is known while all that it came of is as it was: the bytes of the registry, the config and the memory, the
options, and what the moment answered when it was asked which day it is, and what is past. Nothing is judged.
"""

import sys

from clustercalls.cli import arguments, indexed, places, table
from clustercalls.cli.moment import moment_of, played_on
from clustercalls.cli.terminal import is_terminal
from clustercalls.disk import copies, passing
from clustercalls.index import file, glance
from clustercalls.reminders.place import memory_of, real

TYPE_CHECKING = False  # as in `output`
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from clustercalls.config import Config
    from clustercalls.model import Registry
    from clustercalls.zones import Answers, Moment

KIND = "quiet"
FILTERS = ("kind", "stage", "programme", "tag", "status", "track", "owner", "not_", "search", "due")
ASKED = frozenset({*FILTERS, "as_of", "every", "form", "lang", "color", "mail_to", "notify", "exec"})
FILES = frozenset({"registry", "config"})
USUAL = (("form", "plain"), ("color", "auto"))


class Question:
    """What a run is asked, and of which bytes."""

    __slots__ = ("_parts", "_place")

    def __init__(
        self, path: str, registry: tuple[bytes, str], config: bytes, asked: "Mapping[str, object]"
    ) -> None:
        """`registry` are its bytes' key and its zone; `asked` has the values of `ASKED`, or empty ones.

        When a run was is remembered by the clock: for a day that is played, the clock's day counts too.
        """
        given = repr(sorted(each for each in asked.items() if each[1] and each not in USUAL))
        key, zone = registry
        texts = "\0".join([path, *real([path]), given, played_on(f"{asked.get('as_of') or ''}", zone)])
        self._place = f"{memory_of([path])}\0{given}"
        self._parts = key, config, texts.encode("utf-8", "surrogateescape")

    def answers(self, memory: bytes) -> "Answers | None":
        """What the moment answered when nothing was found by this memory; None when that is not known."""
        found: Answers | None = copies.known(KIND, self._place, copies.key_of(*self._parts, memory))
        return found

    def note(self, memory: bytes, moment: "Moment") -> None:
        """Notes that nothing was found by this memory at this moment."""
        copies.keep(KIND, self._place, copies.key_of(*self._parts, memory), moment.answers())


def question_of(
    paths: "Sequence[Path]", registry: "Registry", settings: "Config", options: dict[str, object]
) -> Question | None:
    """What a run is asked, where the same can be known to be asked again: out of an index, of whole files."""
    key: bytes = getattr(registry.entries, "key", b"")
    is_whole = bool(key and len(paths) == 1 and not settings.trouble and not options["outbox"])
    if not is_whole or (settings.path and not settings.key):
        return None
    return Question(str(paths[0]), (key, registry.zone), settings.key, options)


def remind(words: list[str]) -> int | None:
    """The exit code of `remind` with these words behind it; None when it is to be run."""
    rows = arguments.rows_of(table.COMMANDS["remind"])
    given, loose = arguments.scanned(rows, words) or ({}, words)
    if loose or not given.keys() <= ASKED | FILES:
        return None
    known = indexed.known(given)
    if known is None or places.is_example(known[0]):
        return None
    try:
        return None if _is_talked_of(known[1], given) or not _is_quiet(known, given, rows) else 0
    except (glance.Unknown, file.Broken):
        return None
    finally:
        glance.forget_zones()


def _is_talked_of(index: "file.Index", given: "arguments.Given") -> bool:
    """Whether somebody at a terminal may be told that nothing is there, or nothing of what is asked for."""
    talks = is_terminal(sys.stdout) and is_terminal(sys.stderr)
    return talks and (not given.keys().isdisjoint(FILTERS) or not index.decoded(index.names))


def _is_quiet(known: "indexed.Known", given: "arguments.Given", rows: list[table.Row]) -> bool:
    path, index, settings = known
    kinds = {field: kind for field, kind, *_ in rows}
    asked = {name: _value(kinds[name], texts) for name, texts in given.items() if name not in FILES}
    glance.know_zones(index)
    question = Question(path, (index.key, index.zone), settings.key, asked)
    memory = memory_of([path])

    def found(data: bytes) -> bool:
        answers = question.answers(data)
        if answers is None or not {zone for zone, _ in answers[3] if zone} <= index.zones.keys():
            return False
        moment = moment_of("".join(given.get("as_of", ())), index, settings)  # type: ignore[arg-type]  # all it asks
        return moment.gives(answers)

    return bool(memory) and passing.is_known(memory, found)


def _value(kind: str, texts: list[str]) -> object:
    if kind == "flag":
        return True
    return texts if arguments.several(kind) else texts[0]
