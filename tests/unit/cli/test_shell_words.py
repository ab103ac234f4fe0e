"""The words of a shell's line, and texts that bash takes as they are meant: asked of bash itself."""

import shutil
import subprocess

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from clustercalls.cli.shell_words import (
    Typed,
    fits,
    for_bash,
    glued,
    is_bare,
    kept_by_bash,
    split,
    word,
)
from clustercalls.harmful import FILLERS


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("", [""]),
        ("cc show ", ["cc", "show", ""]),
        ("cc  show\tch", ["cc", "show", "ch"]),
        ("cc 'a b' \"c d\" e\\ f", ["cc", "a b", "c d", "e f"]),
        ("cc 'it'\\''s' \"a\\\"b\\$c\\d\"", ["cc", "it's", 'a"b$c\\d']),
        ("cc '' ", ["cc", "", ""]),
        ("cc 'a b", ["cc", "a b"]),
        ("cc Horizon\\", ["cc", "Horizon"]),
    ],
)
def test_words_stand_for_their_texts(line: str, texts: list[str]) -> None:
    assert [each.text for each in split(line)] == texts


def test_fish_quotes_within_single_quotes() -> None:
    assert [each.text for each in split("cc 'it\\'s \\\\ a\\b' x", fish=True)] == ["cc", "it's \\ a\\b", "x"]
    assert word("\\x41", fish=True).acts
    assert not word("a\\ b", fish=True).acts


@pytest.mark.parametrize(
    "raw", ["$x", '"$x', "`x", '"`x', "a;b", "a|b", "(a", "{a", "a*", "~x", "!x", '"!x', "a b"]
)
def test_what_acts_as_it_is_typed_is_known(raw: str) -> None:
    assert word(raw).acts


@pytest.mark.parametrize("raw", ["'$x`;|'", '"a;b"', "\\$x", "a.b_c:d@e+f-g=h/i,j", "é–€", "'a", '"a\\$b'])
def test_what_is_quoted_does_not(raw: str) -> None:
    assert not word(raw).acts


@pytest.mark.parametrize(
    ("pieces", "line"),
    [
        (["cc", "-t", "SMP", ":", "COS"], "cc -t SMP:COS"),
        (["cc", "--tag", "=", "so"], "cc --tag=so"),
        (["cc", "-t", "SMP", ":", ""], "cc -t SMP: "),
        (["cc", "show", ""], "cc show "),
        ([], ""),
    ],
)
def test_what_bash_parts_is_joined(pieces: list[str], line: str) -> None:
    assert glued(pieces) == line


@pytest.mark.parametrize(
    ("raw", "kept"),
    [("SMP:COS", "SMP:"), ("--tag=a:b", "--tag=a:"), ("SMP\\:COS", ""), ("'SMP:C", "'"), ("x:'a b", "x:'")],
)
def test_what_bash_keeps_of_a_word(raw: str, kept: str) -> None:
    assert kept_by_bash(word(raw)) == kept


@pytest.mark.parametrize(
    "text", ["a\x1bb", "a\nb", "a\tb", "a\u202eb", "a\u200bb", "a\x9bb", "a\u00a0b", "a\u034fb"]
)
def test_what_is_not_to_be_seen_does_not_fit(text: str) -> None:
    assert not fits(text)
    assert fits(text[0])


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_what_fits_is_printable_and_what_is_bare_is_known_by_name(text: str) -> None:
    assert not fits(text) or text.isprintable()
    assert not is_bare(text) or all(each.isalnum() or each in "._:@+-=/," for each in text)


SIGNS = st.sampled_from([chr(each) for each in range(0x20, 0x7F)])
OTHERS = st.characters(codec="utf-8", categories=("L", "N", "P", "S"), exclude_characters=FILLERS)
PRINTABLE = st.text(SIGNS | OTHERS, min_size=1, max_size=20)


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
@given(st.lists(PRINTABLE, min_size=20, max_size=20), st.sampled_from(["", "'", '"', "x:", "x:'"]))
@example(["''", "a'", "a''", "''a'''", "'\\"], "'")
@example(["''", "a'", "a''", "''a'''"], "")
@example(['""', 'a"', 'a""', '""a"""', '"\\'], '"')
@settings(max_examples=40, deadline=None)
def test_bash_reads_what_it_is_given_as_the_text_that_was_meant(texts: list[str], kept: str) -> None:
    before = word(kept)
    texts = [before.text + each for each in texts if before.quote != '"' or "!" not in each]
    typed = Typed(kept, before.text, before.quote)
    closed = [
        kept + each + ("" if each.endswith(before.quote) else before.quote)  # as bash does
        for text in texts
        for each in for_bash([text], typed, kept)
    ]
    script = f"printf '%s\\0' {' '.join(closed)}" if closed else ":"
    ran = subprocess.run(["bash", "-c", script], capture_output=True, check=True, env={"LC_ALL": "C.UTF-8"})
    assert ran.stdout.decode().split("\0")[:-1] == texts


def test_what_bash_types_first_never_ends_within_a_quoting() -> None:
    typed = word("a")
    assert for_bash(["a b", "a;c"], typed, "") == ["'a b'", "'a;c'"]
    assert for_bash(["a bc", "a bd"], typed, "") == ["a\\ bc", "a\\ bd"]
    assert for_bash([], typed, "") == []


def test_nothing_is_put_behind_what_acts_or_what_bash_does_not_keep() -> None:
    assert for_bash(["$(x)"], word("$("), "") == []
    assert for_bash(["ab"], word("a"), "b") == []
