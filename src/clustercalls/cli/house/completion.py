"""`--show-completion` and `--install-completion`: the script by which a shell asks what may stand there."""

import os
from pathlib import Path

from clustercalls.cli import output
from clustercalls.cli.begin import context_of
from clustercalls.cli.choices import one_of
from clustercalls.cli.options import Common
from clustercalls.cli.usage import misused
from clustercalls.disk.folders import home, make_named_folder
from clustercalls.disk.refused import cannot_write
from clustercalls.disk.replace import replace
from clustercalls.errors import InputRefused, UsageRefused, problem

NAME, VARIABLE = "clustercalls", "_CLUSTERCALLS_COMPLETE"
SHOW, INSTALL = "--show-completion", "--install-completion"
OURS = ("bash", "zsh", "fish")
OF_TYPER = ("powershell", "pwsh")  # not tried by us: typer's script, answered with what acts nowhere
ZSH_FOLDER = "fpath+=~/.zfunc; autoload -Uz compinit; compinit"
ZSH_MENU = "zstyle ':completion:*' menu select"
SCRIPTS = Path(__file__).parents[1] / "scripts"


def answer(typed: list[str]) -> int:
    """Shows or installs the script of the shell that is named behind the option, else of the one around.

    Raises:
        UsageRefused: for a shell that is none of those known, or more than one.
        InputRefused: when there is no home to install it in.
        WorldFailed: when it cannot be written.
    """
    option, equals, text = typed[0].partition("=")
    named = [*([text] if equals else []), *typed[1:]]
    if len(named) > 1:
        extra = " ".join(named[1:])
        raise UsageRefused(misused(f"Got unexpected extra argument(s) ({extra})", []))
    shell = one_of(option, named[0] if named else _around(), (*OURS, *OF_TYPER))
    if option == SHOW:
        output.write([script(shell)])
        return 0
    where = home()
    if where is None:
        raise InputRefused(problem("no-home", shell=shell))
    path = _install(shell, where)
    context = context_of(Common(), registry=False)
    t = context.t
    output.write(
        [
            t(
                "Completion for {shell} is in {path}. It is there in the next terminal.",
                shell=shell,
                path=path,
            ),
            "\n",
        ]
    )
    return context.code()


def script(shell: str) -> str:
    """The script for this shell.

    Raises:
        UsageRefused: when there is none.
    """
    shell = one_of(SHOW, shell, (*OURS, *OF_TYPER))
    if shell in OURS:
        return (SCRIPTS / f"clustercalls.{shell}").read_text("utf-8")
    from typer._completion_shared import get_completion_script

    return get_completion_script(prog_name=NAME, complete_var=VARIABLE, shell=shell) + "\n"


def _around() -> str:
    """The name of the shell that runs this, else of the one that the person logs in with."""
    import shellingham  # type: ignore[import-untyped]  # comes with typer

    try:
        return str(shellingham.detect_shell()[0])
    except shellingham.ShellDetectionFailure:
        return Path(os.environ.get("SHELL") or "sh").name


def _install(shell: str, home: Path) -> Path:
    """Puts the script where typer has put it ever since, so that one of before is replaced."""
    if shell in OF_TYPER:
        from typer._completion_shared import install_powershell

        return install_powershell(prog_name=NAME, complete_var=VARIABLE, shell=shell)
    own = os.environ.get("XDG_CONFIG_HOME", "")
    config = Path(own) if own.startswith("/") else home / ".config"
    path = {
        "bash": home / ".bash_completions" / f"{NAME}.sh",
        "zsh": home / ".zfunc" / f"_{NAME}",
        "fish": config / "fish" / "completions" / f"{NAME}.fish",
    }[shell]
    _write(path, script(shell).encode())
    if shell == "bash":
        quoted = str(path).replace("'", "'\\''")
        _add(home / ".bashrc", {f"'{quoted}'": f"source '{quoted}'"})
    if shell == "zsh":  # a menu that somebody chose stays
        _add(home / ".zshrc", {ZSH_FOLDER: ZSH_FOLDER, "zstyle": ZSH_MENU})
    return path


def _add(path: Path, lines: dict[str, str]) -> None:
    """Puts lines at the end of a person's file, each only where its sign is nowhere in it."""
    try:
        data = path.read_bytes() if path.exists() else b""
    except OSError as error:
        raise cannot_write(path, error) from None
    for sign, line in lines.items():
        if os.fsencode(sign) not in data:
            data += (b"\n" if data and not data.endswith(b"\n") else b"") + os.fsencode(line) + b"\n"
    _write(path, data)


def _write(path: Path, data: bytes) -> None:
    try:
        make_named_folder(path.parent)
    except OSError as error:
        raise cannot_write(path, error) from None
    replace(path, data)
