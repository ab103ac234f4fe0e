"""What strangers send, made up in some hundred ways; `make fuzz` tries them for ten minutes."""

import pytest

from fuzzed import CHECKS, run


@pytest.mark.parametrize("name", CHECKS)
def test_it_holds_of_whatever_comes(name: str) -> None:
    assert run(CHECKS[name], 120) >= 100
