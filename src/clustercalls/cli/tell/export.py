"""`clustercalls export`: a group of commands, each imported only when it is the one that runs."""

# In the order of --help: the module and the function of each.
COMMANDS: dict[str, tuple[str, str]] = {
    "ics": ("tell.export_ics", "ics"),
    "todo": ("tell.export_ics", "todo"),
    "vdir": ("tell.export_vdir", "vdir"),
    "caldav": ("tell.export_caldav", "caldav"),
    "svg": ("tell.export_svg", "svg"),
}
ABOUT = "Calendars, tasks and a picture for others."
