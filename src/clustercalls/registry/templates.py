"""The templates of steps that a registry has: its table `[template]`, a list of steps by name."""

from typing import Any

from msgspec import Struct, ValidationError, convert

from clustercalls.errors import Problem
from clustercalls.planning.templates import Templates
from clustercalls.registry import values
from clustercalls.registry.text import Text
from clustercalls.tables.findings import Finding, shown

KEY = "template"


class _File(Struct, forbid_unknown_fields=True):
    """What of a file holds them."""

    template: Templates = {}


def stated(
    raw: Any,  # noqa: ANN401 - whatever the file holds
    text: Text,
    problems: list[Problem],
) -> Templates:
    """Those that a file states; one that is wrong is told, and is not among them."""
    every = raw if isinstance(raw, dict) else {"": raw}
    templates: Templates = {}
    for name, steps in every.items():
        one = {KEY: {name: steps} if isinstance(raw, dict) else raw}
        try:
            templates |= convert(one, _File).template
        except ValidationError:
            from clustercalls.registry.wording import words_of
            from clustercalls.tables.diagnose import diagnose

            problems += map(text.top, diagnose(one, _File, words_of(KEY), KEY))
    for name, steps in templates.items():
        for number, step in enumerate(steps):
            if not values.is_identifier(step.id):
                near = values.near_identifier(step.id) or "draft"
                filling = {"value": shown(step.id), "near": near}
                problems.append(text.top(Finding("bad-id", (KEY, name, number, "id"), filling)))
        names = [each.id for each in steps]
        twice = next((each for each in names if names.count(each) > 1), "")
        if twice:
            problems.append(
                text.top(Finding("step-twice", (KEY, name), {"name": shown(name), "step": shown(twice)}))
            )
    return templates
