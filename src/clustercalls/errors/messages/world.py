"""The world outside: output, disk, system, and bugs."""

from clustercalls.errors.kinds import Kind

WORLD: dict[str, Kind] = {
    "cannot-write": Kind("cannot be written: {reason}", "Nothing was changed."),
    "cannot-publish": Kind(
        "cannot be published: {reason}",
        "Check the path, its permissions and the disk, and run it again: what stands there is whole.",
    ),
    "not-ours": Kind(
        "this file is not one that publish wrote", "It was left as it is. Take it away, or publish elsewhere."
    ),
    "cannot-serve": Kind(
        "nothing can be shown on port {port}: {reason}",
        "Name another one; without one a free one is taken.",
    ),
    "broken-manifest": Kind(
        "the memory of what was published there cannot be read",
        "Restore it; or take it away with the folder that it is of, and publish again.",
    ),
    "mounted-file": Kind(
        "it is mounted by itself, and cannot be exchanged",
        "Nothing was changed: mount the folder it is in.",
    ),
    "other-group": Kind(
        "its group, {group}, is not one of yours, and would be lost",
        "Become a member of it, or let its owner give it another: chgrp {mine} {path}",
    ),
    "in-the-way": Kind("this is in the way: {reason}", "Look at it, and take it away."),
    "protected": Kind(
        "its mode, {mode}, keeps it from being written",
        "If it is to be written: chmod {change} {path}",
    ),
    "output-failed": Kind("the output failed: {reason}", "What was shown may be cut off."),
    "config-ignored": Kind(
        "this config cannot be read: {reason}",
        "The defaults stood in for it. Check the path and its permissions.",
    ),
    "system-refused": Kind(
        "the system refused something this command needs: {reason}",
        "Check the path, its permissions and the disk.",
    ),
    "no-home": Kind(
        "no home is known, and so no place for it",
        "Set HOME, or put there by hand what this prints: clustercalls --show-completion {shell}",
    ),
    "no-workbooks": Kind("XlsxWriter, which makes workbooks, is missing", "pip install 'clustercalls[xlsx]'"),
    "no-holidays": Kind(
        "holidays, which knows public holidays, is missing", "pip install 'clustercalls[days-off]'"
    ),
    "not-cut": Kind(
        "this file cannot be cut into its entries", "Mend what clustercalls check says of it, then try again."
    ),
    "no-browser": Kind("the browser {browser} cannot open it: {reason}", "Set BROWSER."),
    "unsupported": Kind(
        "clustercalls runs on Linux and macOS, not on {system}", "On Windows, run it inside WSL."
    ),
    "bug": Kind("{reason}", "{advice}"),
}
