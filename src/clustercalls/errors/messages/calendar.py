"""Calendars: events, files and servers that hold them."""

from clustercalls.errors.kinds import Kind

CALENDARS: dict[str, Kind] = {
    "no-defaults": Kind(
        "a file of the registry has [defaults] that cannot be read, and so its hours no zone",
        "Mend what is told above; calendars stay as they were until then.",
    ),
    "unfit-event": Kind("no valid event can be made of it: {reason}", "Mend it; the rest was exported."),
    "foreign-calendar": Kind("not a calendar that this command wrote", "Name another path, or add --force."),
    "broken-calendar": Kind(
        "a calendar of ours, but it cannot be read back: {reason}",
        "Restore it, or start it anew with --force.",
    ),
    "bad-server": Kind(
        "the address of a server begins with https://, and holds no user or password",
        "Write it as https://dav.example.org/, and the user as --user.",
    ),
    "insecure-server": Kind(
        "over http:// everybody on the way to {host} can read the password",
        "Write https://, or add --insecure where you trust the way.",
    ),
    "no-password": Kind(
        "no password of {user} at {host}",
        "Put it into {variable}, name a command with --password-command, or keep it in the keyring.",
    ),
    "password-command": Kind("the command for the password failed: {reason}", "Try it by itself."),
    "bad-login": Kind(
        "{what} cannot be used: {reason}", "It is text on one line, as the server was told it."
    ),
    "full-calendar": Kind(
        "events that are not in this calendar: {count}; it would be over the limit of {limit}",
        "What it holds is kept up to date. Choose fewer, as with --tag, or another calendar for the rest.",
    ),
    "caldav-failed": Kind("{reason}", "What was done stays; a repeat does the rest."),
}
