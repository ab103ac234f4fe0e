"""The world outside: output, disk, system, and bugs."""

from clustercalls.errors.kinds import Kind

WORLD: dict[str, Kind] = {
    "cannot-write": Kind("cannot be written: {reason}", "Nothing was changed."),
    "in-the-way": Kind("this is in the way: {reason}", "Look at it, and take it away."),
    "protected": Kind(
        "its mode, {mode}, keeps it from being written",
        "If it is to be written: chmod {change} {path}",
    ),
    "output-failed": Kind("the output failed: {reason}", "What was shown may be cut off."),
    "no-browser": Kind("the browser {browser} cannot open it: {reason}", "Set BROWSER."),
    "unsupported": Kind(
        "clustercalls runs on Linux and macOS, not on {system}", "On Windows, run it inside WSL."
    ),
    "bug": Kind("{reason}", "{advice}"),
}
