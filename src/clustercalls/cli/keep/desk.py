"""What the commands that edit share: the files in use, the safe write, the one line said."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

from msgspec import Struct, field

from clustercalls.cli import output, places
from clustercalls.cli.begin import context_of
from clustercalls.cli.context import Context, moment_of
from clustercalls.cli.declare import option
from clustercalls.cli.keep.tracked import without_meaning
from clustercalls.cli.options import HOUSE, Common, Options
from clustercalls.cli.registry_in_use import Example, InUse, in_use, naming
from clustercalls.disk.folders import is_folder
from clustercalls.disk.protection import refuse_protected
from clustercalls.editing.document import Address, Document, open_document
from clustercalls.editing.edits import Edit
from clustercalls.editing.record import Record, new_id
from clustercalls.editing.transaction import Transaction, act, news
from clustercalls.errors import ADVICE, InputRefused, Problem, Refusal, UsageRefused, WorldFailed, problem
from clustercalls.model import Entry, Registry
from clustercalls.registry.build import Defaults
from clustercalls.registry.paths import SHARED, expand
from clustercalls.render.safe import safe_lines, safe_text
from clustercalls.zones import UNKNOWN, Moment


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
    """What an editing command works with: its context, the files in use, and the time, read once."""

    context: Context
    paths: tuple[Path, ...]
    command: str
    as_of: str
    editing: Editing
    now: datetime
    run: str
    folders: tuple[Path, ...] = ()  # of which every file is in use
    in_use: InUse | None = None
    known_shared: dict[Path, Defaults] = field(default_factory=dict)  # by the file that says it
    lost: tuple[Problem, ...] = ()  # why others of the paths named are no files in use

    def document(self, path: Path) -> Document:
        """A file in use.

        Raises:
            Refusal: when it cannot be read.
        """
        with naming(self.in_use):
            return open_document(path, self.shared(path))

    def shared(self, path: Path) -> Defaults | None:
        """What a file has from the folder in use in which it is; None for nothing."""
        beside = path.parent / SHARED
        if path.parent not in self.folders or path == beside or beside not in self.paths:
            return None
        if beside not in self.known_shared:
            try:
                self.known_shared[beside] = open_document(beside).defaults
            except Refusal:
                self.known_shared[beside] = Defaults(UNKNOWN)
        return self.known_shared[beside]

    def documents(self, *opened: Document) -> Iterator[Document]:
        """These files, then the others in use; of one that cannot be read nothing is told."""
        yield from opened
        there = {each.path for each in opened}
        for path in self.paths:
            if path not in there:
                with suppress(Refusal):
                    yield self.document(path)

    def moment(self, document: Document) -> Moment:
        """Now, on the clock of a file's default zone."""
        return moment_of(self.as_of, Registry((), (), (), document.zone), self.context.config, self.now)

    @property
    def answers(self) -> bool:
        """Whether there is somebody to ask."""
        return self.context.talks and sys.stdin is not None and sys.stdin.isatty()

    @contextmanager
    def transaction(self, opened: Document) -> Iterator[Transaction]:
        """The safe write of one file, told when it is over."""
        with self.act([opened]) as (held,):
            yield held

    @contextmanager
    def act(self, opened: Sequence[Document]) -> Iterator[tuple[Transaction, ...]]:
        """The safe write of files, told file by file when it is over.

        Raises:
            WorldFailed: when one of several could not be written; the others were.
        """
        at = f"{self.now:%Y-%m-%dT%H:%M:%SZ}"  # by the clock: whatever day is played, it is done now
        heading = Record(new_id(), at, self.command, (), "", (), "", self.run)
        how = self.editing
        with (
            naming(self.in_use),
            act(opened, heading, dry_run=how.dry_run, force=how.force, waits=self._waits) as every,
        ):
            yield every
        if any(held.failed for held in every):
            raise self._partly(every)
        for held in every:
            if held.edit is None:
                self.say(self.context.t("Nothing to change: it says so already."))
            elif how.dry_run:
                output.write([safe_lines(held.diff)])
                if held.remark:  # whoever looks first, a script too, is to see what was not taken as typed
                    output.say(safe_text(held.remark))
            else:
                self._answer(held, held.edit)

    def _waits(self, path: Path) -> None:
        self.say(self.context.t("Waiting for another command, which holds {path}", path=path))

    def _partly(self, every: Sequence[Transaction]) -> WorldFailed:
        """Tells file by file why some could not be written; what is left to say of all of them."""
        changed = [str(held.document.path) for held in every if held.changed]
        left = [str(held.document.path) for held in every if not held.changed and (held.failed or held.edit)]
        for held in every:
            if held.failed is not None:
                found = held.failed.problem if not changed else _of_one(held.failed.problem)
                output.tell(self.in_use.told(found) if self.in_use else found, self.context.t)
            elif held.edit is not None and held.changed:
                self._answer(held, held.edit)
        code = "partly-done" if changed else "none-done"
        advice = ADVICE["undo again" if self.command == "undo" else "take back"]
        return WorldFailed(problem(code, done=", ".join(changed), left=", ".join(left), advice=advice))

    def _answer(self, held: Transaction, edit: Edit) -> None:
        """What was done, and what `check` says of it that it did not say before."""
        for line in held.lines or (held.said,):
            self.say(line)
        if self.context.errors_to_terminal:
            for touched in edit.touched:
                untold = without_meaning(self.documents(held.document), touched.before, touched.after or {})
                for each in (*news(held.document, touched, warnings=True), *untold):
                    output.tell(each, self.context.t)
        if not held.locked:
            self.say(
                self.context.t("This disk does not support locks: do not run two commands at once here.")
            )
        if not held.noted:
            self.say(self.context.t("There is no home to keep a journal in: undo will not know of this."))

    def sure(self, path: Path) -> None:
        """Lets nobody write a text for a file that cannot take it.

        Raises:
            WorldFailed: when the file is protected, and this is no dry run.
        """
        if not self.editing.dry_run:
            with naming(self.in_use):
                refuse_protected(path)

    def say(self, text: str) -> None:
        """One line to a person at a terminal, and to nobody else."""
        if self.context.errors_to_terminal:
            output.say(safe_text(text))


