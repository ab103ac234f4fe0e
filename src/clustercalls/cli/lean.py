"""The import of msgspec, at half its price."""

import sys
from importlib import import_module


def import_msgspec() -> None:
    """Imports msgspec without typing_extensions, which it asks first for what `typing` has in our Pythons.

    None in `sys.modules` is a module that is not there, and msgspec then does with `typing`; others that
    want it find it as ever. https://docs.python.org/3/reference/import.html#the-module-cache
    """
    if "typing_extensions" in sys.modules:
        return
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]  # as the import system has it
    try:
        import_module("msgspec")
    finally:
        del sys.modules["typing_extensions"]
