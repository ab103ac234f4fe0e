"""What `clustercalls init --git` tells git, and the person: how a registry is merged entry by entry."""

from pathlib import Path

from clustercalls.cli import output
from clustercalls.disk.git import merged_how
from clustercalls.disk.ignored import Ignored, attribute, work_tree
from clustercalls.i18n import Language
from clustercalls.registry.paths import SHARED

NAME = "clustercalls"  # of the driver
# Where it cannot start, git joins the lines as it would without it: a failure that left no marks (1 is a
# conflict that it wrote, 3 one of lines) would else pass for ours alone.
DRIVER = (
    "clustercalls merge %O %A %B || "
    '{ s=$?; test $s = 3 || grep -q "^<<<<<<<" %A || '
    "exec git merge-file -L ours -L base -L theirs %A %O %B; exit $s; }"
)
CONFIG = f"git config merge.clustercalls.driver '{DRIVER}'"


def merged_by_entries(target: Path, t: Language) -> list[str]:
    """Has git know the driver of this registry; what was done, and the line that everybody runs once.

    Of `registry.toml` it is that of every file of its folder.

    Raises:
        WorldFailed: when the disk refuses.
    """
    many = target.name == SHARED
    if work_tree(target.parent) is None:
        return [
            t("{path} is in no repository of git. There, first:", path=target) + "\n",
            "  git init\n",
            f"  clustercalls init --git {output.shell_word(str(target.parent if many else target))}\n",
        ]
    line = f"{'/*.toml' if many else _pattern(target.name)} merge={NAME}"
    how = merged_how(target)
    done, file = attribute(target.parent, line, known=None if how is None else how == NAME)
    texts = {
        Ignored.ADDED: t("Git merges it entry by entry: {line} in {path}", line=line, path=file),
        Ignored.THERE: t("Git knows already: {line} in {path}", line=line, path=file),
        Ignored.NOT_OURS: t("{path} is no file to add to: write into it {line}", path=file, line=line),
    }
    once = t("Each of you runs once, in the repository:")
    return [f"{texts[done]}\n", f"{once}\n", f"  {CONFIG}\n"]


def _pattern(name: str) -> str:
    """The file of this name in the folder of the attributes, as git writes it there."""
    plain = "".join(f"\\{each}" if each in "*?[]\\" else each for each in name)
    if plain == name and not any(each.isspace() or each in '"#' for each in name):
        return f"/{name}"
    quoted = plain.replace("\\", "\\\\").replace('"', '\\"')
    return f'"/{quoted}"'
