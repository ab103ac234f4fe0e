"""The commands there are."""

from clustercalls import __version__

VERSION = f"clustercalls {__version__}"

LOOK, WORK, TELL, KEEP, FETCH, HOUSE = "Look", "Work", "Tell", "Keep", "Fetch", "House"

# In the order of --help: the module within `cli`, what runs, the panel. A module is imported when it runs.
COMMANDS: dict[str, tuple[str, str, str]] = {
    "upcoming": ("look.upcoming", "upcoming", LOOK),
    "list": ("look.list", "list_entries", LOOK),
    "show": ("look.show", "show", LOOK),
    "changes": ("look.changes", "changes", LOOK),
    "track": ("work.track", "track", WORK),
    "done": ("work.done", "done", WORK),
    "plan": ("work.plan", "plan", WORK),
    "days-off": ("work.days_off", "days_off", WORK),
    "remind": ("tell.remind", "remind", TELL),
    "digest": ("tell.digest", "digest", TELL),
    "export": ("tell.export", "COMMANDS", TELL),
    "publish": ("tell.publish", "publish", TELL),
    "add": ("keep.add", "add", KEEP),
    "move": ("keep.move", "move", KEEP),
    "set": ("keep.set", "set_fields", KEEP),
    "confirm": ("keep.confirm", "confirm", KEEP),
    "edit": ("keep.edit", "edit", KEEP),
    "remove": ("keep.remove", "remove", KEEP),
    "undo": ("keep.undo", "undo", KEEP),
    "merge": ("keep.merge", "merge", KEEP),
    "sync": ("fetch.sync", "sync", FETCH),
    "find": ("fetch.find", "find", FETCH),
    "follow": ("fetch.follow", "follow", FETCH),
    "review": ("fetch.review", "review", FETCH),
    "import": ("importing.import_command", "import_document", FETCH),
    "check": ("house.check", "check", HOUSE),
    "init": ("house.init", "init", HOUSE),
    "where": ("house.where", "where", HOUSE),
    "schema": ("house.schema", "schema", HOUSE),
}

HIDDEN = frozenset({"merge"})  # of the help and of TAB: programs run them
GROUPS = frozenset({"export"})  # what their module names is a table of commands
