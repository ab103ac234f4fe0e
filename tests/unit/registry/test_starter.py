"""The registry to start from: sound as it is, whoever reads it, and nobody's deadline."""

import pytest
import tomli

from clustercalls.i18n import LANGUAGES, language
from clustercalls.registry.starter import SCHEMA_FILE, WIDE, starter

EACH = pytest.mark.parametrize("code", LANGUAGES)


@EACH
@pytest.mark.parametrize("schema", [True, False])
def test_it_holds_settings_alone_and_names_a_schema_only_when_asked(code: str, *, schema: bool) -> None:
    said = starter("mine-1", language(code), schema=schema)
    assert tomli.loads(said) == {
        "schema": 1,
        "name": "mine-1",
        "defaults": {"zone": "Europe/Brussels", "currency": "EUR"},
    }
    assert said.startswith(f"#:schema {SCHEMA_FILE}\n") is schema


@EACH
def test_no_line_is_longer_than_one_reads(code: str) -> None:
    assert max(map(len, starter("mine-1", language(code), schema=True).splitlines())) <= WIDE + len("# ")
