"""Every text that is said to people has its Italian."""

import errno
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from clustercalls import errors, model
from clustercalls.errors import SAID, Place, either, outside, problem
from clustercalls.errors.catalogue import CATALOGUE
from clustercalls.i18n import (
    ENGLISH,
    it_dates,
    it_edit,
    it_errors,
    it_export,
    it_reasons,
    it_remind,
    language,
)
from clustercalls.i18n.it import SHOWN, WORDS
from clustercalls.registry import read
from clustercalls.render import answer, changes, columns, digest, reminders, words
from conftest import ROOT
from said import Said, Source

BAD = sorted((ROOT / "tests" / "registry" / "bad").glob("*/*.toml"))
ITALIAN = language("it")
# The same in both languages.
UNTRANSLATED = {"--registry", "CLUSTERCALLS_REGISTRY", "config", "{most} MiB", "{stage}: {date}, {left}."}
UNTRANSLATED |= {"back", "came", "changed", "lead", "moved", "went", "stage "}  # values of JSON
LIMITS = (model.LIST_LIMIT, model.TEXT_LIMIT, read.ENTRY_LIMIT)
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


@pytest.fixture(scope="module", name="found")
def _found() -> list[Said]:
    return [*Source(ROOT / "src" / "clustercalls").said()]


def said(found: list[Said]) -> Iterator[str]:
    yield from (each.text for each in found if not each.glued)
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
    ):
        yield from table.values()
    yield from ("today", "any day now", "this week", "this month", "later", "not announced")
    yield from changes.FIELDS
    yield from (*reminders.HEADINGS, *digest.HEADINGS)
    yield from ("it is damaged", "it belongs to another registry or version")
    yield from (errors.HUGE, *errors.EITHER, *TABLES)
    yield from (f"{limit:,}" for limit in LIMITS)
    yield from (os.strerror(each) for each in SYSTEM)
    yield from SERVERS


def has_words(text: str) -> bool:
    """Whether anything is left to translate besides names, and keys in backquotes."""
    return bool(re.search(r"[^\W\d_]", re.sub(r"\{\w+\}|`[^`]*`", "", text)))


def test_everything_said_has_its_italian(found: list[Said]) -> None:
    missing = {text for text in said(found) if has_words(text) and text not in WORDS}
    assert sorted(missing - UNTRANSLATED) == []


def test_nothing_said_is_glued_together(found: list[Said]) -> None:
    assert [each for each in found if each.glued] == []


def test_no_translation_is_left_over(found: list[Said]) -> None:
    assert sorted(set(WORDS) - set(said(found))) == []


def test_no_text_is_translated_twice() -> None:
    parts = (
        SHOWN,
        it_export.WORDS,
        it_errors.WORDS,
        it_reasons.WORDS,
        it_dates.WORDS,
        it_edit.WORDS,
        it_remind.WORDS,
    )
    assert len(WORDS) == sum(map(len, parts))


def test_a_translation_fills_the_same_names() -> None:
    for english, italian in WORDS.items():
        assert set(re.findall(r"\{(\w+)\}", english)) == set(re.findall(r"\{(\w+)\}", italian)), english


def test_a_translation_ends_as_its_text_does() -> None:
    for english, italian in WORDS.items():
        assert re.findall(r"[.:?]?$", italian)[0] == re.findall(r"[.:?]?$", english)[0], english


@pytest.mark.parametrize("path", BAD, ids=lambda each: f"{each.parent.name}/{each.stem}")
def test_every_problem_of_a_registry_is_said_in_italian(path: Path) -> None:
    for each in read.load((path,), warnings=True).problems:
        for name, value in each.values:
            if name in SAID and has_words(value):
                assert value in WORDS, (each.code, name)
        assert "{" not in "".join(each.worded(ITALIAN)).replace("{ ", "").replace("{…", "")


def test_what_a_person_wrote_is_never_translated_nor_filled() -> None:
    kept = problem(
        "unknown-value", Place(), option="--tag", value="open", advice="Known: {known}.", known="{value}"
    )
    assert kept.worded(ITALIAN) == ("--tag open: nessuna voce ce l'ha", "Valori noti: {value}.")
    told = problem("bug", None, advice="", **outside("KeyError: '{reason} {words}'"))
    assert told.worded(ITALIAN)[0] == told.worded(ENGLISH)[0] == "KeyError: '{reason} {words}'"


@pytest.mark.parametrize(
    ("near", "english", "italian"),
    [
        (("a",), "Did you mean a?", "Intendevi a?"),
        (("a", "b"), "Did you mean a or b?", "Intendevi a o b?"),
        (("a", "b", "c"), "Did you mean a or b or c?", "Intendevi a o b o c?"),
        (("a", "b", "c", "d", "e"), "Did you mean a or b or c or d?", "Intendevi a o b o c o d?"),
    ],
)
def test_the_nearest_are_joined(near: tuple[str, ...], english: str, italian: str) -> None:
    told = problem("unknown-id", None, id="x", advice="Did you mean {nearest}?", **either(near))
    assert (told.hint, told.worded(ITALIAN)[1]) == (english, italian)
