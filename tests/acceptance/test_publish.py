"""`publish`: a folder for each audience, and nothing private in one that is for others."""

import os
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from audiences import CALLS, DAY, published
from conftest import BUNDLED, Run, on_a_terminal

LEFT_OVER = {".clustercalls.lock", ".members.clustercalls.json"}


SAID = (
    "members  2 of 4  2 new\n"
    "Kept from members: 1 step, 1 track, 2 owners, 3 notes, 1 day done, 2 reasons, 1 contact, 2 quotes, "
    "2 sources without address\n"
)


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    path = tmp_path / "calls.toml"
    path.write_text(CALLS)
    return path


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def publish(run: Run, out: Path, calls: Path, *more: str, day: str = "2027-02-01") -> tuple[int, str, str]:
    return run("publish", out, *more, "-r", calls, "--as-of", day)


def tainted(files: dict[str, bytes]) -> list[str]:
    """The files that say something private, as their lines are folded or not."""
    joined = {name: data.replace(b"\r\n ", b"") for name, data in files.items()}
    return [name for name, data in joined.items() if b"taint" in data or b"2099" in data]


def test_what_is_said_and_what_is_there(run: Run, calls: Path, out: Path) -> None:
    assert publish(run, out, calls) == (0, SAID, "")
    assert {each.name for each in out.iterdir()} == {"members", *LEFT_OVER}
    assert {"calls.json", "calls.csv", "calls.ics", "calls/soil.ics", "en/calls.ics"} <= set(
        published(out / "members")
    )


def test_on_a_pipe_nothing_new_is_nothing_said(run: Run, calls: Path, out: Path) -> None:
    publish(run, out, calls)
    assert publish(run, out, calls) == (0, "", "")
    assert publish(run, out, calls, day="2027-02-02") == (0, "", "")
    calls.write_text(CALLS.replace("2027-04-06", "2027-04-13"))
    assert publish(run, out, calls, day="2027-02-02")[1].startswith("members  2 of 4  1 moved\n")
    calls.write_text(CALLS.replace("2027-04-06", "2027-04-13").replace("LIFE", "LIFE+"))
    assert publish(run, out, calls, day="2027-02-02")[1].startswith("members  2 of 4  1 changed\n")
    calls.write_text(CALLS.replace('title = "Fair"', 'title = "Fair"\ntrack = "no"'))
    assert "1 gone" in publish(run, out, calls, day="2027-02-02")[1]


def test_on_a_terminal_it_is_always_said(calls: Path, out: Path) -> None:
    for news in ("2 new", "nothing new"):
        said = on_a_terminal("publish", out, "-r", calls, *DAY).out.replace("\r\n", "\n")
        assert said.startswith(f"members  2 of 4  {news}\nKept from members: 1 step")


def test_a_trial_run_writes_nothing(run: Run, calls: Path, out: Path) -> None:
    code, said, err = publish(run, out, calls, "--dry-run")
    assert (code, err) == (0, "")
    assert said.startswith("members  2 of 4  2 new\n")
    assert not out.exists()


def state(out: Path) -> dict[Path, tuple[int, int]]:
    return {each: (each.stat().st_ino, each.stat().st_mtime_ns) for each in out.rglob("*")}


def test_the_same_day_touches_nothing_whatever_the_hour(run: Run, calls: Path, out: Path) -> None:
    publish(run, out, calls, day="2027-02-01T08:00")
    before = state(out)
    assert publish(run, out, calls, day="2027-02-01T22:00") == (0, "", "")
    assert state(out) == before
    (out / ".members.clustercalls.json").write_bytes(
        (out / ".members.clustercalls.json").read_bytes().replace(b'"key"', b'"x-key"')
    )
    publish(run, out, calls)  # all is looked at again
    after = state(out)
    assert {each: after[each] for each in (out / "members").rglob("*")} == {
        each: before[each] for each in (out / "members").rglob("*")
    }


