"""A line of every command, to be typed where something of what it reads is not as it should be."""

from pathlib import Path

# One line a command; what it answers without a config, it answers beside one that cannot be read.
LINES = {
    "upcoming": "upcoming", "list": "list --all", "show": "show innosup", "changes": "changes --since 30d",
    "digest": "digest", "add": "add --title New --dry-run", "move": "move innosup-1-2017/first 2017-05-05",
    "set": "set innosup owner=anna", "track": "track innosup go", "done": "done innosup-1-2017/first",
    "days-off": "days-off BE --years 2027", "plan": "plan innosup-1-2017/first",
    "confirm": "confirm innosup", "edit": "edit innosup",
    "remove": "remove innosup --yes", "undo": "undo", "merge": "merge {0} {0} {0}",
    "check": "check", "init": "init new.toml",
    "where": "where", "schema": "schema", "ics": "export ics", "todo": "export todo",
    "vdir": "export vdir calendar", "svg": "export svg", "publish": "publish out", "remind": "remind --log",
}  # fmt: skip
AS_OF = {"check", "init", "merge", "where", "schema", "remind", "run", "dry"}  # these have no such option
NETWORK = {"caldav", "sync", "find", "follow", "review", "import"}  # the last three want what sync fetched
BESIDE = LINES | {"run": "remind", "dry": "remind --dry-run"}
READS_NONE = {"init", "merge", "where", "schema", "remind"}
SAYS_IT_ITSELF = {"check", "run", "dry"}
NEVER_ROOT = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search")


def typed(name: str, registry: Path) -> list[str]:
    """The words of a command on this registry, on a day on which it has something to say."""
    words = [*(each.format(registry) for each in BESIDE[name].split()), "-r", str(registry)]
    return words if name in AS_OF else [*words, "--as-of", "2016-12-15"]
