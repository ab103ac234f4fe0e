"""`clustercalls schema`: the shape of a registry file, for editors."""

from clustercalls.cli import output
from clustercalls.cli.begin import context_of
from clustercalls.cli.options import Common


def schema(common: Common) -> int:
    """The JSON Schema of a registry file, for editors that complete and check.

    Example: clustercalls schema
    """
    from clustercalls.registry.schema import document

    context = context_of(common, registry=False)
    output.write([document()])
    return context.code()
