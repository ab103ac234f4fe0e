"""The log of `remind` is read and never written; what goes with it is asked first."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clustercalls.cli.options import AsOf, Common, Filters
from clustercalls.cli.tell.log import tell_log
from clustercalls.cli.tell.remind import remind
from clustercalls.cli.tell.targets import Sending
from clustercalls.errors import UsageRefused
from samples import SAMPLE

Write = Callable[[str], Path]


def test_what_was_told_of_one_entry_or_of_all(registry: Write, capfd: pytest.CaptureFixture[str]) -> None:
    common = Common(registry=[registry(SAMPLE)])
    for name in ("", "chains"):
        assert tell_log(name, "plain", common, is_asked=True, is_alone=True) == 0
    assert capfd.readouterr() == ("", "")
    assert not list((Path.home() / ".local").rglob("*.json"))
    remind(Filters(), AsOf("2017-03-28"), Sending(), common)
    capfd.readouterr()
    for name in ("", "chains"):
        assert tell_log(name, "plain", common, is_asked=True, is_alone=True) == 0
        assert "chains/" in capfd.readouterr().out


@pytest.mark.parametrize(
    ("is_asked", "is_alone", "code"),
    [(False, True, "wants-log"), (False, False, "wants-log"), (True, False, "not-together")],
)
def test_what_goes_with_it(is_asked: bool, is_alone: bool, code: str) -> None:
    with pytest.raises(UsageRefused) as refused:
        tell_log("one", "plain", Common(), is_asked=is_asked, is_alone=is_alone)
    assert refused.value.problem.code == code
