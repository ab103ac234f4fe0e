"""The pages of a real `publish` of the bundled registry, as of the conference."""

import json
import re
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest

from audiences import published
from conftest import BUNDLED, Run
from made_pages import links, words

ADDRESS = "https://calls.example.org/public/"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def site(run: Run, tmp_path: Path) -> dict[str, bytes]:
    """Every file of the public audience."""
    ran = run("publish", tmp_path / "out", "-r", BUNDLED, "--as-of", "2016-12-02")
    assert (ran.code, ran.err) == (0, "")
    return published(tmp_path / "out" / "public")


def card(site: dict[str, bytes], entry_id: str, folder: str = "") -> str:
    """What the first page says of an entry."""
    cards = re.split(r'<li class="card"', site[f"{folder}index.html"].decode())
    [html] = [each for each in cards if f'href="calls/{entry_id}.html"' in each]
    return words(f"<li{html}")


def drawn(site: dict[str, bytes], entry_id: str) -> ET.Element:
    """What the timeline draws of an entry."""
    html = site["timeline.html"].decode()
    picture = ET.fromstring(html[html.index("<svg") : html.index("</svg>") + len("</svg>")])  # noqa: S314 - ours
    [line] = [each for each in picture.iter(f"{SVG}a") if each.get("href") == f"calls/{entry_id}.html"]
    return line


def test_the_first_page_says_what_comes_when_and_in_how_long(site: dict[str, bytes]) -> None:
    said = card(site, "innosup-1-2017")
    assert "Tue 4 Apr 2017" in said
    assert "in 123 days" in said
    in_italian = card(site, "innosup-1-2017", "it/")
    assert "mar 4 apr 2017" in in_italian
    assert "fra 123 giorni" in in_italian


def test_a_window_is_a_fading_bar(site: dict[str, bytes]) -> None:
    line = drawn(site, "escp-s3-formal-2017")
    told = line.findtext(f"{SVG}title") or ""
    assert "Feb" in told
    assert "Mar 2017" in told
    assert re.search(r"url\(#timeline-doubt-\w+\)", ET.tostring(line, encoding="unicode"))


def test_what_lasts_is_under_way(site: dict[str, bytes]) -> None:
    assert "under way" in card(site, "cluster-conference-2016")
    assert "in corso" in card(site, "cluster-conference-2016", "it/")


def test_the_page_of_a_call_tells_machines_of_it(site: dict[str, bytes]) -> None:
    for folder in ("", "it/"):
        html = site[f"{folder}calls/innosup-1-2017.html"].decode()
        [data] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
        told = json.loads(data)
        assert (told["@context"], told["@type"]) == ("https://schema.org", "MonetaryGrant")
        assert told["url"] == f"{ADDRESS}{folder}calls/innosup-1-2017.html"
        assert "2017-04-04" in {each.get("startDate", "")[:10] for each in told["subjectOf"]}


def test_every_link_leads_to_a_file_and_every_calendar_has_its_link(site: dict[str, bytes]) -> None:
    reached = set()
    for path, data in site.items():
        if path.endswith(".html"):
            for link in links(data.decode()):
                whole = urljoin(ADDRESS + path, link.replace("webcal:", "https:")).partition("#")[0]
                if whole.startswith(ADDRESS):
                    target = whole.removeprefix(ADDRESS)
                    target += "index.html" if target in {"", "it/"} else ""
                    assert target in site, (path, link)
                    reached.add(target)
    assert {each for each in site if each.endswith(".ics")} <= reached
    calls = {each for each in site if each.startswith("calls/")}
    undated = {each for each in calls if each.endswith(".html") and each[:-5] + ".ics" not in calls}
    assert undated
    assert not [each for each in undated if b"Add to my calendar" in site[each]]
