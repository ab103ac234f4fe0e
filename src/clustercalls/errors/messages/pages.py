"""Pages that are published."""

from clustercalls.errors.kinds import Kind

PAGES: dict[str, Kind] = {
    "bad-template": Kind(
        "no page can be made of this template: {reason}",
        "Mend it, or take it away: the one that is built in serves then.",
    ),
}
