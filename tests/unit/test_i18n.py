"""Every text that is said to people has its Italian."""

import ast
import re
from collections.abc import Iterator

from clustercalls import errors
from clustercalls.deliver import caldav
from clustercalls.i18n.it import WORDS
from clustercalls.render import answer, columns, digest, reminders, words
from conftest import ROOT

SOURCE = ROOT / "src" / "clustercalls"
REASONS = {"NotEdtf", "NotAWindow", "Unfit", "Broken", "_failed"}


def said() -> Iterator[str]:
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if not (isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant)):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            is_language = isinstance(node.func, ast.Call) and getattr(node.func.func, "id", "") == "language"
            if (name == "t" or name in REASONS or is_language) and isinstance(node.args[0].value, str):
                yield node.args[0].value
    for kind in errors.CATALOGUE.values():
        yield from (kind.message, kind.hint)
    for table in (
        words.STATUS,
        words.STAGE,
        words.KIND,
        words.ORDINALS,
        columns.HEADINGS,
        answer.STATUS_SENTENCES,
    ):
        yield from table.values()
    yield from caldav.REASONS.values()
    yield from ("today", "any day now", "this week", "this month", "later", "not announced")
    yield from (
        *reminders.HEADINGS,
        *digest.HEADINGS,
        "it is damaged",
        "it belongs to another registry or version",
    )
    yield from ("--registry", "config", "this folder", "your own")


UNTRANSLATED = {"--registry", "{reason}", "{advice}", "config", "({date})", "{stage}: {date}, {left}."}


def test_everything_said_has_its_italian() -> None:
    missing = sorted({text for text in said() if text and text not in WORDS} - UNTRANSLATED)
    assert missing == []


def test_a_translation_fills_the_same_names() -> None:
    for english, italian in WORDS.items():
        assert set(re.findall(r"\{(\w+)\}", english)) == set(re.findall(r"\{(\w+)\}", italian)), english


def test_no_translation_is_left_over() -> None:
    assert sorted(set(WORDS) - set(said())) == []
