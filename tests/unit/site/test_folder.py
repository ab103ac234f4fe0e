"""The folder of an audience on the disk: what is ours is exchanged, what is not stays."""

import os
import stat
from pathlib import Path

import pytest
from msgspec.structs import replace

from audiences import published
from clustercalls.disk.ours import Ours
from clustercalls.errors import WorldFailed
from clustercalls.query.outward import Knows
from clustercalls.site.folder import Site
from clustercalls.site.manifest import Manifest, digest, encoded, name_of

GOAL = Manifest(key="k", zone="UTC")
FIRST = {"calls.ics": b"one", "calls/a.ics": b"a", "calls/b.ics": b"b"}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    root = tmp_path / "out"
    root.mkdir()
    return Site(root, "members", Ours())


def put(site: Site, made: dict[str, bytes], goal: Manifest = GOAL, *, stays: bool = False) -> list[str]:
    return [str(each.place.file) for each in site.put(made, site.known(), lambda _: stays, goal)]


def touched(root: Path) -> dict[Path, tuple[int, int]]:
    return {each: (each.stat().st_ino, each.stat().st_mtime_ns) for each in root.rglob("*")}


def test_files_are_put_there_and_remembered(site: Site) -> None:
    assert put(site, FIRST) == []
    assert published(site.path) == FIRST
    known = site.known()
    assert known.files == {path: (digest(data), len(data)) for path, data in FIRST.items()}
    assert (known.key, known.begun, site.is_whole(known)) == ("k", {}, True)
    assert [site.before(known)(path) for path in ("calls.ics", "none")] == [b"one", None]


def test_what_says_the_same_is_not_touched(site: Site) -> None:
    put(site, FIRST)
    os.utime(site.path / "calls.ics", (1, 1))
    before = {each: (each.stat().st_ino, each.stat().st_mtime_ns) for each in sorted(site.root.rglob("*"))}
    put(site, FIRST)
    assert {
        each: (each.stat().st_ino, each.stat().st_mtime_ns) for each in sorted(site.root.rglob("*"))
    } == before


def test_what_is_not_made_any_more_goes_unless_it_stays(site: Site) -> None:
    put(site, FIRST)
    put(site, {"calls.ics": b"two"}, stays=True)
    assert published(site.path) == FIRST | {"calls.ics": b"two"}
    put(site, {"calls.ics": b"two"})
    assert published(site.path) == {"calls.ics": b"two"}


def test_what_is_somebody_elses_stays(site: Site) -> None:
    (site.path / "calls").mkdir(parents=True)
    (site.path / "calls.ics").write_bytes(b"theirs")
    (site.path / "mine.html").write_bytes(b"mine")
    (site.path / "calls" / "a.ics").write_bytes(b"a")  # the same: it is taken for ours
    assert put(site, FIRST) == [str(site.path / "calls.ics")]
    assert published(site.path) == FIRST | {"calls.ics": b"theirs", "mine.html": b"mine"}
    assert site.known().key == ""
    put(site, {})
    assert published(site.path) == {"calls.ics": b"theirs", "mine.html": b"mine"}


def test_what_somebody_edited_is_theirs(site: Site) -> None:
    put(site, FIRST)
    (site.path / "calls.ics").write_bytes(b"edited")
    assert put(site, {"calls.ics": b"two"}) == [str(site.path / "calls.ics")]
    assert published(site.path) == {"calls.ics": b"edited"}


@pytest.mark.parametrize("kind", ["link", "folder"])
def test_nor_is_what_is_no_file(site: Site, kind: str, tmp_path: Path) -> None:
    site.path.mkdir()
    target = tmp_path / "target"
    target.write_bytes(b"kept")
    there = site.path / "calls.ics"
    there.symlink_to(target) if kind == "link" else there.mkdir()
    assert put(site, FIRST) == [str(there)]
    assert target.read_bytes() == b"kept"
    assert (site.path / "calls" / "a.ics").read_bytes() == b"a"


def test_what_was_begun_and_killed_is_known_for_ours(site: Site) -> None:
    put(site, FIRST)
    begun: dict[str, tuple[str, ...]] = {"calls.ics": (digest(b"two"),), "new.ics": (digest(b"n"),)}
    known = site.known()
    site.remember(Manifest(files=known.files, begun=begun))
    (site.path / "calls.ics").write_bytes(b"two")
    (site.path / "new.ics").write_bytes(b"n")
    assert not site.is_whole(site.known())
    assert put(site, {"calls.ics": b"three"}) == []
    assert published(site.path) == {"calls.ics": b"three"}


def test_a_file_that_is_gone_or_of_another_size_is_not_whole(site: Site) -> None:
    put(site, FIRST)
    known = site.known()
    (site.path / "calls" / "a.ics").write_bytes(b"longer")
    assert not site.is_whole(known)
    (site.path / "calls" / "a.ics").unlink()
    assert not site.is_whole(known)


def test_what_is_internal_is_for_ourselves_alone_until_it_is_not(site: Site) -> None:
    office = Site(site.root, "office", Ours(), internal=True)
    put(office, FIRST, Manifest(may=Knows(internal=True)))
    everything = [office.path, *office.path.rglob("*"), office.root / name_of("office")]
    assert {stat.S_IMODE(each.stat().st_mode) for each in everything if each.is_file()} == {0o600}
    assert {stat.S_IMODE(each.stat().st_mode) for each in everything if each.is_dir()} == {0o700}
    put(Site(site.root, "office", Ours()), FIRST)
    everything = [office.path, *office.path.rglob("*")]
    assert {stat.S_IMODE(each.stat().st_mode) for each in everything} == {0o644, 0o755}
    put(office, FIRST)
    assert stat.S_IMODE((office.path / "calls.ics").stat().st_mode) == 0o600


def test_a_disk_that_refuses_is_told(tmp_path: Path) -> None:
    root = tmp_path / "out"
    root.mkdir()
    (root / "members").write_bytes(b"a file")
    with pytest.raises(WorldFailed) as refused:
        put(Site(root, "members", Ours()), FIRST)
    assert refused.value.problem.code == "cannot-publish"
    assert (root / "members").read_bytes() == b"a file"


def test_a_memory_is_read_from_its_file(site: Site) -> None:
    kept = replace(GOAL, files={"index.html": ("aa", 3)})
    (site.root / name_of("members")).write_bytes(encoded(kept))
    assert site.known() == kept


def test_templates_of_ones_own_are_for_all(site: Site) -> None:
    assert site.templates is None
    (site.root / "_templates").mkdir()
    assert site.templates == site.root / "_templates"
