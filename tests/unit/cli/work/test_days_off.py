"""`days-off` writes public holidays into the table of the registry, never twice, and lists what is there."""

from pathlib import Path

import pytest
import tomli

from clustercalls.cli.keep.desk import Editing
from clustercalls.cli.options import AsOf, Common
from clustercalls.cli.work.days_off import days_off
from clustercalls.errors import Refusal, UsageRefused

BID = '# of the bid\n[[call]]\nid = "bid"\ntitle = "The bid"\ndeadline = 2027-04-06\n'
CALLS = f"schema = 1\n\n{BID}"
OWN = '[days_off]\n"2027-08-09/2027-08-20" = "shut"  # all of us\n\n'


def written(tmp_path: Path, text: str, *codes: str, years: str = "2027") -> str:
    path = tmp_path / "calls.toml"
    path.write_text(text)
    assert days_off(AsOf("2027-01-11"), Editing(), Common(registry=[path]), list(codes), years) == 0
    return path.read_text()


def test_above_the_entries_where_there_is_no_table(tmp_path: Path) -> None:
    text = written(tmp_path, CALLS, "BE")
    head, _, rest = text.partition("\n[days_off]\n")
    assert head == "schema = 1\n"
    assert rest.endswith('\n\n# of the bid\n[[call]]\nid = "bid"\ntitle = "The bid"\ndeadline = 2027-04-06\n')
    assert tomli.loads(text)["days_off"]["2027-03-29"] == "Easter Monday"


def test_behind_what_the_table_has(tmp_path: Path) -> None:
    text = written(tmp_path, OWN + BID, "BE")
    assert text.startswith(
        '[days_off]\n"2027-08-09/2027-08-20" = "shut"  # all of us\nplaces.BE = "Belgium"\n'
    )
    assert text.endswith(f"\n\n{BID}")
    assert "2027-08-15" not in text  # it is within what is shut


def test_never_twice_and_of_several_places_once(tmp_path: Path) -> None:
    both = written(tmp_path, CALLS, "BE", "it-ba")
    assert both.count("2027-03-29") == 1
    assert "2027-12-06" in both  # of Bari alone
    assert written(tmp_path, both, "IT-BA", "BE") == both
    assert (
        len(tomli.loads(written(tmp_path, both, "BE", years="2028"))["days_off"])
        > len(both.splitlines()) - 12
    )


def test_whose_they_are_is_written_once_and_serves_for_other_years(tmp_path: Path) -> None:
    both = written(tmp_path, CALLS, "BE", "it-ba", "GB-NIR", years="2027")
    places = {"BE": "Belgium", "IT-BA": "Bari", "GB-NIR": "Northern Ireland"}
    assert tomli.loads(both)["days_off"]["places"] == places
    more = tomli.loads(written(tmp_path, both, years="2029"))["days_off"]
    assert more["places"] == places
    assert {"2029-04-02", "2029-12-06", "2029-07-12"} <= set(more)
    one = written(tmp_path, both, "FR", years="2027")
    assert tomli.loads(one)["days_off"]["places"] == places | {"FR": "France"}
    assert tomli.loads(one)["days_off"].keys() >= tomli.loads(both)["days_off"].keys()


def test_a_place_alone_is_written_where_all_its_days_are_there(tmp_path: Path) -> None:
    there = written(tmp_path, CALLS, "BE")
    without = there.replace('places.BE = "Belgium"\n', "")
    again = written(tmp_path, without, "BE")
    assert tomli.loads(again) == tomli.loads(there)


@pytest.mark.parametrize("mine", ['places = { BE = "Belgio" }\n', 'places = "BE"\n'])
def test_places_in_a_form_of_ones_own_are_left_alone(tmp_path: Path, mine: str) -> None:
    path = tmp_path / "calls.toml"
    path.write_text(text := f"[days_off]\n{mine}\n{BID}")
    with pytest.raises(Refusal):
        days_off(AsOf("2027-01-11"), Editing(), Common(registry=[path]), ["IT"], "2027")
    assert path.read_text() == text


@pytest.mark.parametrize(
    "text", ["", "schema = 1", CALLS.replace("\n", "\r\n"), "[[call]]\nid='a'\ntitle='A'"]
)
def test_in_any_file(tmp_path: Path, text: str) -> None:
    path = tmp_path / "calls.toml"
    path.write_bytes(text.encode())
    days_off(AsOf("2027-01-11"), Editing(), Common(registry=[path]), ["BE"], "2027")
    after = path.read_bytes().decode()
    assert tomli.loads(after)["days_off"]
    assert ("\r\n" in after) is ("\r\n" in text)
    assert after.replace("\r\n", "").count("\n") == 0 or "\r\n" not in text


def test_in_the_readers_language(tmp_path: Path) -> None:
    path = tmp_path / "calls.toml"
    path.write_text(CALLS)
    days_off(AsOf("2027-01-11"), Editing(), Common(registry=[path], lang="it"), ["IT"], "2027")
    assert "Lunedì dell'Angelo" in path.read_text()


def test_they_are_listed_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "calls.toml"
    path.write_text('[days_off]\n"2027-08-09/2027-08-20" = "shut"\n2027-03-29 = "Easter Monday"\n')
    assert days_off(AsOf(), Editing(), Common(registry=[path])) == 0
    shut = "Mon 9 Aug 2027 – Fri 20 Aug 2027  shut"
    assert capsys.readouterr().out == f"Mon 29 Mar 2027  Easter Monday\n{shut}\n"


@pytest.mark.parametrize(("codes", "years", "code"), [
    (["XX"], "", "unknown-place"), (["IT-XX"], "", "unknown-place"), (["IT-"], "", ""),
    ([], "2027", "bad-usage"),
    (["BE"], "27", "bad-years"), (["BE"], "2028-2027", "bad-years"), (["BE"], "2027-2090", "bad-years"),
    (["BE"], "1800", "bad-years"), (["BE"], "2027–2028", ""),
])  # fmt: skip
def test_what_is_typed(tmp_path: Path, codes: list[str], years: str, code: str) -> None:
    if not code:
        assert "[days_off]" in written(tmp_path, CALLS, *codes, years=years)
        return
    with pytest.raises(UsageRefused) as refused:
        written(tmp_path, CALLS, *codes, years=years)
    assert refused.value.problem.code == code
