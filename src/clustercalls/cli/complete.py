"""What the shell proposes: ids and values of the registry in use; never an error, never a word too many.

Everything that could stand there is returned: what begins with the text that was typed is kept, and
shells take nothing else (bash would replace the text by what the proposals have in common).
"""

TYPE_CHECKING = False  # as in `output`
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


def proposals(field: str, options: "Mapping[str, Any]") -> list[tuple[str, str]] | list[str]:
    """What may stand for a field: ids with their titles, words we know, or values the registry has."""
    if field == "id" and not options.get("config"):
        from clustercalls.cli.look import at_once

        known = at_once.names(options.get("registry") or ())
        if known is not None:
            return known
    from clustercalls.cli import lean

    lean.import_msgspec()
    from clustercalls.cli.choices import CODES, words_of
    from clustercalls.cli.registry_in_use import quiet_registry
    from clustercalls.model import Registry
    from clustercalls.query.named import known_values
    from clustercalls.stored import names

    if field in CODES:
        return list(words_of(CODES[field]))
    if field == "format":
        from clustercalls.cli.rows_out import FORMATS

        return list(FORMATS)
    entries = quiet_registry(options)
    if field == "id":
        return names(entries)
    return list(known_values(Registry(entries, (), (), ""), field))
