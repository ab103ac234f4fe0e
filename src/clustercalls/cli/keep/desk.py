"""What the commands that edit share: the file in use, the entry meant, the safe write, the one line said."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

from msgspec import Struct

from clustercalls.cli import output
from clustercalls.cli.context import Surroundings, bundled, in_use, look_around, moment_of
from clustercalls.cli.declare import option
from clustercalls.cli.options import HOUSE, Common, Options
from clustercalls.errors import ADVICE, InputRefused, Refusal, UsageRefused, problem
from clustercalls.model import Entry, Moment, Registry
from clustercalls.registry.document import Address, Document, open_document
from clustercalls.registry.journal import new_id
from clustercalls.registry.paths import expand
from clustercalls.registry.write import Made, Wish, Written, news, write
from clustercalls.render.safe import safe_text


class Editing(Options, frozen=True):
    """How an edit is made."""

    dry_run: Annotated[bool, option("--dry-run", panel=HOUSE, help="Show the difference, write nothing.")] = (
        False
    )
    force: Annotated[
        bool,
        option("--force", panel=HOUSE, help="Write it even if the entry is worse for it."),
    ] = False


class Desk(Struct, frozen=True):
    """What an editing command works with: its surroundings, the files in use, and how to write."""

    around: Surroundings
    paths: tuple[Path, ...]
    command: str
    as_of: str
    editing: Editing
    run: str

    def moment(self, document: Document | None = None) -> Moment:
        """Now, on the clock of a file's default zone."""
        zone = document.zone if document else "Europe/Brussels"
        return moment_of(self.as_of, Registry((), (), (), zone), self.around.config)

    @property
    def answers(self) -> bool:
        """Whether there is somebody to ask."""
        return self.around.talks and sys.stdin is not None and sys.stdin.isatty()

    def write(
        self, path: Path, make: Callable[[Document], Made | None], *, undoes: str = ""
    ) -> Written | None:
        """The safe write of one file, with its line said; None when there was nothing to change."""
        opened: list[tuple[Document, Made]] = []

        def made(document: Document) -> Made | None:
            found = make(document)
            if found:
                opened.append((document, found))
            return found

        at = f"{self.moment().now:%Y-%m-%dT%H:%M:%SZ}"
        wish = Wish(self.command, at, self.editing.dry_run, self.editing.force, undoes, self.run)
        written = write(path, wish, made)
        if written is None:
            self.say(self.around.t("Nothing to change: it says so already."))
        elif self.editing.dry_run:
            output.write([_shown(written.diff, terminal=self.around.terminal)])
        else:
            self._answer(written, *opened[0])
        return written

    def _answer(self, written: Written, document: Document, made: Made) -> None:
        """What was done, and what `check` says of it that it did not say before."""
        self.say(made.said)
        if self.around.errors_to_terminal:
            for touched in made.change.touched:
                for each in news(document, touched, warnings=True):
                    output.tell(each, self.around.t)
        if not written.locked:
            self.say(self.around.t("This disk knows no locks: two commands at once could meet here."))
        if not written.noted:
            self.say(self.around.t("There is no home to keep a journal in: undo will not know of this."))

    def say(self, text: str) -> None:
        """One line to a person at a terminal, and to nobody else."""
        if self.around.errors_to_terminal:
            output.say(safe_text(text))


def desk(command: str, common: Common, as_of: str, editing: Editing) -> Desk:
    """The desk of a command, on the registry in use.

    Raises:
        InputRefused: when there is none of one's own, or nothing of it can be found.
    """
    around = look_around(common)
    found = in_use(common, around.config)
    example = bundled().paths[0].resolve()
    if found is None or (len(found.paths) == 1 and found.paths[0].resolve() == example):
        raise InputRefused(problem("wants-registry"))
    paths, problems = expand(found.paths)
    paths = [path for path in paths if path.resolve() != example]
    if problems:
        raise InputRefused(problems[0])
    return Desk(around, tuple(paths), command, as_of, editing, new_id())


def file_of(desk: Desk, name: str) -> Path:
    """The file that holds the entry of this name.

    Raises:
        UsageRefused: when no entry or several could be meant.
    """
    if len(desk.paths) == 1:
        return desk.paths[0]
    return address_in(documents(desk), name)[0].path


def documents(desk: Desk) -> list[Document]:
    """Every file in use that can be read; of the others it is said why not.

    Raises:
        InputRefused: when there is only one, and it cannot be read.
    """
    found = []
    for path in desk.paths:
        try:
            found.append(open_document(path))
        except Refusal as refusal:
            if len(desk.paths) == 1:
                raise
            output.tell(refusal.problem, desk.around.t)
    return found


def address_in(documents: list[Document], name: str) -> tuple[Document, Address]:
    """The entry whose id this is, or of whose id alone it is a part.

    Raises:
        UsageRefused: when it is none, or could be several.
    """
    wanted = name.casefold()
    every = [(document, address) for document in documents for address in document.addresses()]
    exact = [each for each in every if each[1].id == name]
    found = exact or [each for each in every if wanted and wanted in each[1].id.casefold()]
    if len(found) == 1 or (exact and len({each[0].path for each in exact}) == 1):
        return found[0]
    ids = [each[1].id for each in (found or every)]
    if found:
        raise UsageRefused(problem("ambiguous-id", id=name, matches=", ".join(ids[:12])))
    from difflib import get_close_matches

    near = get_close_matches(wanted, ids, 3, 0.5)
    advice = ADVICE["near" if near else "every id"]
    raise UsageRefused(problem("unknown-id", id=name, advice=advice, near=", ".join(near)))


def entry_at(document: Document, address: Address) -> Entry:
    """The entry as the reader has it.

    Raises:
        InputRefused: when it has errors; the first is told.
    """
    reading = document.read(address.kind, document.table(address))
    if reading.entry is None:
        raise InputRefused(reading.errors[0] if reading.errors else problem("not-in-place", id=address.id))
    return reading.entry


def sure_text(key: str, text: str) -> str:
    """The text, when it is one: an argument may be any bytes.

    Raises:
        UsageRefused: when it is not UTF-8.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        raise UsageRefused(problem("not-text", key=key)) from None
    return text


def split_id(text: str) -> tuple[str, str]:
    """`ID/STAGE` as id and stage; the stage may be missing."""
    name, _, stage = sure_text("ID", text).partition("/")
    return name, stage


def _shown(diff: str, *, terminal: bool) -> str:
    return "".join(safe_text(line) + "\n" for line in diff.split("\n")[:-1]) if terminal else diff
