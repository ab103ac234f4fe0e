"""Every text that is said to people has its translation, and English pays for none."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Message

import translations
from clustercalls import i18n
from clustercalls.errors import SAID, Place, either, outside, problem
from clustercalls.i18n import ENGLISH, LANGUAGES, language, preferred
from clustercalls.registry import read
from conftest import ROOT

BAD = sorted((ROOT / "tests" / "registry" / "bad").glob("*/*.toml"))
ITALIAN = language("it")
SOURCES = {translations.code_of(each): each for each in translations.sources()}
EACH = pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)


def messages(source: Path) -> list[Message]:
    return [each for each in translations.read(source) if each.id]


def words(source: Path) -> dict[str, str]:
    return {str(each.id): str(each.string or "") for each in messages(source)}


WORDS = words(SOURCES["it"])


def test_every_language_but_english_has_a_catalogue() -> None:
    assert {"en", *SOURCES} == set(LANGUAGES)
    assert [language(code).code for code in LANGUAGES] == [*LANGUAGES]


@EACH
def test_everything_said_has_its_translation(source: Path) -> None:
    translated = {english for english, own in words(source).items() if own}
    assert sorted(translations.wanted() - translated) == []


def test_nothing_said_is_glued_together() -> None:
    assert [each for each in translations.found() if each.glued] == []


@EACH
def test_no_translation_is_left_over(source: Path) -> None:
    assert sorted(set(words(source)) - translations.said()) == []


@EACH
def test_no_translation_is_empty_or_fuzzy(source: Path) -> None:
    assert [each.id for each in messages(source) if not each.string or each.fuzzy] == []


@EACH
def test_a_catalogue_is_as_make_texts_writes_it(source: Path) -> None:
    written = translations.written(translations.read(source), translations.code_of(source))
    assert written == source.read_text("utf-8")


@EACH
def test_a_translation_fills_the_same_names(source: Path) -> None:
    for english, own in words(source).items():
        assert set(re.findall(r"\{(\w+)\}", english)) == set(re.findall(r"\{(\w+)\}", own)), english


@EACH
def test_a_translation_ends_as_its_text_does(source: Path) -> None:
    for english, own in words(source).items():
        assert re.findall(r"[.:?]?$", own)[0] == re.findall(r"[.:?]?$", english)[0], english


# Texts that are about something else: keys as they are typed, and our words in another of their meanings.
OTHERWISE = {
    "It is text on one line, as the server was told it.",
    "Only zone, currency, language and source have defaults: put it into each entry.",
    "Write FIELD=HEADING: deadline=Fine.",
    "Write opens {first} and deadline {last}, each for itself.",
}


def glossary() -> dict[str, tuple[str, ...]]:
    """The words of the table in CONTRIBUTING.md, each with the beginnings of what it may be in Italian."""
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in (ROOT / "CONTRIBUTING.md").read_text().splitlines()
        if line.count("|") == 6
    ]
    pairs = [pair for row in rows[2:] for pair in (row[:2], row[3:])]
    return {
        english: tuple(each[:-1] for each in italian.split(", "))
        for said, italian in pairs
        for english in said.split(", ")
    }


@pytest.mark.parametrize("english", sorted(glossary()))
def test_one_word_of_ours_is_one_word_in_italian(english: str) -> None:
    typed = r"`[^`]*`|\{\w+\}|\[\[.*?\]\]|clustercalls set.*|--\S+.*|\w+ = .*|\"[^\"]*\"|with set: .*"
    texts = {
        text: italian
        for text, italian in WORDS.items()
        if text not in OTHERWISE and re.search(rf"\b{english}\b", re.sub(typed, "", text), re.IGNORECASE)
    }
    assert texts, "no text has it"
    assert {
        text: italian
        for text, italian in texts.items()
        if not any(each in italian.casefold() for each in glossary()[english])
    } == {}


def test_italian_speaks_to_one_person() -> None:
    """An infinitive that opens a sentence, or joins one, tells nobody to do it."""
    infinitive = (
        r"(?:^|[.;:] |\bo |\boppure )"
        r"(?!(?:Errore|Elenco)\b)[A-Z]?[a-z]{2,}(?:are|ere|ire|ar[lng][aeio]|er[lng][aeio]|ir[lng][aeio])\b"
    )
    sentences = {text: said for text, said in WORDS.items() if text[0].isupper()}
    assert {text for text, said in sentences.items() if re.search(infinitive, said)} == set()


@EACH
def test_what_is_compiled_says_what_the_catalogue_says(source: Path) -> None:
    t = language(translations.code_of(source))
    assert {english: t(english) for english in words(source)} == words(source)


def test_no_text_is_said_as_no_text() -> None:
    assert [language(code)("") for code in LANGUAGES] == [""] * len(LANGUAGES)


def test_what_has_no_translation_stays_english() -> None:
    assert ITALIAN("{count} sheep", count=3) == "3 sheep"


def test_a_catalogue_that_is_not_there_leaves_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(i18n, "LOCALE", str(tmp_path))
    assert language.__wrapped__("it") is ENGLISH


# typer imports gettext itself, so what is asked is all the rest.
SPEAKS = """
import sys
from clustercalls import config, i18n
from clustercalls.registry import read
from clustercalls.render import answer, digest, reminders, text
from clustercalls.calendar import component
i18n.language("en")("{days} days", days=3)
print("gettext" in sys.modules)
i18n.language("it")("today")
print("gettext" in sys.modules)
"""


def test_english_imports_no_gettext() -> None:
    spoken = subprocess.run([sys.executable, "-c", SPEAKS], capture_output=True, text=True, check=True)
    assert spoken.stdout.split() == ["False", "True"]


def test_make_texts_puts_in_and_takes_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said = translations.said() - {"tomorrow"} | {"{count} new sheep."}
    monkeypatch.setattr(translations, "said", lambda: said)
    lines = translations.written(translations.read(SOURCES["it"]), "it").splitlines()
    assert lines[lines.index('msgid "{count} new sheep."') + 1] == 'msgstr ""'
    assert 'msgid "tomorrow"' not in lines
    assert lines[lines.index('msgid "today"') + 1] == 'msgstr "oggi"'


@pytest.mark.parametrize(
    ("locale", "code"),
    [("it_IT.UTF-8", "it"), ("it", "it"), ("it@euro", "it"), ("en_GB", "en"), ("ita", "en"), ("xx_XX", "en")],
)
def test_the_locale_chooses_a_language(locale: str, code: str) -> None:
    assert preferred({"LC_ALL": "", "LANG": locale}) == code


@pytest.mark.parametrize("path", BAD, ids=lambda each: f"{each.parent.name}/{each.stem}")
def test_every_problem_of_a_registry_is_said_in_italian(path: Path) -> None:
    for each in read.load((path,), warnings=True).problems:
        for name, value in each.values:
            if name in SAID and translations.has_words(value):
                assert value in WORDS, (each.code, name)
        assert "{" not in "".join(each.worded(ITALIAN)).replace("{ ", "").replace("{…", "")


def test_what_a_person_wrote_is_never_translated_nor_filled() -> None:
    kept = problem(
        "unknown-value", Place(), option="--tag", value="open", advice="Known: {known}.", known="{value}"
    )
    assert kept.worded(ITALIAN) == ("--tag open: nessuna voce ha questo valore", "Valori noti: {value}.")
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
