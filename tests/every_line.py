"""A line of every command, to be typed where something of what it reads is not as it should be."""

from pathlib import Path

# One line a command; what it answers without a config, it answers beside one that cannot be read.
LINES = {
    "upcoming": "upcoming", "list": "list --all", "show": "show innosup", "changes": "changes --since 30d",
    "digest": "digest", "add": "add --title New --dry-run", "move": "move innosup-1-2017/first 2017-05-05",
    "set": "set innosup owner=anna", "confirm": "confirm innosup", "edit": "edit innosup",
    "remove": "remove innosup --yes", "undo": "undo", "check": "check", "init": "init new.toml",
    "where": "where", "schema": "schema", "ics": "export ics", "todo": "export todo",
    "vdir": "export vdir calendar", "remind": "remind --log",
}  # fmt: skip
AS_OF = {"check", "init", "where", "schema", "remind", "run", "dry"}  # these have no such option
NETWORK = {"caldav"}
BESIDE = LINES | {"run": "remind", "dry": "remind --dry-run"}
READS_NONE = {"init", "where", "schema", "remind"}
SAYS_IT_ITSELF = {"check", "run", "dry"}
NEVER_ROOT = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search")


def typed(name: str, registry: Path) -> list[str]:
    """The words of a command on this registry, on a day on which it has something to say."""
    words = [*BESIDE[name].split(), "-r", str(registry)]
    return words if name in AS_OF else [*words, "--as-of", "2016-12-15"]
