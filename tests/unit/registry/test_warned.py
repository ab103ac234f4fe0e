"""Warnings about an entry in which something else is wrong: both are told at once."""

import pytest

from clustercalls.registry import pieces, read

HEAD = '[[call]]\nid = "one"\ntitle = "A call"\n'
CHECKED = "checked = 2031-01-01\n"
SUNDAY = "deadline = 2031-04-06\n"
AFTER = "[[call.stage]]\nkind = 'interview'\nafter = { stage = 'deadline', months = 1 }\n"


def told(text: str) -> list[tuple[str, str]]:
    """The code and field of each problem of an entry with these lines, whatever the order."""
    problems = read.parse(HEAD + text, "calls.toml", {}, warnings=True).problems
    return sorted((each.code, each.place.field) for each in problems)


# what is wrong and its code and field, then what is warned of and its code and field
BOTH = [
    (SUNDAY + "url = 'no'\n", ("bad-address", "url"), ("weekend-deadline", "deadline")),
    (SUNDAY + "tags = 5\n", ("bad-type", "tags"), ("weekend-deadline", "deadline")),
    (SUNDAY + "source = 'x'\n", ("bad-type", "source"), ("weekend-deadline", "deadline")),
    (SUNDAY + "opens = 'soon'\n", ("bad-date", "opens"), ("weekend-deadline", "deadline")),
    (SUNDAY + "at = '25:00'\n", ("bad-time", "at"), ("weekend-deadline", "deadline")),
    (SUNDAY + "deadlin = 5\n", ("unknown-key", "deadlin"), ("weekend-deadline", "deadline")),
    (SUNDAY + "status = 'over'\n", ("bad-status", "status"), ("weekend-deadline", "deadline")),
    (SUNDAY + AFTER + "follows = 'first'\n", ("dangling-stage", "stage.1.follows"), None),
    ("budget = 5\nurl = 'no'\n", ("bad-address", "url"), ("low-budget", "budget")),
    ("currency = 'EURO'\nlinks = [{ url = 0 }]\n", ("bad-type", "links.1.url"), ("odd-currency", "currency")),
    ("url = 'https://a@example.org'\nbudget = 'much'\n", ("bad-type", "budget"), ("user-in-address", "url")),
    ("zone = 'Etc/GMT+2'\nowner = 5\n", ("bad-type", "owner"), ("zone-sign", "zone")),
    ("deadline = 2031-04-07T00:00:00\nnote = 5\n", ("bad-type", "note"), ("due-at-midnight", "deadline")),
    ("deadline = 2031-03-30T02:30:00\nnote = 5\n", ("bad-type", "note"), ("skipped-hour", "deadline")),
    ("opens = 2031-05-05\ndeadline = 2031-04-07\nnote = 5\n", ("bad-type", "note"),
     ("stage-order", "deadline")),
    ("deadline = 2031-04-07\nnote = 5\n[[call.history]]\nstage = 'gone'\nwas = 2031-01-01\n",
     ("bad-type", "note"), ("lost-history", "history.1.stage")),
    (SUNDAY + "note = \"a\\u200bb\"\nurl = 'no'\n", ("bad-address", "url"), ("hidden-character", "note")),
]  # fmt: skip


@pytest.mark.parametrize("piece", [0, pieces.PIECE], ids=["in pieces", "whole"])
@pytest.mark.parametrize(("text", "error", "warning"), BOTH)
def test_an_error_hides_no_warning_about_another_field(
    text: str,
    error: tuple[str, str],
    warning: tuple[str, str] | None,
    piece: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pieces, "PIECE", piece)
    found = told(CHECKED + text)
    assert error in found
    assert warning is None or warning in found


@pytest.mark.parametrize("text", [
    "source = 'x'\n", "sourc = { title = 'x' }\n", "checked = 'soon'\n", "source = { date = 'soon' }\n",
])  # fmt: skip
def test_what_is_wrong_is_not_told_as_missing(text: str) -> None:
    assert len(told(SUNDAY.replace("06", "07") + text)) == 1


@pytest.mark.parametrize("text", [
    CHECKED + "zone = 'Mars'\ndeadline = 2031-03-31T02:30:00\n",
    CHECKED + "deadline = 2031-04-07\n[[call.stage]]\nid = 'First'\nkind = 'interview'\n"
    "[[call.history]]\nstage = 'first'\nwas = 2031-01-01\n",
    CHECKED + "budget = -5\n",
    CHECKED + "deadline = 2031-04-07\n[[call.stage]]\nkind = 'internal'\nafter = { stage = 'no' }\n",
    CHECKED + "deadline = 2031-04-07\nstage = [{ kind = 'dates', days = -5 }, { id = 'x', kind = 'odd' }]\n",
    CHECKED + "stage = [{ id = 'a', kind = 'deadline', after = { stage = 'a', days = 5 } }]\ntags = 5\n",
])  # fmt: skip
def test_no_warning_comes_of_what_is_wrong(text: str) -> None:
    for code, _ in told(text):
        assert code not in {"skipped-hour", "lost-history", "low-budget", "stage-order", "unsourced"}


def test_a_block_that_is_no_toml_hides_no_warning_about_the_others() -> None:
    odd = HEAD.replace("one", "two") + "odd\n"
    found = told(
        CHECKED + SUNDAY + 'note = "a\\u200bb"\nsource = { title = "x",\n date = 2030-01-01 }\n' + odd
    )
    assert [code for code, _ in found] == [
        "broken-toml",
        "hidden-character",
        "newer-toml",
        "weekend-deadline",
    ]
