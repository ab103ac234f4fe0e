"""`schema` writes the document of the registry's shape, and refuses wrong options as others do."""

import pytest

from clustercalls.cli.house.schema import schema
from clustercalls.cli.options import Common
from clustercalls.errors import UsageRefused
from clustercalls.registry.schema import document


def test_it_is_the_document_itself(capfd: pytest.CaptureFixture[str]) -> None:
    assert schema(Common(lang="it")) == 0
    assert capfd.readouterr().out == document()


def test_a_language_that_is_none_is_refused(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(UsageRefused):
        schema(Common(lang="xx"))
    assert capfd.readouterr().out == ""
