"""How what is imported is read: as typed, or as the source of the config whose address it has."""

from pathlib import Path

import pytest
import tomli

from clustercalls.cli.importing.given_reading import TableOptions, settings_for
from clustercalls.config_tables import SourceSettings
from clustercalls.errors import UsageRefused
from conftest import Run
from hostile_dav import World, whole

NOW = ("--as-of", "2027-01-25")
CSV = "Name,Fine,Sito\nVoucher,01/02/2027,https://a.example/1\nOther,2027-05-01,https://a.example/2\n"
TYPED = ("--column", "deadline=Fine", "--dayfirst")
COLUMNS = "# Columns: title = Name, url = Sito, deadline = Fine\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "t.csv"
    path.write_text(CSV)
    return path


def deadlines(text: str) -> list[str]:
    return [str(each.get("deadline")) for each in tomli.loads(text)["call"]]


def test_the_headings_are_shown_first(run: Run, table: Path) -> None:
    out = run("import", table, *NOW).out
    assert out.startswith("# Columns: title = Name, url = Sito\n# Not used: Fine\n")
    assert deadlines(out) == ["None", "None"]


def test_what_is_typed_puts_them_right(run: Run, table: Path) -> None:
    ran = run("import", table, *TYPED, *NOW)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(COLUMNS)
    assert deadlines(ran.out) == ["2027-02-01", "2027-05-01"]
    assert deadlines(run("import", table, *TYPED[:2], "--monthfirst", *NOW).out)[0] == "2027-01-02"


def test_what_cannot_be_read_is_said_with_an_exit_code(run: Run, table: Path) -> None:
    ran = run("import", table, *TYPED[:2], *NOW)
    assert ran.code == 3
    assert "could be 2027-02-01 or 2027-01-02" in ran.err
    assert deadlines(ran.out) == ["2027-05-01"]


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--column", "deadline"), "no-column"),
        (("--column", "=Fine"), "no-column"),
        (("--dayfirst", "--monthfirst"), "not-together"),
    ],
)
def test_what_is_mistyped_is_refused(run: Run, table: Path, options: tuple[str, ...], code: str) -> None:
    ran = run("import", table, *options, *NOW)
    assert (ran.code, ran.err.startswith(f"{code}: ")) == (2, True)


def test_a_heading_that_is_none_names_those_that_are(run: Run, table: Path) -> None:
    ran = run("import", table, "--column", "deadline=Ende", *NOW)
    assert (ran.code, "Name, Fine, Sito" in ran.err) == (3, True)


def test_a_source_of_the_config_is_read_as_it_says(run: Run, config: Path) -> None:
    with World() as world:
        world.script = lambda _: (whole("200 OK", CSV.encode()), True)
        config.write_text(
            f'[sources]\nvouchers = {{ kind = "table", url = "{world.url}/t", private = true,'
            ' dayfirst = true, columns = { deadline = "Fine" } }\n'
        )
        out = run("import", f"{world.url}/t", *NOW).out
        assert out.startswith(COLUMNS)
        calls = tomli.loads(out)["call"]
        assert calls[0]["source"]["key"] == "vouchers:https://a.example/1"


def test_what_is_typed_wins_over_a_source() -> None:
    source = SourceSettings(kind="table", url="u", columns={"key": "A", "title": "B"}, dayfirst=True)
    typed = TableOptions(columns=["title=C"], monthfirst=True).settings()
    form, name, settings = settings_for("u", "", {"s": source}, typed)
    assert (form, name, settings.columns, settings.dayfirst) == (
        "table", "s", {"key": "A", "title": "C"}, False,
    )  # fmt: skip
    assert settings_for("u", "report", {"s": source}, typed) == ("report", "", typed)
    with pytest.raises(UsageRefused):
        TableOptions(columns=["x"]).settings()