def test_the_same_registry_and_day_are_the_same_bytes(run: Run, calls: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    publish(run, first, calls)
    publish(run, second, calls, "members", day="2027-02-01T12:00")
    assert published(first) == published(second)


def test_what_went_missing_is_made_again(run: Run, calls: Path, out: Path) -> None:
    publish(run, out, calls)
    whole = published(out / "members")
    (out / "members" / "calls" / "soil.ics").unlink()
    assert publish(run, out, calls) == (0, "", "")
    assert published(out / "members") == whole


def test_nothing_private_is_in_what_others_get(run: Run, calls: Path, out: Path) -> None:
    assert publish(run, out, calls)[0] == 0
    assert tainted(published(out)) == []
    both = out.with_name("both")
    publish(run, both, calls, "members", "office")  # what one is told, the other is not
    assert tainted(published(both / "members")) == []
    calls.write_text(CALLS.replace("2027-04-06", "2027-04-13"))
    publish(run, out, calls, day="2027-02-05")
    calls.write_text(re.sub(r"\[\[call\]\]\nid = \"soil\".*?(?=\[\[event\]\])", "", CALLS, flags=re.DOTALL))
    publish(run, out, calls, day="2027-02-09")
    assert tainted(published(out)) == []


TOLD: Iterable[tuple[str, set[str]]] = (
    ("reasons", {"taint-why"}),
    ("contacts", {"taint-contact", "taint@example.org"}),
    ("quotes", {"taint-quote", "taint-mail", "taint-word", "taint-said"}),
)


@pytest.mark.parametrize(("key", "words"), TOLD)
def test_each_audience_may_know_what_its_table_says(
    run: Run, calls: Path, out: Path, key: str, words: set[str]
) -> None:
    calls.write_text(CALLS.replace('tag = ["smes"]', f'tag = ["smes"]\n{key} = true', 1))
    publish(run, out, calls)
    assert set(re.findall(rb"taint[\w@.-]*\w", (out / "members" / "calls.json").read_bytes())) == {
        word.encode() for word in words
    }
    calls.write_text(CALLS)
    publish(run, out, calls)
    assert tainted(published(out)) == []


def test_all_of_it_is_in_an_internal_audience_which_is_ours_alone(run: Run, calls: Path, out: Path) -> None:
    assert publish(run, out, calls, "office")[0] == 0
    files = published(out / "office")
    words = set(re.findall(r"taint-[\w-]+\w|taint@[\w.]+\w|2099-09-09", CALLS))
    everything = b"".join(data.replace(b"\r\n ", b"") for data in files.values())
    assert {word for word in words if word.encode() not in everything} == set()
    for name in ("calls.json", "calls/soil.html"):
        assert {b"taint-own", b"taint-note"} <= set(re.findall(rb"taint-[\w-]+\w", files[name])), name
    assert {word for word in words if word.encode() not in files["calls.json"]} == set()
    calls.write_text(CALLS.replace('taint-own"', 'taint-owned"'))
    assert "1 changed" in publish(run, out, calls, "office")[1]
    calls.write_text(CALLS)
    assert {each.stat().st_mode & 0o777 for each in (out / "office").rglob("*") if each.is_file()} == {0o600}
    assert not (out / "members").exists()
    publish(run, out, calls)
    assert {each.name for each in out.iterdir() if each.is_dir()} == {"office", "members"}
    calls.write_text(CALLS.replace("internal = true", "").replace('id = "fair"', 'id = "fete"'))
    publish(run, out, calls, "office")
    assert tainted(published(out / "office")) == []


def test_what_others_put_there_stays_and_is_told(run: Run, calls: Path, out: Path) -> None:
    theirs = out / "members" / "calls.ics"
    theirs.parent.mkdir(parents=True)
    theirs.write_bytes(b"theirs")
    (out / "members" / "note.txt").write_bytes(b"mine")
    (out / "index.html").write_bytes(b"home")
    code, said, err = publish(run, out, calls)
    assert code == 4
    assert err == (
        f"{theirs}: not-ours: this file is not one that publish wrote. It was left as it is. "
        "Take it away, or publish elsewhere.\n"
    )
    assert said.startswith("members  2 of 4  2 new")
    assert (theirs.read_bytes(), (out / "index.html").read_bytes()) == (b"theirs", b"home")
    assert publish(run, out, calls)[0] == 4  # as long as it stands there
    theirs.unlink()
    assert publish(run, out, calls)[0] == 0
    assert theirs.read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert (out / "members" / "note.txt").read_bytes() == b"mine"


def test_a_call_that_left_goes_after_sixty_days(run: Run, calls: Path, out: Path) -> None:
    publish(run, out, calls)
    calls.write_text(re.sub(r"\[\[event\]\].*?(?=\[\[call\]\])", "", CALLS, flags=re.DOTALL))
    publish(run, out, calls)
    assert b"CANCELLED" in (out / "members" / "calls" / "fair.ics").read_bytes()
    publish(run, out, calls, day="2027-04-02")
    assert (out / "members" / "calls" / "fair.ics").exists()
    publish(run, out, calls, day="2027-04-03")
    assert not (out / "members" / "calls" / "fair.ics").exists()


def test_a_call_that_cannot_be_read_stays_as_it_was(run: Run, calls: Path, out: Path) -> None:
    publish(run, out, calls)
    whole = published(out / "members")
    calls.write_text(CALLS.replace('title = "Fair"', 'title = "Fair'))
    code, said, err = publish(run, out, calls)
    assert (code, said) == (3, "")
    assert "broken-toml" in err
    now = published(out / "members")
    assert now["calls/fair.ics"] == whole["calls/fair.ics"]
    assert now["calls.ics"] == whole["calls.ics"]
    calls.write_text(CALLS)
    assert publish(run, out, calls) == (0, "", "")
    assert published(out / "members") == whole


def test_without_an_audience_the_table_to_write_is_printed(run: Run, calls: Path, out: Path) -> None:
    calls.write_text(re.sub(r"\[audience.*?(?=\[\[call)", "", CALLS, count=1, flags=re.DOTALL))
    code, said, err = publish(run, out, calls)
    assert (code, out.exists()) == (2, False)
    assert err.startswith("no-audience: there is no audience to publish for, and nothing was written. Put a ")
    assert str(calls) in err
    calls.write_text(calls.read_text() + said)
    assert publish(run, out, calls)[0] == 0
    assert (out / "public" / "calls.json").exists()


SMES = 'tag = ["smes"]\n\n[aud'
REFUSED: dict[str, tuple[str, tuple[str, ...], int, str]] = {
    "unknown audience": (
        CALLS, ("membres",), 2,
        "unknown-audience: there is no audience `membres`. Did you mean members?",
    ),
    "only internal": (
        CALLS.replace("[audience.members]", "[audience.members]\ninternal = true"), (), 2,
        "only-internal: every audience is internal",
    ),
    "selects nothing": (
        CALLS.replace(SMES, f'kind = ["policy"]\n{SMES}'), (), 3,
        "nobody-selected: [audience.members]: no entry is for this audience",
    ),
    "unknown value": (
        CALLS.replace(SMES, SMES.replace("smes", "smez")), (), 3,
        "unknown-value: [audience.members]: tag: tag smez: no entry has this value. Did you mean smes?",
    ),
    "unknown key": (
        CALLS.replace("internal = true", "intrenal = true"), ("office",), 3,
        "unknown-key: [audience.office]: intrenal: unknown key `intrenal`. Did you mean internal?",
    ),
    "defaults": (CALLS + '[defaults]\nzone = "Mars"\n', (), 3, "no-defaults"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_wrong_is_one_line_and_touches_nothing(run: Run, calls: Path, out: Path, name: str) -> None:
    publish(run, out, calls)
    whole = published(out)
    text, named, code, said = REFUSED[name]
    calls.write_text(text)
    ended, _, err = publish(run, out, calls, *named)
    assert ended == code
    assert [line for line in err.splitlines() if said in line]
    assert published(out) == whole


@pytest.mark.parametrize("inner", ["members", "members/more"])
def test_nothing_is_published_into_what_is_published(run: Run, calls: Path, out: Path, inner: str) -> None:
    """What a run remembers, and internal folders, would be served with it."""
    publish(run, out, calls)
    whole = published(out)
    code, _, err = publish(run, out / inner, calls)
    assert (code, "inside-published" in err, str(out / "members") in err) == (2, True, True)
    assert published(out) == whole


def test_one_that_is_wrong_keeps_no_other_from_its_folder(run: Run, calls: Path, out: Path) -> None:
    calls.write_text(CALLS + '[audience.z]\ntag = ["smez"]\n[audience.all]\ntitle = "All"\n')
    code, said, _ = publish(run, out, calls)
    assert code == 3
    assert said.startswith("members  2 of 4  2 new\nall      3 of 4  3 new\n")


def test_one_of_the_config_is_ours_and_the_registry_wins(
    run: Run, calls: Path, out: Path, tmp_path: Path
) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[audience.board]\nkind = ["event"]\n[audience.members]\ntitle = "Not this one"\n')
    code, said, err = run("publish", out, "-r", calls, "-c", config, *DAY)
    assert (code, err) == (0, "")
    assert said.startswith("board    1 of 4  1 new\nmembers  2 of 4  2 new\n")
    assert run("publish", out, "-r", calls, "-c", config, *DAY) == (0, "", "")
    config.write_text('[audience.board]\naddress = "calls.example.org"\n')
    assert run("publish", out, "-r", calls, "-c", config, *DAY).err.startswith(
        f"{config}: bad-address: `calls.example.org`"
    )


@pytest.mark.parametrize("name", ["", "members", ".members.clustercalls.json"])
def test_a_place_where_nothing_can_be_put_is_told(run: Run, calls: Path, out: Path, name: str) -> None:
    if name:
        out.mkdir()
    theirs = out / name
    theirs.write_bytes(b"theirs")
    code, said, err = publish(run, out, calls)
    assert (code, said, err.count("\n")) == (3 if name.endswith("json") else 4, "", 1)
    assert theirs.read_bytes() == b"theirs"


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser writes everywhere")
def test_a_folder_that_may_not_be_written_is_told(run: Run, calls: Path, out: Path) -> None:
    out.mkdir(0o500)
    code, _, err = publish(run, out, calls)
    assert (code, err.count("\n")) == (4, 1)


def test_the_registry_is_never_in_the_way(run: Run, calls: Path) -> None:
    code, _, err = publish(run, calls.parent, calls)
    assert code == 0, err
    assert calls.read_text() == CALLS


def test_nor_is_anything_that_is_kept(run: Run, calls: Path, out: Path, tmp_path: Path) -> None:
    run("changes", "-r", calls, *DAY)  # remembers that it looked
    state = tmp_path / "home" / ".local" / "state" / "clustercalls"
    state.mkdir(parents=True, exist_ok=True)
    kept = published(tmp_path / "home")
    code, _, err = publish(run, state, calls)
    assert (code, "output-is-input" in err) == (2, True)
    assert published(tmp_path / "home").keys() == kept.keys()
    linked = out / "members" / "calls.csv"
    linked.parent.mkdir(parents=True)
    linked.hardlink_to(calls)
    code, _, err = publish(run, out, calls)
    assert (code, "not-ours" in err) == (4, True)
    assert calls.read_text() == CALLS


def test_the_bundled_example_has_a_public_audience(run: Run, out: Path) -> None:
    code, said, err = run("publish", out, "-r", BUNDLED, "--as-of", "2016-12-02")
    assert (code, err) == (0, "")
    assert said.startswith("public  ")
    assert b"Innosup-1" in (out / "public" / "calls.ics").read_bytes()


def test_another_office_imports_what_was_published(run: Run, calls: Path, out: Path, tmp_path: Path) -> None:
    publish(run, out, calls)
    theirs = tmp_path / "theirs.toml"
    theirs.write_text("schema = 1\n")
    ran = run("import", out / "members" / "calls.json", "-r", theirs, *DAY)
    assert ran.code == 0, ran
    assert "Soil mission" in ran.out
    assert "2027-04-06" in ran.out


def test_of_a_registry_with_a_slip_and_no_audience_the_slip_is_told(
    run: Run, tmp_path: Path, out: Path
) -> None:
    path = tmp_path / "slip.toml"
    path.write_text("[audience.members\ntitle = 1\n\n[[call]]\nid = 3\n")
    code, said, err = publish(run, out, path)
    assert (code, said, "no-audience" in err) == (3, "", False)
    assert err.count("slip.toml:") == len(err.splitlines()) > 0
    assert not out.exists()
