"""What commands that edit know of the files in use: those that could be read, and the entry meant in them."""

from pathlib import Path

from msgspec import Struct

from clustercalls.cli import output
from clustercalls.cli.keep.desk import Desk
from clustercalls.editing.document import Address, Document
from clustercalls.editing.transaction import Transaction
from clustercalls.errors import InputRefused, Refusal, UsageRefused
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


def address_in(known: Known, name: str) -> tuple[Document, Address]:
    """The entry whose id this is, or of whose id alone it is a part; else that with these words in its title.

    Raises:
        UsageRefused: when it is none, or could be several.
        InputRefused: when it is none, and might be in a file that could not be read.
    """
    every = [(document, address) for document in known.documents for address in document.addresses()]
    ids = [address.id for _, address in every]
    titles = {address.id: str(document.table(address).get("title", "")) for document, address in every}
    wanted = meant(name, ids, titles)
    matches = [each for each in every if each[1].id in wanted]
    # A file that holds an id twice gives its first one; two files are asked about.
    if len(wanted) == 1 and len({document.path for document, _ in matches}) == 1:
        return matches[0]
    refused = UsageRefused if matches or not known.code else InputRefused
    raise refused(unclear(name, [address.id for _, address in matches], ids, titles))


def still(held: Transaction, opened: Document, where: Address) -> Address:
    """The entry that was meant in a file as it was opened, in the file as it is held.

    Raises:
        UsageRefused: when it is not there any more.
    """
    return where if held.document is opened else address_in(Known((held.document,)), where.id)[1]
