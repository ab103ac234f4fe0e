"""The registry that `init` makes: every text of it is said, and once."""

import tomli

from clustercalls.i18n import language
from clustercalls.registry.starter import TEXTS, starter


def test_every_text_is_asked_for_and_stands_in_it() -> None:
    text = starter("calls-1", str.upper)
    words = text.replace("\n# ", " ")
    assert all(each.upper() in words for each in TEXTS.values())


def test_it_is_a_registry_without_entries_in_every_language() -> None:
    for code in ("en", "it"):
        assert tomli.loads(starter("calls-1", language(code))) == {
            "schema": 1,
            "name": "calls-1",
            "defaults": {"zone": "Europe/Brussels", "currency": "EUR"},
        }
