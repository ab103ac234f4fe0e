"""What the shell proposes: ids and values of the registry in use; never an error, never a word too many."""

from collections.abc import Callable

import typer


def complete_entries(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Ids that hold what was typed, with their titles."""
    from clustercalls.cli.surroundings import quiet_registry

    wanted = incomplete.casefold()
    return [(e.id, e.title) for e in quiet_registry(context.params) if wanted in e.id]


def complete_values(field: str) -> Callable[[typer.Context, str], list[str]]:
    """A completer of one option: words we know, or those the registry has."""

    def complete(context: typer.Context, incomplete: str) -> list[str]:
        from clustercalls.cli.choices import WORDS
        from clustercalls.cli.surroundings import quiet_registry
        from clustercalls.model import Registry
        from clustercalls.query import known_values

        if field in WORDS:
            known = WORDS[field]
        else:
            registry = Registry(tuple(quiet_registry(context.params)), (), (), "")
            known = known_values(registry, field)
        return [each for each in known if each.casefold().startswith(incomplete.casefold())]

    return complete
