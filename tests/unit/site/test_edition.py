"""One audience published: what is remembered of it, and what is said."""

from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from audiences import CALLS, MOMENT, published
from clustercalls.audiences import Audience
from clustercalls.disk.ours import Ours
from clustercalls.errors import InputRefused
from clustercalls.i18n import ENGLISH
from clustercalls.registry.read import load
from clustercalls.render.published import AudienceNews
from clustercalls.site import edition as editions
from clustercalls.site.folder import Site
from clustercalls.zones import UTC, Moment


def edition(path: Path, text: str = CALLS, day: int = 1, key: str = "k") -> editions.Edition:
    path.write_text(text)
    registry = load((path,))
    moment = Moment(datetime(2027, 2, day, tzinfo=UTC), MOMENT.zone)
    return editions.Edition(registry, moment, ENGLISH, ("ours",), key, "together")


def told(news: AudienceNews) -> tuple[int, int, int, int]:
    return news.new, news.moved, news.changed, news.left


@pytest.fixture
def site(tmp_path: Path) -> Site:
    (tmp_path / "out").mkdir()
    return Site(tmp_path / "out", "members", Ours())


def test_what_is_new_moved_changed_and_gone(site: Site, tmp_path: Path) -> None:
    path = tmp_path / "calls.toml"
    first = edition(path)
    audience = first.registry.audiences["members"]
    assert told(editions.news_of(site, audience, first)) == (2, 0, 0, 0)
    assert told(editions.published(site, audience, first)) == (2, 0, 0, 0)
    known = site.known()
    assert (known.key, known.zone, known.together) == ("k", "Europe/Brussels", "together")
    moved = edition(path, CALLS.replace("2027-04-06", "2027-04-07"), 2, "l")
    assert told(editions.published(site, audience, moved)) == (0, 1, 0, 0)
    left = edition(path, CALLS.replace('title = "Fair"', 'title = "Fair"\ntrack = "no"'), 3, "m")
    news = editions.published(site, audience, left)
    assert told(news) == (0, 1, 0, 1)
    assert (news.entries, news.every, news.has_news) == (1, 4, True)
    gone = site.known().gone["fair"]
    assert (gone.title, f"{gone.left}") == ("Fair", "2027-02-03")
    back = edition(path, day=9, key="n")
    assert told(editions.published(site, audience, back)) == (1, 0, 0, 0)
    assert site.known().gone == {}


def test_with_the_key_that_is_known_no_file_is_looked_into(site: Site, tmp_path: Path) -> None:
    made = edition(tmp_path / "calls.toml")
    audience = made.registry.audiences["members"]
    editions.published(site, audience, made)
    whole = published(site.path)
    (site.path / "calls.csv").write_bytes(b"x" * len(whole["calls.csv"]))  # of the same size
    assert editions.published(site, audience, made).problems == ()
    assert [each.code for each in editions.published(site, audience, replace(made, key="o")).problems] == [
        "not-ours"
    ]


def test_without_a_sound_registry_there_is_no_key(site: Site, tmp_path: Path) -> None:
    made = edition(tmp_path / "calls.toml", CALLS + '\n[[call]]\nid = "x"\n')
    editions.published(site, made.registry.audiences["members"], made)
    assert site.known().key == ""


def test_nothing_may_be_open_but_a_filter_that_finds_nothing_is_a_slip(site: Site, tmp_path: Path) -> None:
    made = edition(tmp_path / "calls.toml")
    with pytest.raises(InputRefused) as refused:
        editions.published(site, Audience(kind=("policy",), not_=("tag=smes",)), made)
    assert "clustercalls list --all --kind policy --not tag=smes" in refused.value.problem.hint
    news = editions.published(site, Audience(status=("closed",)), made)
    assert (news.entries, (site.path / "calls.ics").exists()) == (0, True)
