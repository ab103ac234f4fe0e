"""Which entry is meant by what somebody typed, and which values the entries have."""

from clustercalls.model import Entry, Registry


def known_values(registry: Registry, field: str) -> tuple[str, ...]:
    """Every value of `programme`, `tag`, `track` or `owner` in the registry, sorted."""
    if field == "tag":
        found = {tag for entry in registry.entries for tag in entry.tags}
    else:
        found = {getattr(entry, field) for entry in registry.entries}
    return tuple(sorted(found - {""}))


def named(registry: Registry, text: str) -> tuple[Entry, ...]:
    """The entry with this id, else every entry whose id holds the text, case folded."""
    wanted = text.casefold()
    exact = tuple(entry for entry in registry.entries if entry.id == wanted)
    return exact or tuple(entry for entry in registry.entries if wanted in entry.id)