def open_desk(command: str, common: Common, as_of: str, editing: Editing) -> Desk:
    """The desk of a command, on the registry in use.

    Raises:
        InputRefused: when there is none of one's own, or nothing of it can be found.
    """
    now = datetime.now(UTC)
    context = context_of(common)
    used = in_use(common, context.config, Example.NEVER)
    named = used.paths
    paths, problems = expand(named)
    paths = [path for path in paths if not places.is_example(path)]
    lost = tuple(map(used.told, problems))
    if not paths:
        raise InputRefused(lost[0])
    unread = {each.place.file for each in lost}
    folders = tuple(each for each in named if str(each) not in unread and is_folder(each))
    return Desk(context, tuple(paths), command, as_of, editing, now, new_id(), folders, used, lost=lost)


def entry_at(document: Document, address: Address) -> Entry:
    """The entry as the reader has it.

    Raises:
        InputRefused: when it has errors; the first is told.
    """
    reading = document.read(address.kind, document.table(address))
    if reading.entry is None:
        raise InputRefused(reading.errors[0] if reading.errors else problem("not-in-place", id=address.id))
    return reading.entry


def reason(key: str, text: str) -> str:
    """The reason, or who said so; blanks alone are none.

    Raises:
        UsageRefused: when it is not UTF-8.
    """
    return sure_text(key, text) if text.strip() else ""


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


def _of_one(found: Problem) -> Problem:
    """The problem of one file of several, of which others were changed."""
    return Problem("left-as-it-is", found.place, found.values) if found.code == "cannot-write" else found
