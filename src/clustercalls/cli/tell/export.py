"""`clustercalls export`: a group of commands, each imported only when it is the one that runs."""

# In the order of --help: the module and the function of each.
COMMANDS: dict[str, tuple[str, str]] = {
    "ics": ("export_ics", "ics"),
    "todo": ("export_ics", "todo"),
    "vdir": ("export_vdir", "vdir"),
    "caldav": ("export_caldav", "caldav"),
}
ABOUT = "Calendars and tasks for other programs."
