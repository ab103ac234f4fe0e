"""The sources there are, and what of them is followed."""

import pytest

from clustercalls.cli.fetch.known_sources import sources_named
from clustercalls.config import Config
from clustercalls.config_tables import SourceSettings
from clustercalls.errors import InputRefused, UsageRefused
from clustercalls.sources.eu.asking import ADDRESS


def test_the_portal_needs_no_line() -> None:
    ((name, settings, address, kind),) = sources_named((), Config())
    assert (name, settings.pause, settings.private, address, kind) == ("eu", 1.0, False, ADDRESS, "portal")
    mirror = Config(sources={"eu": SourceSettings(url="http://localhost/")})
    assert [each.address for each in sources_named(["eu", "EU"], mirror)] == ["http://localhost/"]
    with pytest.raises(UsageRefused):
        sources_named(["ue"], Config())


@pytest.mark.parametrize(
    ("sources", "code"),
    [
        ({"eccp": SourceSettings(url="https://example.org/")}, "source-kind"),
        ({"eccp": SourceSettings(kind="fed", url="https://example.org/")}, "unknown-choice"),
        ({"eccp": SourceSettings(kind="feed")}, "source-url"),
        ({"a:b": SourceSettings(kind="feed", url="https://example.org/")}, "source-name"),
        ({"EU": SourceSettings(kind="feed", url="https://example.org/")}, "source-name"),
        ({"eu": SourceSettings(kind="feed")}, "unknown-choice"),
        ({"eu": SourceSettings(programmes=("HORIZN",))}, "unknown-choice"),
    ],
)
def test_what_of_the_config_is_no_source(sources: dict[str, SourceSettings], code: str) -> None:
    """Silently it would fetch nothing."""
    with pytest.raises(InputRefused) as refused:
        sources_named((), Config(sources=sources))
    assert refused.value.problem.code == code
    assert sources_named((), Config(sources={"eu": SourceSettings(programmes=("smp", "43252476"))}))


def test_others_have_a_kind_and_an_address() -> None:
    feed = SourceSettings(kind="feed", url="https://example.org/feed", private=True)
    config = Config(sources={"eccp": feed, "eu": SourceSettings(kind="portal")})
    assert [each.name for each in sources_named((), config)] == ["eu", "eccp"]
    ((name, settings, address, kind),) = sources_named(["eccp"], config)
    assert (name, settings, address, kind) == ("eccp", feed, "https://example.org/feed", "feed")
