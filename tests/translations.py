"""The translations beside the code: which texts a catalogue wants, and `make texts`, which puts them in.

A catalogue is `src/clustercalls/i18n/locale/CODE/LC_MESSAGES/clustercalls.po`: sorted, on whole lines,
without dates, names and places in the code, so that two changes meet in it only where they say the same text.
"""

import errno
import io
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po
from hatch_build import LOCALE, compile_texts
from jinja2 import Environment, nodes

from clustercalls import errors, limits
from clustercalls.cli.tell.publish import TABLE
from clustercalls.entry_fields import FIELDS
from clustercalls.errors.catalogue import CATALOGUE
from clustercalls.extract import reasons
from clustercalls.planning.templates import BUNDLED
from clustercalls.registry.conflicts import NOTHING
from clustercalls.render import answer, columns, digest, groups, reminders, sheet, words, workbook
from said import Said, Source

ROOT = Path(__file__).parent.parent
HEADER = """\
msgid ""
msgstr ""
"Language: {code}\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
# The same in every language.
UNTRANSLATED = {"--registry", "CLUSTERCALLS_REGISTRY", "config", "{most} MiB", "{stage}: {date}, {left}."}
UNTRANSLATED |= {"back", "came", "changed", "lead", "moved", "went", "stage "}  # values of JSON
UNTRANSLATED |= {TABLE}  # what is put into a file
UNTRANSLATED |= {"looked", "quiet"}  # what is kept in the cache
FIGURES = {f"{limit:,}" for limit in (limits.ITEMS, limits.TEXT_LETTERS, limits.ENTRIES, sheet.MOST_ROWS)}
# What the system says of a file it cannot read or write.
SYSTEM = (
    errno.EACCES,
    errno.EPERM,
    errno.ENOENT,
    errno.EISDIR,
    errno.ENOTDIR,
    errno.ENAMETOOLONG,
    errno.ELOOP,
    errno.ENOSPC,
    errno.EDQUOT,
    errno.EROFS,
    errno.EFBIG,
    errno.EIO,
    errno.EMFILE,
    errno.EEXIST,
    errno.ENOEXEC,
    errno.ECONNREFUSED,
    errno.ECONNRESET,
    errno.ENETUNREACH,
    errno.EHOSTUNREACH,
)
# What smtplib, the resolver and Python say of a server.
SERVERS = (
    "STARTTLS extension not supported by server",
    "Connection unexpectedly closed",
    "Name or service not known",
    "Temporary failure in name resolution",
    "TimeoutError",
)
# Tables that a person is told need a key, when no other name is in use for them.
TABLES = ("call", "event", "policy", "resource", "stage")


@cache
def found() -> tuple[Said, ...]:
    """Every text of the source that reaches a person, where it stands."""
    return tuple(Source(ROOT / "src" / "clustercalls").said())


def of_templates() -> Iterator[str]:
    """What pages say: in a template it is handed to `t` as it stands."""
    for path in sorted((ROOT / "src" / "clustercalls").rglob("*.j2")):
        for call in Environment(autoescape=True).parse(path.read_text()).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name == "t":
                assert isinstance(call.args[0], nodes.Const), f"{path}:{call.lineno}: not a text"
                yield call.args[0].value


@cache
def said() -> frozenset[str]:
    """Every text that may be said, those of tables and of the system included."""
    return frozenset(_said())


def _said() -> Iterator[str]:
    yield from (each.text for each in found() if not each.glued)
    yield from of_templates()
    for kind in CATALOGUE.values():
        yield from (kind.message, kind.hint)
    for table in (
        errors.ADVICE,
        words.STATUS,
        words.STAGE,
        words.KIND,
        words.ORDINALS,
        columns.HEADINGS,
        answer.STATUS_SENTENCES,
        groups.HEADINGS,
        workbook.HEADINGS,
        workbook.SHEETS,
    ):
        yield from table.values()
    yield from (each.key for each in FIELDS if (each.told or each.takes) and each.key not in words.STAGE)
    yield from words.OTHER_FIELDS
    yield from (step.title for steps in BUNDLED.values() for step in steps)
    yield from (each.label for each in FIELDS if each.label)
    yield from (*reminders.HEADINGS, *digest.HEADINGS)
    yield from ("it is damaged", "it belongs to another registry or version", NOTHING)
    yield from (errors.HUGE, *errors.EITHER, *TABLES)
    yield from reasons.ALL
    yield from FIGURES
    yield from (os.strerror(each) for each in SYSTEM)
    yield from SERVERS


def has_words(text: str) -> bool:
    """Whether anything is left to translate besides names, and keys in backquotes."""
    return bool(re.search(r"[^\W\d_]", re.sub(r"\{\w+\}|`[^`]*`", "", text)))


def wanted() -> set[str]:
    """What every catalogue has to have: all that is said in words, and figures with separators."""
    return {text for text in said() if has_words(text)} - UNTRANSLATED | FIGURES


def sources() -> list[Path]:
    """Every catalogue."""
    return sorted((ROOT / LOCALE).glob("*/LC_MESSAGES/clustercalls.po"))


def code_of(path: Path) -> str:
    """The language of a catalogue."""
    return path.parent.parent.name


def read(path: Path) -> Catalog:
    """A catalogue as it stands; one that is still empty has no texts."""
    return read_po(io.BytesIO(path.read_bytes()), abort_invalid=True)


def written(catalog: Catalog, code: str) -> str:
    """The text of a catalogue: all that is said, what is new without a translation, nothing else."""
    known = {each.id: each for each in catalog if isinstance(each.id, str) and each.id}
    whole = Catalog(charset="utf-8")
    for text in sorted(wanted() | (known.keys() & said())):
        old = known.get(text, Message(text))
        new = whole.add(text, old.string, flags=old.flags, user_comments=old.user_comments)
        new.flags &= {"fuzzy"}  # the others are guesses of Babel: "75 % for" is no format
    file = io.BytesIO()
    write_po(file, whole, width=0, omit_header=True)
    return HEADER.format(code=code) + file.getvalue().decode().rstrip("\n") + "\n"


def main() -> None:
    """Puts what is said into every catalogue, and compiles them; names what is to be translated."""
    for path in sources():
        path.write_text(written(read(path), code_of(path)), encoding="utf-8")
        for each in read(path):
            if each.id and not each.string:
                print(f"{path.relative_to(ROOT)}: to translate: {each.id}")  # noqa: T201 - a script
    compile_texts(ROOT)


if __name__ == "__main__":
    main()
