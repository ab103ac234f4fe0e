"""The templates of a file: lists of steps in any form of TOML; what is wrong is told with its place."""

import pytest
import tomli

from clustercalls.planning.templates import BUNDLED, Step
from clustercalls.registry import values
from clustercalls.registry.layout import Layout
from clustercalls.registry.templates import stated
from clustercalls.registry.text import Text

FORMS = (
    '[template]\nbid = [{ id = "draft", working_days = -5 }]\n',
    'template.bid = [{ id = "draft", working_days = -5 }]\n',
    '[[template.bid]]\nid = "draft"\nworking_days = -5\n',
)


def found(text: str) -> tuple[dict[str, tuple[Step, ...]], list[str]]:
    problems: list[object] = []
    made = stated(tomli.loads(text).get("template"), Text("f", Layout(text)), problems)  # type: ignore[arg-type]  # any
    return made, [each.code for each in problems]  # type: ignore[attr-defined]  # problems


@pytest.mark.parametrize("text", FORMS)
def test_in_any_form(text: str) -> None:
    assert found(text) == ({"bid": (Step("draft", -5),)}, [])


@pytest.mark.parametrize(("step", "codes"), [
    ('{ id = "a", working_days = 5 }', ["bad-type"]), ('{ id = "a" }', ["missing-key"]),
    ("{ working_days = -5 }", ["missing-key"]), ('{ id = "a", working_days = -5, day = 1 }', ["unknown-key"]),
    ('{ id = "Go!", working_days = -5 }', ["bad-id"]), ("3", ["bad-type"]),
    ('{ id = "a", working_days = -1 }, { id = "a", working_days = -2 }', ["step-twice"]),
])  # fmt: skip
def test_what_is_wrong(step: str, codes: list[str]) -> None:
    assert found(f"[template]\nbid = [{step}]\n")[1] == codes


def test_those_that_come_with_it_are_sound() -> None:
    for steps in BUNDLED.values():
        assert len({each.id for each in steps}) == len(steps)
        assert all(values.is_identifier(each.id) and each.title for each in steps)
        assert [each.working_days for each in steps] == sorted(each.working_days for each in steps)
        assert steps[-1].working_days == -1  # a day in hand
