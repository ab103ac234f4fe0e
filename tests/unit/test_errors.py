"""Problems as values: their words, their severity, and the exit codes of refusals."""

import re

import pytest

from clustercalls.errors import (
    CATALOGUE,
    InputRefused,
    Place,
    Problem,
    Refusal,
    Severity,
    UsageRefused,
    WorldFailed,
    problem,
)


def test_a_problem_says_what_is_wrong_and_what_to_do() -> None:
    found = problem("end-before-start", Place("calls.toml", 7, "a", "ends"), when="2017-04-04", until=2016)
    assert found.message == "it ends (2016) before it starts (2017-04-04)"
    assert found.hint == "Swap the two, or mend one."
    assert found.severity is Severity.ERROR
    assert found.kind is CATALOGUE["end-before-start"]
    assert found.place == Place("calls.toml", 7, "a", "ends")
    assert found == Problem("end-before-start", found.place, (("when", "2017-04-04"), ("until", "2016")))


def test_a_hint_is_filled_too() -> None:
    assert problem("unknown-id", id="x", advice="Did you mean y?").hint == "Did you mean y?"


def test_a_problem_without_a_place_is_nowhere() -> None:
    assert problem("two-shapes").place == Place("", 0, "", "")


def test_braces_in_a_value_stay_braces() -> None:
    assert "{nothing}" in problem("bad-id", value="{nothing}").message


@pytest.mark.parametrize(
    "code",
    ["weekend-deadline", "stage-order", "unsourced", "doubled-hour", "skipped-hour", "zone-season",
     "open-with-date"],
)  # fmt: skip
def test_what_is_only_told_by_check(code: str) -> None:
    assert CATALOGUE[code].severity is Severity.WARNING


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_every_code_reads_as_one_line(code: str) -> None:
    kind = CATALOGUE[code]
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code)
    for text in (kind.message, kind.hint):
        names = set(re.findall(r"\{(\w+)\}", text.replace("{{", "").replace("}}", "")))
        said = text.format(**dict.fromkeys(names, "value"))
        assert said.strip()
        assert "\n" not in said
    assert not kind.message.endswith("."), "the hint follows after a full stop"


@pytest.mark.parametrize(("refusal", "code"), [(UsageRefused, 2), (InputRefused, 3), (WorldFailed, 4)])
def test_a_refusal_is_an_exit_code_and_a_problem(refusal: type[Refusal], code: int) -> None:
    raised = refusal(problem("bad-moment", value="never"))
    assert raised.exit_code == code
    assert raised.problem.code == "bad-moment"
    assert str(raised) == "`never` is no moment"
