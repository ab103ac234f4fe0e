"""What the shell proposes: ids and values of the registry in use; never an error, never a word too many.

Everything that could stand there is returned: typer keeps what begins with the text that was typed, and
shells take nothing else (bash would replace the text by what the proposals have in common).
"""

from collections.abc import Callable

import typer


def complete_entries(context: typer.Context) -> list[tuple[str, str]]:
    """Every id with its title."""
    from clustercalls.cli.registry_in_use import quiet_registry

    return [(each.id, each.title) for each in quiet_registry(context.params)]


def complete_values(field: str) -> Callable[[typer.Context], tuple[str, ...]]:
    """A completer of one option: words we know, or those the registry has."""

    def complete(context: typer.Context) -> tuple[str, ...]:
        from clustercalls.cli.choices import CODES, words_of
        from clustercalls.cli.registry_in_use import quiet_registry
        from clustercalls.model import Registry
        from clustercalls.query.named import known_values

        if field in CODES:
            return words_of(CODES[field])
        if field == "format":
            from clustercalls.cli.rows_out import FORMATS

            return FORMATS
        return known_values(Registry(tuple(quiet_registry(context.params)), (), (), ""), field)

    return complete
