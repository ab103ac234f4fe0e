"""TAB in real shells: what is proposed is put in as it is meant, and nothing that a registry says acts.

Every hostile text would make a file where the shell works, or show itself raw on the terminal.
"""

import json
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from typer._completion_shared import get_completion_script

from clustercalls.cli.house.completion import SCRIPTS
from conftest import Run
from shells import Shell

NAMES = ("bash", "zsh", "fish")


class Text(NamedTuple):
    """What somebody wrote; whether our scripts propose it, and whether those of typer do."""

    text: str
    ours: bool = True
    typers: bool = False


TEXTS = (
    Text("$(touch canary)"),
    Text("`touch canary`"),
    Text("\\$(touch canary)\\`touch canary\\`"),
    Text("'; touch canary; '$(touch canary)'"),
    Text('"; touch canary; "$(touch canary)" "'),
    Text('\\"; touch canary; \\"'),
    Text("))'; touch canary; : '(("),
    Text("\"))'; touch canary; : '((\""),
    Text(";touch canary;&touch canary&|touch canary"),
    Text(" >canary <(touch canary) (touch canary)"),
    Text("*(e:touch canary:)?[a-z]*{touch,canary}"),
    Text("${canary:=$(touch canary)}$'\\x24(touch canary)'"),
    Text("!!!touch!:0^touch^canary^"),
    Text("[/b][bold][link=http://example.org]"),
    Text("~root=~/x #comment %s%n%(touch)"),
    Text("\\"),
    Text("touch:touch canary:\\:$(touch canary)"),
    Text("\x1b]0;owned\x07\x1b[2J\x1b[31m", ours=False),
    Text("\ntouch canary\n$(touch canary)\n", ours=False),
    Text("\ttouch canary", ours=False),
    Text("\x9b31mowned\x9d0;owned\x9c", ours=False),
    Text("\u202edenwo\u2066", ours=False),
    Text("ow\u200bn\u00aded\ufeff\u034f", ours=False),
    Text("ow\u2028ned\u2029\x85", ours=False),
    Text('L\'Oréal & "Söhne" (R&D) – 75 %'),
    Text(" Horizon Europe", typers=True),
    Text(":HORIZON:CL4 @ 2027-01_x.y+z", typers=True),
    Text("é Größe/ß", typers=True),
)
# Of what the texts hold, and no shell shows of its own.
RAW = re.compile("[\x80-\x9f\u200b\u00ad\ufeff\u034f\u202e\u2066\u2028\u2029]|\x1b\\]0;owned|\x1b\\[2J")
QUOTING = frozenset("'\"$`\\!")
FIELDS = ("tag", "programme", "owner")
EVERY = bool(os.environ.get("EVERY_FIELD"))  # of every text, as `make completion` has it; else one of each


def begun(number: int, field: str) -> str:
    """What a person types of a value: no other begins so."""
    return f"{field[0]}{number:02}"


@pytest.fixture(scope="module")
def hostile() -> str:
    """A registry of which every title, tag, programme and owner is one of the texts."""
    quoted = [json.dumps(each.text).replace("\x7f", "\\u007f") for each in TEXTS]
    return "".join(
        f'[[call]]\nid = "call-{number:02}"\ntitle = {text}\ntags = ["t{number:02}{text[1:]}]\n'
        f'programme = "p{number:02}{text[1:]}\nowner = "o{number:02}{text[1:]}\n'
        for number, text in enumerate(quoted)
    )


