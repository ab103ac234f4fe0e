"""`show` writes one entry's page, in the form and on the clock that are asked for."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from clustercalls.cli.look.show import show
from clustercalls.cli.options import AsOf, Common
from clustercalls.errors import UsageRefused
from clustercalls.render.entry_page import WIDEST
from samples import BAD, SAMPLE

MARCH = AsOf("2017-03-01")


def test_a_page_is_never_wider_than_people_read(
    registry: Callable[[str], Path], capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    common = Common(registry=[registry(SAMPLE.replace("Value chains", "Value chains " * 30))])
    pages = {}
    for columns in ("40", "1000"):
        monkeypatch.setenv("COLUMNS", columns)
        assert show("chains", MARCH, common) == 0
        pages[columns] = max(map(len, capfd.readouterr().out.splitlines()))
    assert pages["40"] < pages["1000"] <= WIDEST


def test_json_of_an_entry_and_exit_3_where_another_is_broken(
    registry: Callable[[str], Path], capfd: pytest.CaptureFixture[str]
) -> None:
    assert show("chai", MARCH, Common(registry=[registry(BAD)]), "JSON", "UTC") == 3
    assert json.loads(capfd.readouterr().out)["id"] == "chains"


@pytest.mark.parametrize(
    "wrong", [("chains", "xml", ""), ("chains", "plain", "Europe/Roma"), ("nobody", "plain", "")]
)
def test_what_cannot_be_meant(registry: Callable[[str], Path], wrong: tuple[str, str, str]) -> None:
    name, form, zone = wrong
    with pytest.raises(UsageRefused):
        show(name, MARCH, Common(registry=[registry(SAMPLE)]), form, zone)
