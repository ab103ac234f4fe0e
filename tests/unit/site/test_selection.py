"""What is published for an audience: which entries, how much of them, in which languages."""

from pathlib import Path

import pytest
from msgspec import convert
from msgspec.structs import replace

from audiences import CALLS, MOMENT, edition
from clustercalls.audiences import Audience
from clustercalls.errors import InputRefused
from clustercalls.i18n import ENGLISH
from clustercalls.model import Registry
from clustercalls.registry.read import load
from clustercalls.site.selection import chosen_for, kept_back, publication_of, publications


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    path = tmp_path / "calls.toml"
    path.write_text(CALLS)
    return load((path,))


WANTED: list[tuple[dict[str, tuple[str, ...]], list[str]]] = [
    ({}, ["soil", "fair", "other"]),
    ({"tag": ("SMEs",)}, ["soil", "fair"]),
    ({"kind": ("event",)}, ["fair"]),
    ({"programme": ("life",)}, ["soil"]),
    ({"stage": ("decision",)}, ["soil"]),
    ({"not": ("stage=decision", "tag=smes")}, ["other"]),
    ({"not": ("kind=event",)}, ["soil", "other"]),
    ({"status": ("open", "closing")}, ["soil", "other"]),
    ({"track": ("no",)}, []),
    ({"owner": ("taint-of-stage",)}, ["soil"]),
]


@pytest.mark.parametrize(("filters", "ids"), WANTED)
def test_filters_are_those_of_options(
    registry: Registry, filters: dict[str, tuple[str, ...]], ids: list[str]
) -> None:
    chosen = chosen_for("members", convert(filters, Audience), registry, MOMENT)
    assert sorted(each.id for each in chosen) == sorted(ids)


def test_what_is_put_away_is_for_an_office_that_asks_for_it_alone(registry: Registry) -> None:
    office = Audience(internal=True)
    assert "away" not in {each.id for each in chosen_for("office", office, registry, MOMENT)}
    asked = replace(office, track=("no",))
    assert [each.id for each in chosen_for("office", asked, registry, MOMENT)] == ["away"]


@pytest.mark.parametrize(
    ("filters", "code", "said"),
    [
        ({"tag": ("smez",)}, "unknown-value", "tag smez: no entry has this value"),
        ({"status": ("opne",)}, "unknown-choice", "status opne: not one of"),
        ({"not": ("track",)}, "bad-not", "--not track"),
    ],
)
def test_a_value_that_is_none_is_refused_with_the_nearest(
    registry: Registry, filters: dict[str, tuple[str, ...]], code: str, said: str
) -> None:
    with pytest.raises(InputRefused) as refused:
        chosen_for("members", convert(filters, Audience), registry, MOMENT)
    told = refused.value.problem
    assert (told.code, told.place.entry) == (code, "[audience.members]")
    assert said in told.message


def test_each_language_has_its_folder_and_knows_the_others(tmp_path: Path) -> None:
    italian, english = edition(tmp_path / "calls.toml").publications
    assert (italian.t.code, italian.folder, italian.others) == ("it", "", (("en", "en/"),))
    assert (english.t.code, english.folder, english.others) == ("en", "en/", (("it", ""),))
    assert english.url("calls.ics") == "https://calls.example.org/members/en/calls.ics"
    assert {each.id for each in english.entries} == {"soil", "fair"}


def test_an_address_ends_in_a_stroke_and_a_title_is_made(registry: Registry) -> None:
    made = publication_of("a", Audience(address="https://example.org/a"), registry, MOMENT, ENGLISH)
    assert (made.address, made.title, made.folder) == ("https://example.org/a/", "Funding calls", "")


def test_when_we_want_to_be_told_is_for_the_office_alone(registry: Registry) -> None:
    for internal, warn in ((False, None), (True, ("19d",))):
        made = publication_of("a", Audience(internal=internal), registry, MOMENT, ENGLISH)
        assert next(each.warn for each in made.entries if each.id == "soil") == warn


def test_what_is_kept_back_is_counted(registry: Registry, tmp_path: Path) -> None:
    path = tmp_path / "scanned.toml"
    counts = kept_back(registry.entries, Audience())
    assert counts == {
        "steps": 1, "tracks": 2, "owners": 2, "notes": 3, "days done": 1, "reasons": 2, "contacts": 1,
        "quotes": 2, "sources": 2,
    }  # fmt: skip
    shown = kept_back(registry.entries, Audience(reasons=True, contacts=True, quotes=True))
    assert not {"reasons", "contacts", "quotes", "sources"} & shown.keys()
    scanned = CALLS.replace('title = "taint-mail"', 'title = "taint-mail", url = "file:///taint.pdf"')
    path.write_text(scanned)
    assert kept_back(load((path,)).entries, Audience())["sources"] == 2
    assert kept_back(registry.entries, Audience(internal=True)) == {}


def test_a_language_that_is_named_twice_is_published_once(registry: Registry) -> None:
    made = publications("a", Audience(languages=("it", "en", "it")), registry, MOMENT, ENGLISH)
    assert [(each.t.code, each.folder) for each in made] == [("it", ""), ("en", "en/")]
