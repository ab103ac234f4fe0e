"""Whom a page to send is for, and what of a registry is for them."""

from pathlib import Path

import pytest

from audiences import CALLS
from builders import at
from clustercalls.cli.begin import context_of
from clustercalls.cli.options import Common, Filters
from clustercalls.cli.tell.addressed import Addressed, addressed
from clustercalls.errors import UsageRefused
from clustercalls.model import Registry
from clustercalls.query.outward import OTHERS
from clustercalls.registry.read import load

DAY = at("2027-02-01")


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    path = tmp_path / "calls.toml"
    path.write_text(CALLS)
    return load((path,))


def of(name: str, registry: Registry, *, lang: str = "", internal: bool = False) -> Addressed:
    return addressed(name, registry, context_of(Common(lang=lang)), lang=lang, internal=internal)


def test_a_page_is_in_the_first_language_of_its_audience_unless_another_is_typed(registry: Registry) -> None:
    assert of("members", registry).t.code == "it"
    assert of("members", registry, lang="en").t.code == "en"
    assert of("office", registry).t.code == "en"


def test_everybody_is_told_what_others_may_know_and_we_all(registry: Registry) -> None:
    assert of("", registry).may == OTHERS
    assert of("", registry, internal=True).may.internal
    assert of("office", registry).may.internal
    assert not of("members", registry).may.internal


def test_a_title_of_an_audience_has_the_day(registry: Registry) -> None:
    assert of("members", registry, lang="en").title(DAY) == "For members, Mon 1 Feb 2027"
    assert of("", registry).title(DAY) == ""


def test_what_was_asked_for_is_said_as_it_is_typed(registry: Registry) -> None:
    typed = Filters(programme=["LIFE"])
    assert of("members", registry).named(typed) == "--audience members --programme LIFE"
    assert of("", registry).named(typed) == "--programme LIFE"


def test_an_audience_has_its_own_and_filters_narrow_them(registry: Registry) -> None:
    chosen, _ = of("members", registry).selection(registry, Filters(), DAY)
    assert {"smes"} <= {tag for each in chosen.entries for tag in each.tags}
    assert all("smes" in each.tags for each in chosen.entries)
    everything, _ = of("", registry).selection(registry, Filters(), DAY)
    assert everything is registry


def test_an_audience_that_is_not_there_is_refused(registry: Registry) -> None:
    with pytest.raises(UsageRefused):
        of("membrs", registry)
