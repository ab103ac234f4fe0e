"""What commands that edit know of the files in use: those that could be read, and the entry meant in them."""

from pathlib import Path

from msgspec import Struct

from clustercalls.cli import output
from clustercalls.cli.keep.desk import Desk
from clustercalls.editing.document import Address, Document
from clustercalls.editing.transaction import Transaction
from clustercalls.errors import InputRefused, Refusal, UsageRefused, problem
from clustercalls.query.named import meant, unclear


class Known(Struct, frozen=True):
    """The files in use that could be read, and the exit code of a command that is done beside the others."""

    documents: tuple[Document, ...]
    code: int = 0


def known_to(desk: Desk, *, but: Path | None = None) -> Known:
    """Every file in use that can be read, `but` one; of the others and of folders it is said why not.

    Raises:
        InputRefused: when there is only one, and it cannot be read.
    """
    documents, code = [], 0
    for each in desk.lost:
        output.tell(each, desk.context.t)
        code = InputRefused.exit_code
    for path in desk.paths:
        if path == but:
            continue
        try:
            documents.append(desk.document(path))
        except Refusal as refusal:
            if len(desk.paths) == 1:
                raise
            output.tell(refusal.problem, desk.context.t)
            code = InputRefused.exit_code
    return Known(tuple(documents), code)


class KnownEntries:
    """The entries of the files that could be read, gone through once for however many are asked for."""

    def __init__(self, known: Known) -> None:
        self._code = known.code
        self._every = [(document, where) for document in known.documents for where in document.addresses()]
        self._by_id: dict[str, list[tuple[Document, Address]]] = {}
        self._titles: dict[str, str] = {}
        for document, where in self._every:
            self._by_id.setdefault(where.id, []).append((document, where))
            self._titles[where.id] = str(document.table(where).get("title", ""))

    def named(self, name: str) -> tuple[Document, Address]:
        """The entry whose id this is, or of whose id alone it is a part; else with these words in its title.

        Raises:
            UsageRefused: when it is none, or could be several.
            InputRefused: when it is none, and might be in a file that could not be read.
        """
        wanted = meant(name, self._by_id, self._titles)
        matches = [each for each in self._every if each[1].id in wanted] if wanted[1:] else []
        if len(wanted) == 1:
            matches = self._by_id[wanted[0]]
            # A file that holds an id twice gives its first one; two files are asked about.
            files = sorted({str(document.path) for document, _ in matches})
            if len(files) == 1:
                return matches[0]
            raise UsageRefused(problem("id-in-files", id=wanted[0], files=", ".join(files)))
        refused = UsageRefused if matches or not self._code else InputRefused
        raise refused(unclear(name, [address.id for _, address in matches], self._by_id, self._titles))


def address_in(known: Known, name: str) -> tuple[Document, Address]:
    """The one entry that is asked for, as `KnownEntries.named`.

    Raises:
        UsageRefused: when it is none, or could be several.
        InputRefused: when it is none, and might be in a file that could not be read.
    """
    return KnownEntries(known).named(name)


def still(held: Transaction, opened: Document, where: Address) -> Address:
    """The entry that was meant in a file as it was opened, in the file as it is held.

    Raises:
        UsageRefused: when it is not there any more.
    """
    return where if held.document is opened else address_in(Known((held.document,)), where.id)[1]
