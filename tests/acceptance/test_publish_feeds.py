"""`clustercalls publish`: its feeds tell a moved deadline as the same item, which says old and new."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import feedparser

from conftest import Run, on_a_terminal
from feed_rules import ATOM, of_atom, of_json

Registry = Callable[[str], Path]
CALLS = """
name = "office"

[audience.members]
title = "Calls for our members"
languages = ["en", "it"]
address = "https://calls.example.org/members/"

[[call]]
id = "soil"
title = "Soil"
deadline = 2027-04-04
source = { title = "Notes", date = 2027-02-01 }

[[call]]
id = "water"
title = "Water"
deadline = 2027-05-04
source = { title = "Notes", date = 2027-02-02 }
"""


def feeds(folder: Path) -> tuple[dict[str, Element], dict[str, dict[str, Any]]]:
    """The items of both feeds of a language, by their ids; each feed is valid."""
    atom, feed = (folder / "feed.xml").read_bytes(), (folder / "feed.json").read_bytes()
    assert (of_atom(atom), of_json(feed), feedparser.parse(atom).bozo) == ([], [], False)
    entries = fromstring(atom).iter(f"{ATOM}entry")  # noqa: S314 - ours
    items: list[dict[str, Any]] = json.loads(feed)["items"]
    return {each.findtext(f"{ATOM}id", ""): each for each in entries}, {each["id"]: each for each in items}


def test_a_moved_deadline_is_one_updated_item(
    run: Run, act_at: Run, registry: Registry, tmp_path: Path
) -> None:
    file, out = registry(CALLS), tmp_path / "out"
    assert run("publish", out, "-r", file, "--as-of", "2027-03-01").code == 0
    before, items_before = feeds(out / "members")
    assert act_at("2027-03-10T12:00", "move", "soil", "2027-04-06", "-r", file, "--why", "asked").code == 0
    assert run("publish", out, "-r", file, "--as-of", "2027-03-11").code == 0
    after, items_after = feeds(out / "members")
    assert before.keys() == after.keys() == items_before.keys() == items_after.keys()
    said = "Moved: deadline: 4 Apr → 6 Apr 2027 (+2 days)"
    (name,) = (each for each in after if items_after[each]["title"] == "Soil")
    assert after[name].findtext(f"{ATOM}updated") == "2027-03-10T00:00:00Z"
    assert before[name].findtext(f"{ATOM}updated") == "2027-02-01T00:00:00Z"
    assert after[name].findtext(f"{ATOM}summary", "").startswith(said)
    assert items_after[name]["summary"].startswith(said)
    assert next(iter(after)) == name != next(iter(before))
    assert b"asked" not in (out / "members" / "feed.xml").read_bytes()  # why is ours
    (other,) = after.keys() - {name}
    assert items_after[other] == items_before[other]
    assert "Date spostate: scadenza: 4 apr → 6 apr 2027 (+2 giorni)" in (
        out / "members" / "it" / "feed.xml"
    ).read_text(encoding="utf-8")


FEEDS = {"feed.xml", "feed.json", "it/feed.xml", "it/feed.json"}
ADDRESS = 'address = "https://calls.example.org/members/"'
KEPT = "Kept from members: 2 sources without address\n"
NO_FEEDS = 'No feeds for members: say where it is served, address = "https://…" in [audience.members].\n'


def there(out: Path) -> set[str]:
    return FEEDS & {str(each.relative_to(out / "members")) for each in (out / "members").rglob("feed.*")}


def test_without_an_address_there_are_no_feeds_and_it_is_said_once(
    run: Run, registry: Registry, tmp_path: Path
) -> None:
    file, out = registry(CALLS.replace(ADDRESS, "")), tmp_path / "out"
    as_of = ("--as-of", "2027-03-01")
    said = f"members  2 of 2  2 new\n{KEPT}{NO_FEEDS}"
    assert run("publish", out, "-r", file, *as_of) == (0, said, "")
    assert there(out) == set()
    html = (out / "members" / "index.html").read_text(encoding="utf-8")
    assert ("feed" in html, "webcal" in html, 'href="calls.ics"' in html) == (False, False, True)
    assert run("publish", out, "-r", file, *as_of) == (0, "", "")
    assert run("publish", out, "-r", file, "--as-of", "2027-03-02") == (0, "", "")
    assert on_a_terminal("publish", out, "-r", file, *as_of).out.replace("\r\n", "\n").endswith(NO_FEEDS)


def test_a_feed_that_loses_its_address_goes_as_any_file_of_ours(
    run: Run, registry: Registry, tmp_path: Path
) -> None:
    file, out = registry(CALLS), tmp_path / "out"
    as_of = ("--as-of", "2027-03-01")
    run("publish", out, "-r", file, *as_of)
    assert there(out) == FEEDS
    (out / "members" / "it" / "feed.xml").write_text("edited by hand")
    file.write_text(CALLS.replace(ADDRESS, ""))
    said = f"members  2 of 2  nothing new\n{KEPT}{NO_FEEDS}"
    assert run("publish", out, "-r", file, *as_of) == (0, said, "")
    assert there(out) == {"it/feed.xml"}
    assert run("publish", out, "-r", file, *as_of) == (0, "", "")
    file.write_text(CALLS)
    code, _, err = run("publish", out, "-r", file, *as_of)
    assert (code, "not-ours" in err, there(out)) == (4, True, FEEDS)


def test_of_an_internal_audience_which_nobody_serves_nothing_is_said(
    run: Run, registry: Registry, tmp_path: Path
) -> None:
    file = registry(CALLS.replace(ADDRESS, "internal = true"))
    out = tmp_path / "out"
    assert run("publish", out, "members", "-r", file, "--as-of", "2027-03-01").out.count("\n") == 1


def test_what_is_published_for_others_is_imported_by_them(
    run: Run, registry: Registry, tmp_path: Path
) -> None:
    out, theirs = tmp_path / "out", tmp_path / "theirs.toml"
    assert run("publish", out, "-r", registry(CALLS), "--as-of", "2027-03-01").code == 0
    theirs.write_text("", encoding="utf-8")
    told = run("import", out / "members" / "calls.commongrants.json", "-r", theirs, "--dry-run")
    assert 'id = "soil"' in told.out
    assert "2027-05-04" in told.out
