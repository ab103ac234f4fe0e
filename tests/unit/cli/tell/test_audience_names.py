"""Which audience a name means."""

import pytest

from clustercalls.audiences import Audience
from clustercalls.cli.tell.audience_names import audience_named
from clustercalls.errors import InputRefused, Place, UsageRefused, problem
from clustercalls.model import Registry

EVERY = {"members": Audience(title="For members"), "office": Audience(internal=True)}


def of(every: dict[str, Audience], *wrong: str) -> Registry:
    problems = tuple(problem("no-title", Place("calls.toml", 2, each)) for each in wrong)
    return Registry((), problems, (), "UTC", audiences=every)


def test_an_audience_is_meant_by_its_name() -> None:
    assert audience_named("office", of(EVERY), {"office": Audience()}) is EVERY["office"]
    assert audience_named("board", of({}), {"board": EVERY["office"]}) is EVERY["office"]


@pytest.mark.parametrize(
    ("name", "every", "advice"),
    [
        ("membrs", EVERY, "Did you mean {near}? There are: {known}."),
        ("zzz", EVERY, "There are: {known}."),
        ("members", {}, "Write its table first: clustercalls publish DIR prints one."),
    ],
)
def test_one_that_is_not_there_is_refused_with_what_may_be_meant(
    name: str, every: dict[str, Audience], advice: str
) -> None:
    with pytest.raises(UsageRefused) as refused:
        audience_named(name, of(every), {})
    told = refused.value.problem
    values = dict(told.values)
    assert (told.code, values["advice"]) == ("unknown-audience", advice)
    assert values["known"] == ", ".join(every)


@pytest.mark.parametrize("of_config", [{}, {"members": Audience()}])
def test_one_whose_table_is_broken_is_not_unknown(of_config: dict[str, Audience]) -> None:
    """Nor is that of the config meant, which the registry's would win over."""
    with pytest.raises(InputRefused) as refused:
        audience_named("members", of(EVERY, "soil", "[audience.members]"), of_config)
    assert (refused.value.problem.code, refused.value.problem.place.line) == ("broken-audience", 2)


@pytest.mark.parametrize(
    ("wrong", "is_ours"),
    [("", True), ("soil", False), ("[audience.board]", False)],
)
def test_where_something_could_not_be_read_it_may_be_there(wrong: str, *, is_ours: bool) -> None:
    with pytest.raises(InputRefused if is_ours else UsageRefused) as refused:
        audience_named("zzz", of(EVERY, wrong), {})
    assert refused.value.problem.code == "unknown-audience"
    assert ("above" in dict(refused.value.problem.values)["advice"]) is is_ours
    with pytest.raises(UsageRefused):
        audience_named("membrs", of(EVERY, wrong), {})  # is one that is there
