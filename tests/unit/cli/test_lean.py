"""msgspec and pathlib without what they do not need, in a process of its own: here all is there already."""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from clustercalls.cli.lean import Later

SHOW = "print('msgspec' in sys.modules, 'inspect' in sys.modules, 'typing_extensions' in sys.modules)"
LEAN = "from clustercalls.cli.lean import import_msgspec; import_msgspec()"
SCHEMA = "msgspec.json.schema(msgspec.defstruct('S', ['a'], namespace={'__doc__': '  x'}))['$defs']"
HEAVY = ("platform", "textwrap", "urllib.parse", "msgspec.inspect", "msgspec._json_schema")


def run(body: str) -> str:
    done = subprocess.run(
        [sys.executable, "-S", "-c", f"import sys; {body}"], capture_output=True, check=True
    )
    return done.stdout.decode().strip()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"{LEAN}; {SHOW}", "True False False"),
        (f"import msgspec; {LEAN}; {SHOW}", "True True True"),
        (f"{LEAN}; import typing_extensions; typing_extensions.TypedDict; {SHOW}", "True True True"),
    ],
    ids=["alone", "too late", "wanted afterwards"],
)
def test_msgspec_alone(body: str, expected: str) -> None:
    done = subprocess.run([sys.executable, "-c", f"import sys; {body}"], capture_output=True, check=True)
    assert done.stdout.decode().strip() == expected


def lean(body: str) -> str:
    paths = [each for each in sys.path if each]
    return run(f"sys.path[:] = {paths!r}; {LEAN}; {body}")


@pytest.mark.parametrize("name", HEAVY)
def test_what_they_import_for_some_of_their_functions_is_not_loaded_nor_hidden(name: str) -> None:
    assert lean(f"print({name!r} in sys.modules)") == "False"
    assert lean(f"import {name}; print(sys.modules[{name!r}].__file__)").endswith(".py")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("from pathlib import Path; print(Path('/a b').as_uri())", Path("/a b").as_uri()),
        ("import uuid; print(uuid.UUID(int=7).int, len(str(uuid.uuid1())))", "7 36"),
        (f"import msgspec; print({SCHEMA}['S']['description'])", "x"),
        (
            "import msgspec; print(msgspec.inspect.type_info(int))",
            "IntType(gt=None, ge=None, lt=None, le=None, multiple_of=None)",
        ),
        ("import platform, os; print(platform.system() == os.uname().sysname)", "True"),
    ],
    ids=["an address of a path", "an id", "a schema", "a type", "a system"],
)
def test_their_functions_work_as_ever(body: str, expected: str) -> None:
    assert lean(body) == expected


def test_what_comes_later_is_the_real_one_but_for_what_is_known() -> None:
    later = Later("textwrap", wrap=len)
    assert later.dedent is textwrap.dedent
    assert later.wrap is len
    with pytest.raises(AttributeError, match="__path__"):
        later.__path__  # noqa: B018 - as the import system asks
