"""Problems as values: their words in any language, and nothing a file says can pass for words of ours."""

import errno
import re

import pytest

from clustercalls.errors import InputRefused, Place, Refusal, UsageRefused, WorldFailed, outside, problem
from clustercalls.errors.catalogue import CATALOGUE
from clustercalls.errors.kinds import Severity


def test_a_problem_says_what_is_wrong_and_what_to_do() -> None:
    found = problem("bad-rate", Place("calls.toml", 5, "one", "funding.1.rate"), value=750)
    assert found.message == "a rate of 750 % cannot be"
    assert found.hint == "Write a percentage from 0 to 100: rate = 75"
    assert found.severity is Severity.ERROR
    assert found.place.line == 5


def test_advice_is_said_in_the_language_of_the_reader_before_it_is_filled() -> None:
    found = problem("unknown-key", key="deadlin", advice="Did you mean `{near}`?", near="deadline")
    italian = {
        "unknown key `{key}`": "chiave sconosciuta `{key}`",
        "Did you mean `{near}`?": "Forse `{near}`?",
    }
    assert found.worded(lambda text: italian.get(text, text)) == (
        "chiave sconosciuta `deadlin`",
        "Forse `deadline`?",
    )


@pytest.mark.parametrize("key", ["{advice}", "{near}", "{0}", "{", "}", "{key", "{key!r}", "%s"])
def test_what_a_file_says_is_never_filled_in(key: str) -> None:
    found = problem("unknown-key", key=key, advice="Did you mean `{near}`?", near=key)
    assert found.message == f"unknown key `{key}`"
    assert found.hint == f"Did you mean `{key}`?"


def test_warnings_are_those_of_check() -> None:
    severities = {code: kind.severity for code, kind in CATALOGUE.items()}
    assert severities["weekend-deadline"] is Severity.WARNING
    assert severities["bad-date"] is Severity.ERROR


@pytest.mark.parametrize(("refusal", "code"), [(UsageRefused, 2), (InputRefused, 3), (WorldFailed, 4)])
def test_a_refusal_has_its_exit_code(refusal: type[Refusal], code: int) -> None:
    raised = refusal(problem("two-shapes"))
    assert (raised.exit_code, str(raised)) == (code, raised.problem.message)


def test_every_code_reads_as_one_line() -> None:
    for code, kind in CATALOGUE.items():
        assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", code)
        names = re.findall(r"\{(\w+)\}", kind.message + kind.hint)
        found = problem(code, None, **dict.fromkeys(names, "value"))
        for said in (found.message, found.hint):
            assert said.strip(), code
            assert "\n" not in said, code
        assert not kind.message.endswith("."), f"{code}: the hint follows after a full stop"


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("as it is", "as it is"),
        (OSError(errno.EIO, "Input/output error", "/a/path"), "Input/output error"),
        (OSError("its own words"), "its own words"),
        (ValueError("{path} {reason}"), "{path} {reason}"),
        (OSError(errno.EIO, "{path} {reason}"), "{path} {reason}"),
    ],
)
def test_what_others_say_is_told_as_they_say_it(told: object, said: str) -> None:
    assert problem("cannot-write", Place("a"), **outside(told)).message == f"cannot be written: {said}"
