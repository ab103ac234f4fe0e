"""What a shell is told on TAB, by our protocols and those of typer: data, and of that nothing that acts."""

import json
import re
import sys
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from itertools import product
from pathlib import Path

import pytest

from clustercalls.cli import shell
from clustercalls.errors import UsageRefused
from samples import SAMPLE

OURS = ["bash", "zsh", "fish"]
TYPERS = ["complete_bash", "complete_zsh", "complete_fish", "complete_powershell", "complete_pwsh"]
Ask = Callable[..., tuple[str, int]]


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Ask:
    """What a way of asking is told for a line with the cursor at its end."""
    path = tmp_path / "work" / "calls.toml"
    path.write_text(SAMPLE)
    monkeypatch.setenv("CLUSTERCALLS_REGISTRY", str(path))

    def ask(way: str, line: str, registry: str = "", **more: str) -> tuple[str, int]:
        if registry:
            path.write_text(registry)
        words = line.split(" ")
        environment = {shell.VARIABLE: way, **more}
        if way == "complete_bash":
            environment |= {"COMP_WORDS": "\n".join(words), "COMP_CWORD": str(len(words) - 1)}
        elif way.startswith("complete"):
            environment |= {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"} | more
        elif way == "bash":
            environment |= {"COMP_LINE": line, "_CLUSTERCALLS_WORD": words[-1]} | more
        return shell.answer(environment, {"zsh": words, "fish": [line]}.get(way, words))

    return ask


SHOWN = {
    "bash": "chains \n",
    "zsh": "chains\tchains  -- ",
    "fish": "chains\t",
    "complete_bash": "chains\n",
    "complete_zsh": '_arguments \'*: :(("chains":"',
    "complete_fish": "chains\t",
    "complete_powershell": "chains:::",
    "complete_pwsh": "chains:::",
}


@pytest.mark.parametrize("way", SHOWN)
def test_an_id_is_proposed_in_every_way(ask: Ask, way: str) -> None:
    said, code = ask(way, "clustercalls show ch")
    assert said.startswith(SHOWN[way].replace(" \n", "\n"))
    assert code == 0


@pytest.mark.parametrize("way", SHOWN)
def test_where_nothing_may_stand_nothing_is_said(ask: Ask, way: str) -> None:
    assert ask(way, "clustercalls frob x") == ("_files\n" if way == "complete_zsh" else "", 0)


HOSTILE = [
    "$(x)",
    "`x`",
    "\\$(x)",
    "'x'",
    '"x"',
    "x;y",
    "(x)",
    "*",
    "[/b]",
    "{a,b}",
    "!x",
    "~",
    "#",
    "–",
    "\\",
]
UNSEEN = ["\x1b[2J", "\n", "\t", "\u202e", "\u200b", "\x9b2J", "\u2028", "\u00a0"]


def owned_by(*owners: str, title: str = "One") -> str:
    """A registry of an entry for each of these owners."""
    quoted = [json.dumps(each).replace("\x7f", "\\u007f") for each in (title, *owners)]
    return "".join(
        f'[[call]]\nid = "call-{number}"\ntitle = {quoted[0]}\nowner = {each}\n'
        for number, each in enumerate(quoted[1:])
    )


LINES = ("clustercalls show ", "clustercalls upcoming --owner v")


def registry_of(text: str) -> str:
    """A registry of which a title and an owner are this text, and another owner is not."""
    return owned_by(f"v{text}", title=f"v{text}") + owned_by("vx").replace("call-0", "two")


@pytest.mark.parametrize("way", [*OURS, *TYPERS])
def test_no_text_ends_completion_or_goes_out_raw(ask: Ask, way: str) -> None:
    for text, line in product([*HOSTILE, *UNSEEN], LINES):
        said, code = ask(way, line, registry_of(text))
        assert code == 0, (text, line)
        assert "vx" in said or "two" in said, (text, line)
        assert all(each.isprintable() or each in "\n\t" for each in said), (text, line)


@pytest.mark.parametrize("way", ["complete_bash", "complete_zsh", "complete_powershell"])
@pytest.mark.parametrize("text", HOSTILE)
def test_scripts_that_evaluate_get_only_what_acts_nowhere(ask: Ask, way: str, text: str) -> None:
    for line in ("clustercalls show ", "clustercalls upcoming --owner v"):
        said, _ = ask(way, line, registry_of(text))
        known = {"complete_zsh": "_arguments '*: :((", "complete_powershell": ""}.get(way, "")
        data = re.sub(r"\)\)'\n\Z|\n", " ", said.removeprefix(known)).replace('"', " ").replace(r"\\:", ":")
        assert re.fullmatch(
            r"[\w ._:@+=/,();'-]*" if way == "complete_powershell" else r"[\w ._:@+=/,();-]*", data
        )


@pytest.mark.parametrize("way", [*OURS, *TYPERS])
@pytest.mark.parametrize("begun", ["$(tou", '"$(tou', "`tou", "x;tou"])
def test_nothing_is_made_whole_that_acts_as_it_is_typed(ask: Ask, way: str, begun: str) -> None:
    text = owned_by("$(touch canary)", "`touch canary`", "x;touch canary")
    said, _ = ask(way, f"clustercalls upcoming --owner {begun}", text)
    assert "ch canary" not in said


@pytest.mark.parametrize("way", [*OURS, *TYPERS])
def test_what_looks_like_an_option_is_no_value(ask: Ask, way: str) -> None:
    text = owned_by("--config=x", "=ls")
    said, _ = ask(way, "clustercalls upcoming --owner ", text)
    assert "config" not in said
    assert "ls" not in said.removeprefix("_files")


def test_what_the_stream_cannot_show_is_left_out(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    text = owned_by("Ödön", "Ada", title="Größe")
    assert ask("fish", "clustercalls upcoming --owner ", text)[0] == "Ada\nÖdön\n"
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(BytesIO(), "ascii"))
    assert ask("fish", "clustercalls upcoming --owner ")[0] == "Ada\n"


def test_what_bash_replaces_is_told_by_itself(ask: Ask) -> None:
    text = '[[call]]\nid = "one"\ntitle = "One"\ntags = ["SMP:COSME x"]\n'
    line = "clustercalls upcoming --tag SMP:C"
    assert ask("bash", line, text, _CLUSTERCALLS_WORD="C")[0] == "COSME\\ x\n"
    assert (
        ask("bash", line, text, _CLUSTERCALLS_WORD="SMP:C")[0] == "SMP:COSME\\ x\n"
    )  # COMP_WORDBREAKS without :
    assert ask("bash", line, text, _CLUSTERCALLS_WORD="other")[0] == ""
    assert ask("complete_bash", line, text)[0] == "COSME\\ x\n"


def test_a_list_of_zsh_is_no_wider_than_its_terminal(ask: Ask) -> None:
    text = f'[[call]]\nid = "one"\ntitle = "{"word " * 100}"\n'
    for columns, most in (("40", 39), ("", 79), ("x", 79)):
        said, _ = ask("zsh", "clustercalls show ", text, COLUMNS=columns)
        assert len(said.rstrip("\n").partition("\t")[2]) == most


@pytest.mark.parametrize(("line", "code"), [("clustercalls show ", 0), ("clustercalls frob ", 1)])
def test_fish_asks_by_typer_whether_there_is_anything(ask: Ask, line: str, code: int) -> None:
    assert ask("complete_fish", line, _TYPER_COMPLETE_FISH_ACTION="is-args") == ("", code)
    assert ask("complete_fish", line, _TYPER_COMPLETE_FISH_ACTION="other") == ("", 0)


def test_another_question_is_refused(ask: Ask) -> None:
    with pytest.raises(UsageRefused, match="complete_bsh"):
        ask("complete_bsh", "clustercalls ")


@pytest.mark.parametrize("name", OURS)
def test_the_script_is_ours_where_it_is_asked_for_as_typer_has_it(ask: Ask, name: str) -> None:
    assert f"_CLUSTERCALLS_COMPLETE{' ' if name == 'fish' else '='}{name}" in ask(f"source_{name}", "")[0]
