"""What sources offer: the catalogue, what is looked for in it, what is put into it."""

from clustercalls.errors.kinds import Kind, warning

OFFERS: dict[str, Kind] = {
    "no-catalogue": Kind("there is no catalogue yet", "Fetch what is on offer with: clustercalls sync"),
    "no-catalogue-folder": Kind(
        "no home is known, and so no place for the catalogue", "Set HOME or XDG_DATA_HOME."
    ),
    "catalogue-unreadable": Kind(
        "the catalogue cannot be read: {reason}",
        "Nothing is lost with it. Put it aside and make it anew with: clustercalls sync",
    ),
    "catalogue-closed": Kind(
        "the catalogue cannot be opened: {reason}", "Check the path, its permissions and the disk."
    ),
    "too-short": Kind(
        "of {ahead} that are ahead, {missing} are missing in what {source} lists now",
        "Nothing was changed. If it is right: clustercalls sync {source} --force",
    ),
    "source-failed": Kind(
        "{reason} ({address})",
        "The catalogue is as it was. Check the address, or try it again later: clustercalls sync",
    ),
    "address-failed": Kind(
        "{reason}", "Open it in a browser, save what is there as a file, and import that; or try again later."
    ),
    "address-with-user": Kind(
        "this address has a name or a password in it, which are sent to nobody",
        "Leave them out; or save what is there with a browser, and import that file.",
    ),
    "source-incomplete": Kind(
        "not all that it has came", "What came is kept, and nothing counts as gone. Try it again later."
    ),
    "followed-unanswered": Kind(
        "what you follow and is not among what it lists was asked for, and: {reason}",
        "What came is kept, and nothing counts as gone. Try it again later.",
    ),
    "source-name": Kind("no source can be called `{name}`", "Write small letters, digits, - and _."),
    "source-kind": Kind("what {name} is, is not said", "Write its kind, one of: {known}"),
    "source-url": Kind("where {name} is, is not said", 'Write its address: url = "https://…"'),
    "catalogue-aside": warning(
        "this was no catalogue of ours, or damaged, and is now {aside}", "Nothing is lost: it was made anew."
    ),
    "candidate-unread": warning("it cannot be read: {words}", "All others were."),
    "part-left-out": warning("{reason}", "It was left out; all others were read."),
    "rest-unread": warning("{reason}", "What came before was read."),
    "hidden-taken-out": warning(
        "characters that are not to be seen were taken out: {characters}",
        "Check its texts: they may not be what they looked like.",
    ),
    "unlike-kind": Kind("this cannot be read as {what}: {reason}", "{advice}"),
    "no-reader": Kind("{library}, which reads this, is missing", "pip install 'clustercalls[import]'"),
    "no-words": Kind(
        "`{text}` has no word to look for", "Write one that is to be there; -WORD only leaves out."
    ),
    "unknown-candidate": Kind(
        "nothing in the catalogue is `{id}`", "Look for it with: clustercalls find WORDS"
    ),
    "put-away": Kind(
        "{key} is {id}, which was put away",
        "Take that back with: clustercalls {command}. Or add it once more with --again.",
    ),
    "changed-meanwhile": Kind(
        "{id} was changed since the question was asked", "Look at it again with: clustercalls review"
    ),
    "no-input": Kind("standard input is closed", "Name a file, or pipe the document in."),
    "no-document": Kind("there is no such file", "Check the path; an address begins with https://."),
    "no-column": Kind("`{value}` names no column", "Write FIELD=HEADING, as in: --column deadline=Fine"),
    "no-calendars": Kind("no calendar (.ics) is in this folder", "Name the files that are to be read."),
    "kept-meanwhile": Kind("`{id}` has {what} by now", "Import it once more to see what differs."),
    "no-field-of-table": Kind("`{field}` is no field of a table", "Those that are: {known}"),
    "no-heading": Kind("no column of it is called {name}", "Those that are: {known}"),
    "no-such-number": Kind("nothing has the number {value}", "There are: {known}"),
    "nothing-open": Kind("nothing is open for `{id}`", "See all that is open with: clustercalls review"),
    "ambiguous-candidate": Kind("`{id}` could be {matches}", "Write a longer part of the key."),
}
