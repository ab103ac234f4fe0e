"""`clustercalls schema`: the shape of a registry file, for editors."""

from clustercalls.cli import output
from clustercalls.cli.options import Common
from clustercalls.cli.surroundings import look_around


def schema(common: Common) -> int:
    """The JSON Schema of a registry file, for editors that complete and check.

    Example: clustercalls schema
    """
    from clustercalls.registry.schema import document

    look_around(common)
    output.write([document()])
    return 0
