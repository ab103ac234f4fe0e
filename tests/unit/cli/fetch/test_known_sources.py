"""The sources there are, and what of them is followed."""

import pytest

from clustercalls.cli.fetch.known_sources import sources_named
from clustercalls.config import Config
from clustercalls.config_tables import SourceSettings
from clustercalls.errors import UsageRefused
from clustercalls.sources.eu.asking import ADDRESS


def test_the_portal_needs_no_line() -> None:
    ((name, settings, address),) = sources_named((), Config())
    assert (name, settings.pause, settings.private, address) == ("eu", 1.0, False, ADDRESS)
    mirror = Config(sources={"eu": SourceSettings(url="http://localhost/")})
    assert [each.address for each in sources_named(["eu", "EU"], mirror)] == ["http://localhost/"]
    with pytest.raises(UsageRefused):
        sources_named(["ue"], Config())
