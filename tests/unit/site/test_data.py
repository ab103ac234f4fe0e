"""`calls.json`, of which another office loses nothing, and `calls.csv`, in which nothing is computed."""

import csv
import io
import json
from pathlib import Path

from audiences import CALLS, edition
from clustercalls.candidate import Candidate
from clustercalls.query.outward import OFFICES, outward
from clustercalls.registry.public_tables import public_table
from clustercalls.site.data import calls_csv, calls_json
from clustercalls.sources.registries.read import candidates


def test_another_office_reads_all_that_is_public(tmp_path: Path) -> None:
    publication = edition(tmp_path / "calls.toml").publications[0]
    data = calls_json(publication)
    told = json.loads(data)
    assert (told["title"], told["url"], told["updated"]) == (
        "For members", "https://calls.example.org/members/", "2027-01-20",
    )  # fmt: skip
    made = list(candidates(data, "s"))
    assert {each.key for each in made if isinstance(each, Candidate)} == {"soil", "fair"}
    ours = {each.id: public_table(each, OFFICES) for each in publication.entries}
    for offered in made:
        assert isinstance(offered, Candidate)
        apart = ("id", "kind", "source")  # theirs is named by its source
        table = {key: value for key, value in ours[offered.key].items() if key not in apart}
        assert {key: value for key, value in offered.entry.items() if key not in apart} == table


def test_nothing_of_the_day_is_in_it(tmp_path: Path) -> None:
    assert b"2027-02-01" not in calls_json(edition(tmp_path / "calls.toml").publications[0])


def test_an_internal_audience_has_what_is_ours_in_it(tmp_path: Path) -> None:
    data = calls_json(edition(tmp_path / "calls.toml", "office").publications[0])
    for each in (
        "taint-owner",
        "taint-note",
        "taint-step",
        "taint-why",
        "2099-09-09",
        '"was_track": "watch"',
    ):
        assert each.encode() in data


def test_a_table_has_public_columns_and_no_formula(tmp_path: Path) -> None:
    text = CALLS.replace('"Fair"', '"=HYPERLINK(1)"')
    rows = list(
        csv.DictReader(
            io.StringIO(calls_csv(edition(tmp_path / "a.toml", text=text).publications[0]).decode())
        )
    )
    assert {"id", "title"} <= rows[0].keys()
    assert not {"owner", "track", "done"} & rows[0].keys()
    assert next(row["title"] for row in rows if row["id"] == "fair") == "'=HYPERLINK(1)"
    office = calls_csv(edition(tmp_path / "a.toml", "office").publications[0])
    assert b"taint-owner" in office


def test_outward_is_what_it_says(tmp_path: Path) -> None:
    publication = edition(tmp_path / "calls.toml").publications[0]
    assert all(outward(each) == each for each in publication.entries)
