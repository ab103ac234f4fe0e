"""`clustercalls init`: a registry of one's own to start from."""

import os
from pathlib import Path
from typing import Annotated

from clustercalls.cli import output
from clustercalls.cli.begin import context_of
from clustercalls.cli.declare import argument
from clustercalls.cli.options import Common
from clustercalls.cli.ours import ours_of
from clustercalls.cli.registry_in_use import own_path
from clustercalls.disk.ours import Ours
from clustercalls.disk.outputs import create
from clustercalls.registry.starter import starter
from clustercalls.registry.values import near_identifier


def init(
    common: Common,
    path: Annotated[
        Path | None,
        argument(metavar="[PATH]", help="File to make; by default your own.", show_default=False),
    ] = None,
) -> int:
    """A registry of your own, with comments that explain it; never overwrites.

    Example: clustercalls init calls.toml
    """
    context = context_of(common, registry=False)
    own = own_path()
    named = path or next(iter(common.registry or ()), None)
    target = named or own or Path("calls.toml")
    target = target / "calls.toml" if target.is_dir() else target
    t = context.t
    create(target, starter(_name(target), t).encode(), ours_of(context) if named else Ours())
    option = "" if target == own else f" -r {output.shell_word(str(target))}"
    output.write(
        [
            t("Made {path}. Next:", path=target) + "\n",
            f"  ${{EDITOR:-nano}} {output.shell_word(str(target))}\n",
            f"  clustercalls upcoming{option}\n",
        ]
    )
    return context.code()


def _name(target: Path) -> str:
    """A name for the registry that no other has."""
    return f"{(near_identifier(target.stem) or 'calls')[:40]}-{os.urandom(4).hex()}"
