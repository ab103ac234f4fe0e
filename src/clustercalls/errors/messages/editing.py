"""A registry written: locks, values, ids, the journal, the editor."""

from clustercalls.errors.kinds import Kind, warning

EDITING: dict[str, Kind] = {
    "locked": Kind(
        "somebody else has been writing for {seconds} seconds", "It is as it was; try again later."
    ),
    "changed-on-disk": Kind(
        "it was changed on disk meanwhile; nothing was written", "Run the command again."
    ),
    "not-durable": Kind(
        "written, but the disk would not confirm it: {reason}", "Check the disk; the new text is in place."
    ),
    "left-as-it-is": Kind("cannot be written: {reason}", "This file is as it was."),
    "partly-done": Kind(
        "changed: {done}; not changed: {left}",
        "{advice}",
    ),
    "none-done": Kind("not changed: {left}", "Nothing was changed."),
    "unread-journal": Kind(
        "the journal of edits cannot be read: {reason}",
        "Make it a file that you can read; everything that does not need it was done.",
    ),
    "damaged-journal": Kind(
        "damaged lines in the journal of edits: {lines} ({count} in all)",
        "What they held is not known; the others are used. Delete those lines to stop this message.",
    ),
    "lost-record": Kind(
        "the journal of edits has lost a part of `{command}` ({at}), which was on several files",
        "Look at the other files by hand, or with git. Delete the lines with {id} to stop this message.",
    ),
    "empty-journal": Kind(
        "the journal of edits has lost what it held: it is empty",
        "What was done before cannot be taken back. Delete the file to stop this message.",
    ),
    "long-journal": Kind(
        "the journal of edits is larger than {limit}",
        "Its newest part is used; the next edit shortens it.",
    ),
    "large-edit": Kind(
        "an edit whose record is over the limit of {limit} could not be taken back",
        "Nothing was changed. Make it in several steps.",
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
    "not-a-deadline": Kind("`{value}` is no name of a deadline: {reason}", "{advice}"),
    "not-an-amount": Kind(
        "`{value}` is no amount for `{key}`",
        "Write it as 18500000, 18.5M, 350k, 2 bn, 3 million EUR or 1,5 Mio. EUR.",
    ),
    "not-a-currency": Kind("`{value}` is no currency", "Write its code, such as EUR or CHF."),
    "not-a-number": Kind(
        "`{value}` is no number of projects", "Write one number: --grants 8; with set: grants.number=8"
    ),
    "ambiguous-amount": Kind("`{value}` could be {nearest}", "Write it as {example}."),
    "other-currency": Kind(
        "`{key}` would be in {currency}, and {known} in {before}",
        "An entry has one currency: set all its amounts in one command.",
    ),
    "not-a-rate": Kind(
        "`{value}` is no rate", "Write each as one percentage from 0 to 100, then for whom: 75 SMEs"
    ),
    "ambiguous-rate": Kind("`{value}` could be a rate of {nearest}", "Write it as {example}."),
    "several-rates": Kind(
        "`{value}` is more than one rate",
        'Write each with whom it is for: {example}; with set: rate="{also}"',
    ),
    "no-track-word": Kind("`{value}` is no word for what we do with a call", "{advice}"),
    "track-word-first": Kind(
        "`{value}` is a word for what we do with a call, and no whole ID",
        "Write one such word only, and last, behind the IDs.",
    ),
    "nothing-due": Kind("nothing of `{id}` is to be done by us", "{advice}"),
    "nothing-done": Kind("nothing of `{id}` is done", "{advice}"),
    "unknown-template": Kind("there is no template `{value}`", "{advice}"),
    "steps-left-out": warning("steps before today were left out: {steps}", "Write them too with --past."),
    "no-deadline-ahead": Kind("`{id}` has no deadline ahead to plan back from", "{advice}"),
    "done-ahead": Kind(
        "`{id}` cannot be done on {value}: that day has not come",
        "Write the day it was done, or none.",
    ),
    "same-track": Kind(
        "`{id}` is on `{value}` already: there is no change of which --why could tell",
        "Leave --why out, or keep the reason with: clustercalls set {id} note+=TEXT",
    ),
    "idle-why": Kind(
        "--why and --source belong to a date, a status or a track that changes, and `{id}` keeps all it had",
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
    "not-this-field": Kind("`{value}` does not fit this field: {reason}", "{advice}"),
    "two-dates-typed": Kind("`{key}` is {other}, and another text says {value}", "Leave one of the two out."),
    "zone-shared": Kind("the zone {zone} would be that of {stages} too", "{advice}"),
    "reserved-id": Kind("the id `{id}` is the name of a device on some systems", "Choose another."),
    "taken-id": Kind("the id `{id}` is taken", "Choose another, such as {free}."),
    "not-text": Kind("`{key}` holds bytes that are no text", "Write it as UTF-8."),
    "no-title": Kind(
        "an entry needs a title", "Give --title, write it with --edit, or answer at a terminal."
    ),
    "none-named": Kind(
        "no entry is named", "Name IDs, or filters with --all-of-these, as in --tag soil --all-of-these."
    ),
    "no-filter": Kind(
        "--all-of-these without a filter is every entry there is", "Add a filter, such as --tag soil."
    ),
    "wants-all": Kind(
        "nothing is changed by filters alone: {filters}",
        "Look at what they select with list, then add --all-of-these.",
    ),
    "all-wants-yes": Kind(
        "entries that would be changed: {count}; there is no terminal here to ask at", "Add --yes."
    ),
    "wants-yes": Kind("remove asks for confirmation, and there is no terminal here", "Add --yes."),
    "nothing-to-undo": Kind("no edit of this registry is left to undo", "{advice}"),
    "changed-since": Kind(
        "changed since `{command}` ({at}); nothing was taken back",
        "Look at it with: clustercalls changes {id}",
    ),
    "unsettled": Kind(
        "`{command}` ({at}) was cut off, and the file is neither as before it nor as after it; "
        "nothing was taken back",
        "Look at it with: clustercalls changes {id}",
    ),
    "wrong-record": Kind(
        "the record of `{command}` ({at}) in the journal is damaged; nothing was taken back",
        "Take back by hand what it did, or with git.",
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
    "already-kept": Kind(
        "`{id}` has {what} already",
        "Look at it: clustercalls show {id}, or add this one too with {again}.",
    ),
    "undecided-file": Kind(
        "git left conflicts in this file: nothing of it is changed before they are decided",
        "clustercalls check -r {path} names each, of a field with the command that keeps a side.",
    ),
    "contested": Kind(
        "both sides changed the same, or one took out what the other changed; places: {count}",
        "Keep one side between each of git's marks, then: git add",
    ),
    "not-merged": Kind(
        "these cannot be merged entry by entry: {reason}",
        "What git makes of their lines stands in the file. Look at it, then: git add",
    ),
    "two-ways": Kind("--edit goes with no other field", "Write the fields in the editor."),
}