Start = Callable[..., Shell]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts a shell with our script, that of typer, or another, beside a registry of this text."""
    running = []

    def start(name: str, registry: str, *, typer: bool = False, script: str = "") -> Shell:
        folder = tmp_path / name
        folder.mkdir()
        (folder / "calls.toml").write_text(registry)
        script = script or (SCRIPTS / f"clustercalls.{name}").read_text()
        if typer:
            script = get_completion_script(
                prog_name="clustercalls", complete_var="_CLUSTERCALLS_COMPLETE", shell=name
            )
        running.append(Shell(name, folder, script))
        return running[-1]

    yield start
    for each in running:
        each.close()


def check_unharmed(shell: Shell) -> None:
    assert shell.strangers() == set()
    assert set(shell.codes()) <= {0, 1}


@pytest.mark.parametrize("name", NAMES)
def test_every_text_is_put_in_as_it_is_or_left_out(start: Start, hostile: str, name: str) -> None:
    shell = start(name, hostile)
    for number, each in enumerate(TEXTS):
        keys, wanted = "clustercalls upcoming", ["upcoming"]
        for field in FIELDS if EVERY else FIELDS[number % len(FIELDS) :][:1]:
            keys += f" --{field} {begun(number, field)}\t"
            wanted += [f"--{field}", begun(number, field) + (each.text if each.ours else "")]
        assert shell.given(keys) == wanted
    check_unharmed(shell)


@pytest.mark.parametrize("name", NAMES)
def test_scripts_of_typer_are_told_only_what_acts_nowhere(start: Start, hostile: str, name: str) -> None:
    shell = start(name, hostile, typer=True)
    for number, each in enumerate(TEXTS):
        field = FIELDS[number % len(FIELDS)]
        given = shell.given(f"clustercalls upcoming --{field} {begun(number, field)}\t")
        assert given[-1] == begun(number, field) + (each.text if each.typers else "")
    check_unharmed(shell)


@pytest.mark.parametrize("typer", [False, True], ids=["ours", "typer's"])
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("line", "last"), [("show call-", "call-27"), ("upcoming --tag t2", "t27")])
def test_a_list_of_everything_shows_nothing_raw(
    start: Start, hostile: str, name: str, line: str, last: str, *, typer: bool
) -> None:
    shell = start(name, hostile, typer=typer)
    assert RAW.search(shell.shown(f"clustercalls {line}\t", last)) is None
    check_unharmed(shell)


@pytest.mark.parametrize("name", NAMES)
def test_a_text_begun_in_quotes_is_ended_in_them(start: Start, hostile: str, name: str) -> None:
    shell = start(name, hostile)
    for number, each in enumerate(TEXTS):
        if QUOTING.isdisjoint(each.text) or not each.ours:
            continue
        keys, wanted = "clustercalls upcoming", ["upcoming"]
        for field, quote in (("tag", "'"), ("owner", '"')):
            out = name == "bash" and quote == '"' and "!" in each.text  # its history would act there
            keys += f" --{field} {quote}{begun(number, field)}\t{quote * out}"
            wanted += [f"--{field}", begun(number, field) + ("" if out else each.text)]
        assert shell.given(keys) == wanted
    check_unharmed(shell)


@pytest.mark.parametrize("name", NAMES)
def test_ids_of_a_broken_registry_do_not_act(start: Start, name: str) -> None:
    ids = [each.text for each in TEXTS[:8]]
    text = '[[call]]\nid = "sound"\ntitle = "Sound"\n' + "".join(
        f'[[call]]\nid = {json.dumps(each)}\ntitle = "A"\n[[call.stage]]\nid = {json.dumps(each)}\n'
        for each in ids
    )
    shell = start(name, text)
    assert shell.given("clustercalls show \t") == ["show", "sound"]  # the only one that is proposed
    check_unharmed(shell)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_installed_completes_at_the_first_tab(start: Start, process: Run, name: str) -> None:
    """A new shell that reads what `--install-completion` wrote, and nothing else of ours."""
    assert process("--install-completion", name).code == 0
    home = Path(os.environ["HOME"])
    script = {
        "bash": ". ~/.bashrc",
        "zsh": ". ~/.zshrc",
        "fish": "set -p fish_complete_path ~/.config/fish/completions",
    }[name]
    assert any(home.rglob("*clustercalls*"))
    shell = start(
        name, '[[call]]\nid = "soil"\ntitle = "Soil"\nprogramme = "Horizon Europe"\n', script=script
    )
    given = shell.given("clustercalls upco\t --programme Hor\t")
    assert given == ["upcoming", "--programme", "Horizon Europe"]
    check_unharmed(shell)


@pytest.mark.parametrize("name", NAMES)
def test_values_begun_are_ended(start: Start, name: str) -> None:
    shell = start(name, WEEK)
    for keys, given in ENDED.items():
        assert shell.given(f"clustercalls {keys}") == given
    check_unharmed(shell)


WEEK = """[[call]]
id = "soil"
title = "Soil"
programme = "Horizon Europe"
tags = ["SMP:COSME", "l'acqua"]
owner = "Ada Lovelace"
[[call.stage]]
id = "outline"
kind = "deadline"
when = 2027-01-01
"""
ENDED = {
    "upcoming --tag SM\t": ["upcoming", "--tag", "SMP:COSME"],
    "upcoming --tag SMP:\t": ["upcoming", "--tag", "SMP:COSME"],
    "upcoming --tag=SMP:C\t": ["upcoming", "--tag=SMP:COSME"],
    "upcoming --tag l\t": ["upcoming", "--tag", "l'acqua"],
    "upcoming --programme Horizon\\ E\t": ["upcoming", "--programme", "Horizon Europe"],
    "upcoming --form\tjs\t": ["upcoming", "--format", "json"],
    "upcoming --columns date,own\t": ["upcoming", "--columns", "date,owner"],
    "move soil/o\t x": ["move", "soil/outline", "x"],
    "set so\tprogr\tHor\t": ["set", "soil", "programme=Horizon Europe"],
    "set soil owner=\t": ["set", "soil", "owner=Ada Lovelace"],
    "set soil tags+=SMP:COSME,l\t": ["set", "soil", "tags+=SMP:COSME,l'acqua"],
    "set soil/outline cancelled=t\t": ["set", "soil/outline", "cancelled=true"],
}
