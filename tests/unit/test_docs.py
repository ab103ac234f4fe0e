"""The documents say what is true: recorded output is recorded, commands in them run."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import tomli

from clustercalls import limits, looks
from clustercalls.cli import table
from conftest import BUNDLED, ROOT, Run

sys.path.insert(0, str(ROOT / "docs"))
import generate
import screens

README = (ROOT / "README.md").read_text(encoding="utf-8")
URLS = tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["urls"]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]


def test_the_readme_shows_what_the_command_shows() -> None:
    command, shown = re.findall(r"```console\n\$ clustercalls (.*?)\n(.*?)```", README, re.DOTALL)[0]
    assert screens.record(tuple(shlex.split(command)), 80, "en") == shown


def test_quick_start_is_two_blocks_of_one_line() -> None:
    section = README.split("## Quick start")[1].split("\n## ")[0]
    blocks = re.findall(r"```sh\n(.*?)```", section, re.DOTALL)
    assert [block.count("\n") for block in blocks] == [1, 1]
    assert "clustercalls upcoming --as-of 2016-12-02" in blocks[0]
    assert "pytest" in blocks[1]


def test_commands_of_the_tasks_run(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_bytes(BUNDLED.read_bytes())
    monkeypatch.setenv("CLUSTERCALLS_REGISTRY", str(own))
    monkeypatch.chdir(tmp_path)
    page = (ROOT / "docs" / "tasks.md").read_text(encoding="utf-8")
    lines = [line for block in re.findall(r"```sh\n(.*?)```", page, re.DOTALL) for line in block.splitlines()]
    assert len(lines) >= 5
    for line in lines:
        ran = run(*shlex.split(line)[1:])
        assert ran.code == 0, (line, ran.err)
        assert ran.out or "check" in line, line


def test_the_table_of_what_is_written_has_the_limits() -> None:
    page = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")
    section = page.split("## What is written is read back")[1].split("\n## ")[0]
    rows = dict(re.findall(r"^\| (.*?) \| (.*?) \| .* \|$", section, re.MULTILINE))
    sizes = {name: said(value) for name, value in vars(limits).items() if name.endswith("_BYTES")}
    expected = {
        "a file of a registry": (sizes["FILE_BYTES"], f"{limits.ENTRIES:,} entries"),
        "an entry in it": (
            f"{limits.STAGES} stages",
            f"{limits.ITEMS:,} items",
            f"{limits.TEXT_LETTERS:,} characters",
        ),
        "the record of one act in the journal": (sizes["ACT_BYTES"],),
        "the journal": (sizes["JOURNAL_BYTES"], sizes["JOURNAL_READ_BYTES"]),
        "the memory of what was told and looked at": (sizes["FILE_BYTES"],),
        "… beside it, what arrived of the run that tells": (sizes["ARRIVALS_BYTES"],),
        "… in it, what was sent to each target": (
            f"{limits.SENT_MESSAGES:,} ",
            f"{limits.SENT_LEADS:,} leads",
        ),
        "… in it, what entries were at the last look": (sizes["LOOK_BYTES"], f"{looks.FEW} entries"),
        "… beside it, the same of a larger registry": (sizes["FACTS_BYTES"],),
        "a calendar, with `-o`": (sizes["CALENDAR_BYTES"],),
        "one event in a calendar or a folder": (sizes["COMPONENT_BYTES"],),
        "one event on a server": (sizes["OBJECT_BYTES"],),
        "the events of one calendar on a server": (f"{limits.OBJECTS:,}", sizes["OBJECTS_BYTES"]),
        "what was worked out, in the cache": (sizes["FILE_BYTES"],),
        "a line in a `.gitignore`": (sizes["IGNORE_BYTES"],),
    }
    assert rows.keys() - {"what is written", "---"} == expected.keys()
    missing = [(row, each) for row, its in expected.items() for each in its if each not in rows[row]]
    assert missing == []


def said(size: int) -> str:
    """A size as the pages have it."""
    return f"{size // limits.MIB} MiB" if size % limits.MIB == 0 else f"{size // 1024} KiB"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_the_readme_holds_where_the_package_index_shows_it() -> None:
    assert not [each for each in re.findall(r"\]\(([^)]+)\)", README) if "://" not in each]
    links = dict(re.findall(r"^\[(\w+)\]: (\S+)$", README, re.MULTILINE))
    asked = set(re.findall(r"\]\[(\w+)\]", README))
    assert asked == set(links)
    for link in links.values():
        address, _, path = link.partition("/blob/main/")
        assert address == URLS["Homepage"]
        assert (ROOT / path).is_file(), link
    assert all(each.startswith(URLS["Homepage"]) for each in URLS.values())


def test_every_toml_example_is_read_clean(tmp_path: Path, run: Run) -> None:
    for page in PAGES:
        for number, block in enumerate(re.findall(r"```toml\n(.*?)```", page.read_text("utf-8"), re.DOTALL)):
            if "id = " in block and "[[call]]" in block:
                path = tmp_path / f"{page.stem}-{number}.toml"
                path.write_text(block, encoding="utf-8")
                ran = run("check", "--strict", path)
                assert (ran.code, ran.out) == (0, ""), page.name


def test_the_date_table_of_the_docs_is_true() -> None:
    from clustercalls import edtf
    from clustercalls.render.dates import say

    page = (ROOT / "docs" / "registry.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `\"?([^`\"]+)\"?`.*? \| (\S+) \| (\S+) \| (.+?) \|$", page, re.MULTILINE)
    assert len(rows) >= 15
    for text, earliest, latest, said in rows:
        when = edtf.parse(text)
        assert (str(when.earliest or "open"), str(when.latest or "open")) == (earliest, latest), text
        if "T" not in text and not when.is_exact:
            assert say(text, "en") == said


def test_generated_pages_are_current() -> None:
    assert generate.stale(list(generate.PAGES)) == []


MANUAL = ROOT / "docs" / "clustercalls.1"
READERS = [("groff", "-man", "-Tutf8", "-ww"), ("mandoc", "-T", "lint", "-W", "warning"), ("man", "-l")]


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader[0])
def test_the_man_page_is_read_without_a_warning(reader: tuple[str, ...]) -> None:
    if shutil.which(reader[0]) is None:
        pytest.skip(f"no {reader[0]} here")
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "MANPAGER": "cat", "MAN_KEEP_STDERR": "1"}
    read = subprocess.run([*reader, MANUAL], capture_output=True, text=True, env=environment, check=False)
    assert (read.returncode if reader[0] != "mandoc" else 0, read.stderr) == (0, "")
    complaints = [line for line in read.stdout.splitlines() if "WARNING" in line]
    # It is the page of a version, and made of nothing that has a date.
    assert [line for line in complaints if "missing date" not in line] == []
    assert "ERROR" not in read.stdout
    if reader[0] != "mandoc":
        seen = re.sub(r"\x1b\[[\d;]*m|.\x08", "", read.stdout)
        assert "clustercalls export caldav" in seen
        assert "--dry-run" in seen, "hyphens that can be copied into a shell"
        assert "\\[u" not in seen
        assert 'registry = ["~/calls/calls.toml", "team.toml"]' in seen


def test_the_man_page_has_every_command_and_option_in_ascii() -> None:
    page = MANUAL.read_bytes().decode("ascii").replace("\\-", "-")
    common = page.split(".SH COMMON OPTIONS")[1].split("\n.SH")[0]
    exports = {f"export {name}": row for name, row in table.EXPORT.items()}
    for name, (*_, groups, own) in (table.COMMANDS | exports).items():
        if name == "export":
            continue
        section = page.split(f'.SS "{name}"')[1].split("\n.S")[0]
        rows = [row for _, group in groups for row in table.GROUPS[group]]
        for row in (*rows, *own):
            assert all(f"\\fB{each}\\fR" in section + common for each in row[2]), (name, row)


def test_no_word_of_this_machine() -> None:
    for path in [*PAGES, MANUAL, *(ROOT / "docs" / "screens").glob("*.txt")]:
        assert str(ROOT) not in path.read_text(encoding="utf-8"), path
