"""`digest` writes one page or sends it; what could not be read is no reason to replace yesterday's."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from clustercalls.cli.options import AsOf, Common, Filters
from clustercalls.cli.tell.digest import Contents, digest
from clustercalls.cli.tell.targets import Sending
from clustercalls.errors import InputRefused, Refusal, UsageRefused
from samples import BAD, SAMPLE

MARCH, NEVER = AsOf("2017-03-01"), AsOf("2030-03-01")
NOWHERE = Sending()
Write = Callable[[str], Path]


def test_a_page_to_the_stream(registry: Write, capfd: pytest.CaptureFixture[str]) -> None:
    common = Common(registry=[registry(BAD)])
    assert digest(Filters(), MARCH, NOWHERE, common, Contents("60d", form="MD", title="Ours")) == 3
    out, err = capfd.readouterr()
    assert out.startswith("# Ours\n")
    assert "Value chains" in out
    assert "unknown-key" in err


@pytest.mark.parametrize(
    ("text", "code", "left"),
    [
        (SAMPLE, 0, ""),
        ("a = [", 3, "yesterday's"),
        (BAD, 3, "yesterday's"),
    ],
)
def test_a_page_that_says_nothing_replaces_and_what_could_not_be_read_does_not(
    registry: Write, tmp_path: Path, text: str, code: int, left: str
) -> None:
    target = tmp_path / "page.txt"
    target.write_text("yesterday's")
    common = Common(registry=[registry(text)])
    assert digest(Filters(kind=["event"]), NEVER, NOWHERE, common, Contents(target=target)) == code
    assert target.read_text() == left


def test_it_is_sent_with_what_could_not_be_read(
    registry: Write, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    common, sending = Common(registry=[registry(BAD)]), Sending(outbox=[tmp_path / "out"])
    assert digest(Filters(), MARCH, sending, common, Contents("60d")) == 3
    (sent,) = (tmp_path / "out").iterdir()
    assert "unknown-key" in json.loads(sent.read_text())["problems"][0]
    assert capfd.readouterr() == ("", "")


def test_nothing_to_say_is_not_sent(registry: Write, tmp_path: Path) -> None:
    sending = Sending(outbox=[tmp_path / "out"])
    assert (
        digest(Filters(kind=["event"]), NEVER, sending, Common(registry=[registry(SAMPLE)]), Contents()) == 0
    )
    assert not (tmp_path / "out").exists()


def test_what_was_not_delivered_is_exit_4(registry: Write) -> None:
    common, sending = Common(registry=[registry(SAMPLE)]), Sending(exec=["false"])
    assert digest(Filters(), MARCH, sending, common, Contents("60d")) == 4


def test_picked_in_that_order_and_once_each(registry: Write, capfd: pytest.CaptureFixture[str]) -> None:
    common = Common(registry=[registry(SAMPLE)])
    assert digest(Filters(), MARCH, NOWHERE, common, Contents(pick="skills, chains,,skil")) == 0
    page = capfd.readouterr().out
    assert page.index("Abilità e competenze") < page.index("Value chains")
    assert page.count("COSME · forecast") == 1


@pytest.mark.parametrize(
    ("contents", "filters", "refusal"),
    [
        (Contents("30d", pick="chains"), Filters(), UsageRefused),
        (Contents(since="7d", pick="chains"), Filters(), UsageRefused),
        (Contents(pick="chains"), Filters(due=True), UsageRefused),
        (Contents(pick=" , "), Filters(), UsageRefused),
        (Contents(pick="chains,nobody"), Filters(), UsageRefused),
        (Contents(pick="bad"), Filters(), InputRefused),
        (Contents("2016"), Filters(), UsageRefused),
        (Contents(since="tomorrow"), Filters(), UsageRefused),
        (Contents(form="json"), Filters(), UsageRefused),
        (Contents(target=Path("../calls.toml")), Filters(), UsageRefused),
    ],
)
def test_what_cannot_be_meant(
    registry: Write, contents: Contents, filters: Filters, refusal: type[Refusal]
) -> None:
    path = registry(BAD)
    with pytest.raises(refusal):
        digest(filters, MARCH, NOWHERE, Common(registry=[path]), contents)
    assert path.read_text() == BAD


def test_the_example_is_shown_and_never_sent(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    december = AsOf("2016-12-15")
    assert digest(Filters(), december, NOWHERE, Common(), Contents()) == 0
    assert capfd.readouterr().out
    with pytest.raises(InputRefused):
        digest(Filters(), december, Sending(outbox=[tmp_path / "out"]), Common(), Contents())
