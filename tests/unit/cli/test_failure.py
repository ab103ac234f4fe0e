"""What a command failed of: its exit code, and its one line in the language of the arguments."""

import pytest

from clustercalls.cli import output
from clustercalls.cli.failure import exit_code_of
from clustercalls.errors import InputRefused, ReaderLeft, UsageRefused, WorldFailed, problem

REFUSED = UsageRefused(problem("no-pick"))


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (REFUSED, 2, "no-pick: "),
        (InputRefused(problem("wants-registry")), 3, "wants-registry: "),
        (WorldFailed(problem("output-failed", reason="full")), 4, "output-failed: "),
        (output.Abandoned(), 130, ""),
        (output.ReaderGone(), 141, ""),
        (ReaderLeft(), 141, ""),
        (PermissionError(13, "Permission denied", "/a/b"), 4, "/a/b: system-refused: "),
        (OSError(5, "Input/output error", b"/a/\xff"), 4, "/a/\\udcff: system-refused: "),
        (OSError(18, "Invalid cross-device link", "/a", None, "/b"), 4, "/b: system-refused: "),
        (BlockingIOError(11, "Resource temporarily unavailable"), 4, "system-refused: "),
        (BrokenPipeError(32, "Broken pipe"), 4, "system-refused: "),  # not of our own output, which says so
        (FileNotFoundError(2, "No such file or directory"), 4, ".: system-refused: "),
        (ZeroDivisionError("by nothing"), 70, "bug: ZeroDivisionError: by nothing. "),
    ],
)
def test_every_failure_has_its_code(
    error: Exception, code: int, said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert exit_code_of(error, ["upcoming"]) == code
    told = capfd.readouterr().err
    assert told.startswith(said)
    assert told.count("\n") == bool(said)


@pytest.mark.parametrize(
    ("arguments", "locale", "said"),
    [
        (["--lang", "it"], "C", "--pick non indica"),
        (["--lang=it"], "C", "--pick non indica"),
        (["--lang", "en"], "it_IT.UTF-8", "--pick names"),
        (["it", "--lang"], "C", "--pick names"),
        ([], "it_IT.UTF-8", "--pick non indica"),
    ],
)
def test_it_is_said_in_the_language_that_was_asked_for(
    arguments: list[str],
    locale: str,
    said: str,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LANG", locale)
    exit_code_of(REFUSED, arguments)
    assert said in capfd.readouterr().err
