"""`remind` tells once what is due, in each form, and goes on asking for what an entry had that is gone."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from clustercalls.cli.options import AsOf, Common, Filters
from clustercalls.cli.tell.remind import remind
from clustercalls.cli.tell.targets import Sending
from clustercalls.errors import InputRefused, UsageRefused
from samples import BAD, SAMPLE

DUE, NOWHERE, EVERY = AsOf("2017-03-28"), Sending(), Filters()
Write = Callable[[str], Path]


@pytest.fixture
def told(registry: Write, capfd: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """The exit code, and what was told of a text on both streams."""

    def told(
        text: str = SAMPLE,
        form: str = "plain",
        filters: Filters = EVERY,
        **options: bool,
    ) -> tuple[int, str, str]:
        code = remind(filters, DUE, NOWHERE, Common(registry=[registry(text)]), form, **options)  # type: ignore[arg-type]
        return code, *capfd.readouterr()

    return told


Told = Callable[..., tuple[int, str, str]]


def test_once(told: Told) -> None:
    assert "Value chains" in told(dry_run=True)[1]
    assert "Value chains" in told()[1]
    assert told() == (0, "", "")
    assert "Value chains" in told(anew=True)[1]


@pytest.mark.parametrize(
    ("form", "start"), [("plain", ""), ("md", "## "), ("html", "<!DOCTYPE html>"), ("JSON", '[{"key":')]
)
def test_in_each_form(told: Told, form: str, start: str) -> None:
    code, out, err = told(BAD, form)
    assert (code, out.startswith(start)) == (3, True)
    assert "Value chains" in out
    assert ("unknown-key" in out, "unknown-key" in err) == (form != "JSON", form == "JSON")


def test_json_is_a_list_of_records(told: Told) -> None:
    assert [each["id"] for each in json.loads(told(form="json")[1])] == ["chains"]


def test_it_goes_on_asking_for_what_the_last_entry_had(told: Told) -> None:
    only = Filters(owner=["Ada"])
    assert "Value chains" in told(filters=only)[1]
    nobody = SAMPLE.replace('owner = "Ada"\n', "")
    told(nobody, filters=only)  # who was told of it goes on asking
    with pytest.raises(UsageRefused):
        told(nobody, filters=Filters(owner=["Eve"]))
    told(BAD, filters=Filters(owner=["Eve"]))  # the broken one may be hers: that is what is to be told


def test_a_refusal_says_why_nothing_could_be_read(told: Told, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(UsageRefused):
        told("a = [", filters=Filters(kind=["grant"]))
    assert "broken-toml" in capfd.readouterr().err


def test_what_was_not_delivered_is_exit_4_and_tried_again(registry: Write, tmp_path: Path) -> None:
    common, way = Common(registry=[registry(SAMPLE)]), tmp_path / "out"
    way.write_text("a file in the way")
    sending = Sending(outbox=[way])
    assert remind(Filters(), DUE, sending, common) == 4
    way.unlink()
    assert remind(Filters(), DUE, sending, common) == 0
    assert [each.name.partition("@")[0] for each in way.iterdir()] == ["chains"]


def test_a_schedule_is_printed_and_nothing_told(registry: Write, capfd: pytest.CaptureFixture[str]) -> None:
    asked = (Filters(), DUE, NOWHERE, Common(registry=[registry(SAMPLE)]))
    assert remind(*asked, schedule="CRON", daily="6:00") == 0
    assert capfd.readouterr().out.startswith("0 6 * * * ")
    with pytest.raises(UsageRefused):
        remind(*asked, schedule="at")
    assert not list((Path.home() / ".local").rglob("*.json"))


def test_the_example_is_not_watched() -> None:
    with pytest.raises(InputRefused):
        remind(Filters(), DUE, NOWHERE, Common())
