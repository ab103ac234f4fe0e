"""msgspec without typing_extensions, in a process of its own: here both are there already."""

import subprocess
import sys

import pytest

SHOW = "print('msgspec' in sys.modules, 'inspect' in sys.modules, 'typing_extensions' in sys.modules)"
LEAN = "from clustercalls.cli.lean import import_msgspec; import_msgspec()"


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
