"""The messages of everything but reading: what was typed, the world, telling, editing."""

from clustercalls.errors.kinds import Kind

TYPED: dict[str, Kind] = {
    "bad-usage": Kind("{reason}", "{advice}"),
    "unknown-value": Kind("{option} {value}: no entry has it", "{advice}"),
    "unknown-choice": Kind("{option} {value}: not one of {known}", "Did you mean {near}?"),
    "bad-window": Kind(
        "`{value}` is no window: {reason}",
        "Write 30d, 2w, 3m, 1y, today, tomorrow, eow, eom, eoy, friday, 2017-04, 2017-04-04 or A..B.",
    ),
    "bad-moment": Kind("`{value}` is no moment", "Write 2017-04-04 or 2017-04-04T17:00."),
    "unknown-column": Kind("`{value}` is no column here", "The columns: {known}."),
    "unclosed-name": Kind("`{value}` has no } right after it in the template", "Write {near}"),
    "two-shapes": Kind(
        "--template goes with neither --format nor --columns", "Name the columns in the template."
    ),
    "unknown-id": Kind("no entry `{id}`", "{advice}"),
    "broken-entry": Kind(
        "`{id}` has errors, so it is not shown", "Mend what is told above; clustercalls check."
    ),
    "ambiguous-id": Kind("`{id}` could be {matches}", "Write more of it."),
    "wants-registry": Kind(
        "there is no registry of yours", "Make one: clustercalls init, or name one: --registry FILE"
    ),
    "output-is-input": Kind(
        "this is a file that was read, or that clustercalls keeps", "Name another one: nothing was written."
    ),
    "not-together": Kind("{one} goes with no {other}", "Leave one of the two out."),
    "no-pick": Kind(
        "--pick names no entry", "Name some, as in --pick innosup,escp-s3-formal, or leave it out."
    ),
    "already-there": Kind("already there, and left as it is", "Choose another path, or edit this file."),
}

WORLD: dict[str, Kind] = {
    "cannot-write": Kind("cannot be written: {reason}", "Nothing was changed."),
    "output-failed": Kind("the output failed: {reason}", "What was shown may be cut off."),
    "unsupported": Kind(
        "clustercalls runs on Linux and macOS, not on {system}", "On Windows, run it inside WSL."
    ),
    "bug": Kind("{reason}", "{advice}"),
    # Calendars
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
    "no-password": Kind(
        "no password of {user} at {host}",
        "Put it into {variable}, name a command with --password-command, or keep it in the keyring.",
    ),
    "password-command": Kind("the command for the password failed: {reason}", "Try it by itself."),
    "caldav-failed": Kind("{reason}", "What was done stays; a repeat does the rest."),
}

REMINDERS: dict[str, Kind] = {
    "no-state-folder": Kind(
        "no home is known, so nothing can be remembered",
        "Set HOME or XDG_STATE_HOME, or look with --dry-run.",
    ),
    "lost-memory": Kind(
        "what was told cannot be read: {reason}",
        "It is kept as {aside}; what was due before today counts as told.",
    ),
    "cannot-remember": Kind(
        "what was told cannot be remembered: {reason}",
        "Mend that; if this run told anything, it is told again at the next.",
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
    "bad-since": Kind("`{value}` is no day that has come", "Write --since 7d, 2w, monday or 2017-04-04."),
    "no-revision": Kind("git has no such file at `{value}`: {reason}", "Write it as --against git:HEAD~1"),
    "bad-schedule": Kind(
        "there is a line break in what is to be run, and no scheduler takes one",
        "Leave it out, or put it into a script of yours.",
    ),
    "bad-daily": Kind("`{value}` is no time of day", "Write it as --daily 07:30"),
    "open-secret": Kind(
        "this config holds a password or an address of --notify, and others can read it",
        "Make it yours alone: chmod 600 {path}",
    ),
}

# Editing
EDITING: dict[str, Kind] = {
    "locked": Kind(
        "somebody else has been writing for {seconds} seconds", "Nothing was changed; try again later."
    ),
    "changed-on-disk": Kind(
        "it was changed on disk meanwhile; nothing was written", "Run the command again."
    ),
    "not-durable": Kind(
        "written, but the disk would not confirm it: {reason}", "Check the disk; the new text is in place."
    ),
    "no-journal": Kind(
        "the journal of edits cannot be written: {reason}",
        "Nothing was changed. Set XDG_STATE_HOME to a folder of yours.",
    ),
    "not-in-place": Kind(
        "`{id}` cannot be edited in place: its text is not a block of its own",
        "Edit the file by hand, then: clustercalls check",
    ),
    "bad-value": Kind("`{key}` was read as {found}: {reason}", "{advice}"),
    "unknown-field": Kind("there is no field `{key}` to set", "{advice}"),
    "bad-setting": Kind("`{value}` sets nothing", "Write field=value, field+=value or field-=value."),
    "bad-stage": Kind(
        "`{value}` is no stage with its date",
        "Write NAME=DATE, as in first=2027-04-05; first= without a date.",
    ),
    "other-currency": Kind(
        "`{key}` is a number alone, and `{value}` names a currency",
        "Leave it out there; then: clustercalls set ID currency={currency}",
    ),
    "idle-why": Kind(
        "--why and --source belong to a date or status that changes, and `{id}` keeps all it had",
        "Leave them out, or keep them with: note+=TEXT url=URL",
    ),
    "unknown-stage": Kind("`{id}` has no stage `{stage}`", "{advice}"),
    "which-stage": Kind("`{id}` has several dates that could move", "Say which: {known}."),
    "stage-there": Kind(
        "`{key}` would be one more beside {known}", "Move that one: clustercalls move {first} DATE"
    ),
    "no-stage": Kind("`{id}` has no date to move", "Give it one: clustercalls set {id} deadline=DATE"),
    "ambiguous-date": Kind("`{value}` could be {nearest}", "Write it as {example}."),
    "not-understood": Kind(
        "`{value}` is no date: {reason}", "Write 2017-04-06, 6 Apr 2017, or 2017-02/2017-03."
    ),
    "reserved-id": Kind("the id `{id}` is the name of a device on some systems", "Choose another."),
    "taken-id": Kind("the id `{id}` is taken", "Choose another, such as {free}."),
    "not-text": Kind("`{key}` holds bytes that are no text", "Write it as UTF-8."),
    "no-title": Kind(
        "an entry needs a title", "Give --title, write it with --edit, or answer at a terminal."
    ),
    "wants-yes": Kind("remove asks first, and there is nobody to ask", "Add --yes."),
    "nothing-to-undo": Kind("no command's edit of this registry is left to take back", "{advice}"),
    "changed-since": Kind(
        "changed since `{command}` ({at}); nothing was taken back",
        "Look at it with: clustercalls changes {id}",
    ),
    "no-source": Kind("there is no entry with a source to repeat", "Give --source-title or --source-url."),
    "two-sources": Kind(
        "--source-from last, and the title or address of another document",
        "Leave out one of the two: the last source is taken whole, or not at all.",
    ),
    "no-editor": Kind("the editor {editor} cannot be started: {reason}", "Set VISUAL or EDITOR."),
    "editor-failed": Kind(
        "the editor ended with {status}", "Nothing was written; the text is kept in {kept}."
    ),
    "not-one-entry": Kind("{count} entries came back instead of one", "The text is kept in {kept}."),
    "text-kept": Kind("the text was not written", "It is kept in {kept}."),
    "two-ways": Kind("--edit goes with no other field", "Write the fields in the editor."),
}
