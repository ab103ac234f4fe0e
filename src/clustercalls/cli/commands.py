"""The commands there are."""

from clustercalls import __version__

VERSION = f"clustercalls {__version__}"

LOOK, TELL, KEEP, HOUSE = "Look", "Tell", "Keep", "House"

# In the order of --help. A module is imported only when its command runs.
COMMANDS: dict[str, tuple[str, str, str]] = {
    "upcoming": ("upcoming", "upcoming", LOOK),
    "list": ("list", "list_entries", LOOK),
    "show": ("show", "show", LOOK),
    "changes": ("changes", "changes", LOOK),
    "remind": ("remind", "remind", TELL),
    "digest": ("digest", "digest", TELL),
    "export": ("export", "COMMANDS", TELL),
    "add": ("add", "add", KEEP),
    "move": ("move", "move", KEEP),
    "set": ("set", "set_fields", KEEP),
    "confirm": ("confirm", "confirm", KEEP),
    "edit": ("edit", "edit", KEEP),
    "remove": ("remove", "remove", KEEP),
    "undo": ("undo", "undo", KEEP),
    "check": ("check", "check", HOUSE),
    "init": ("init", "init", HOUSE),
    "where": ("where", "where", HOUSE),
    "schema": ("schema", "schema", HOUSE),
}

GROUPS = frozenset({"export"})  # what their module names is a table of commands
