"""Which audience a name means."""

import pytest

from clustercalls.audiences import Audience
from clustercalls.cli.tell.audience_names import audience_named
from clustercalls.errors import UsageRefused

EVERY = {"members": Audience(title="For members"), "office": Audience(internal=True)}


def test_an_audience_is_meant_by_its_name() -> None:
    assert audience_named("office", EVERY) is EVERY["office"]


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
        audience_named(name, every)
    told = refused.value.problem
    values = dict(told.values)
    assert (told.code, values["advice"]) == ("unknown-audience", advice)
    assert values["known"] == ", ".join(every)
