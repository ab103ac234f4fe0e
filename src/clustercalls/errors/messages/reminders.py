"""Reminders, digests and their memory."""

from clustercalls.errors.kinds import Kind

REMINDERS: dict[str, Kind] = {
    "no-state-folder": Kind(
        "no home is known, so nothing can be remembered",
        "Set HOME or XDG_STATE_HOME, or look with --dry-run.",
    ),
    "lost-memory": Kind(
        "what was told cannot be read: {reason}",
        "It goes aside as {aside}; what is due now counts as not told, and remind tells it once more.",
    ),
    "closed-memory": Kind(
        "what was told cannot be read: {reason}",
        "It is left as it is, and nothing is told meanwhile. Open it: chmod u+rwX {path}",
    ),
    "lost-facts": Kind(
        "what the entries were at the last look cannot be read: {reason}",
        "What changed since is known by the history alone; from now on all of it is remembered anew.",
    ),
    "cannot-remember": Kind(
        "what was told cannot be remembered: {reason}",
        "Mend that; if this run told anything, it is told again at the next.",
    ),
    "full-memory": Kind(
        "what is to be remembered of this registry is over the limit of {limit}: it stays as it was",
        "Nothing was told. Have a run of `remind` for each part of the registry, or for fewer targets.",
    ),
    "not-looked": Kind(
        "what changed since the last look is not known: {reason}",
        "Only what the history and commands tell is shown. Try again later, or compare: --against FILE",
    ),
    "other-run": Kind(
        "another run is at work, and this one told nothing", "What is still due is told at the next run."
    ),
    "not-delivered": Kind("{target}: not delivered: {reason}", "{advice}"),
    "no-smtp": Kind(
        "no mail server is known",
        'Add to the config: smtp = { host = "mail.example.org", from = "me@example.org" }',
    ),
    "bad-recipient": Kind("`{value}` is no mail address", "Write it alone, as in me@example.org"),
    "bad-command": Kind("`{value}` is no command", "Write it as you would type it, in quotes."),
    "no-program": Kind("there is no program `{value}`", "Write its whole path; it must be executable."),
    "unknown-service": Kind(
        "`{value}` is neither an address nor a name of `notify` in the config", "The names: {known}."
    ),
    "secret-typed": Kind(
        "a password on the command line can be read by everybody on this machine",
        'Put the address into the config, notify = { team = "…" }, and write --notify team',
    ),
    "bad-since": Kind(
        "`{value}` is no day to look back to: {reason}",
        "Write 7d, 2w, monday, last month or 2017-04-04.",
    ),
    "no-revision": Kind("git has no such file at `{value}`: {reason}", "Write it as --against git:HEAD~1"),
    "bad-schedule": Kind(
        "there is a line break in what is to be run, and no scheduler takes one",
        "Leave it out, or put it into a script of yours.",
    ),
    "bad-every": Kind("`{value}` is no period of a day or more", "Write it as --every 1d, 2d, 1w or 1m."),
    "wants-log": Kind("`{value}`: an ID goes with --log alone", "clustercalls remind --log {value}"),
    "bad-daily": Kind("`{value}` is no time of day", "Write it as --daily 07:30"),
    "open-secret": Kind(
        "this config holds a password or an address of --notify, and others can read it",
        "Make it yours alone: chmod 600 {path}",
    ),
}
