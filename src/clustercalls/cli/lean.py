"""The imports of msgspec and pathlib, at half their price: without what they import and we do not use."""

import os
import sys
from importlib import import_module
from types import ModuleType

TYPE_CHECKING = False  # as in `output`
if TYPE_CHECKING:
    from typing import Any


class Later(ModuleType):
    """What stands for a module that is imported once something is asked of it, for what is not `known`."""

    def __init__(self, name: str, **known: object) -> None:
        super().__init__(name)
        self.__dict__.update(known)

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):  # as the import system asks, of a package
            raise AttributeError(name)
        return getattr(import_module(self.__name__), name)


def import_msgspec() -> None:
    """Imports msgspec and pathlib, and instead of what they import for some of their functions, `Later`.

    Of typing_extensions they ask what `typing` has in our Pythons: None in `sys.modules` is a module that is
    not there. Others that want one of these find it as ever.
    https://docs.python.org/3/reference/import.html#the-module-cache
    """
    if "typing_extensions" in sys.modules:
        return
    later: dict[str, Any] = {
        "typing_extensions": None,
        "platform": Later("platform", system=_system),  # of uuid, which decides by it how to ask for an id
        "textwrap": Later("textwrap"),
        "urllib.parse": Later("urllib.parse", quote_from_bytes=_quote_from_bytes),
    }
    later = {name: each for name, each in later.items() if name not in sys.modules}
    sys.modules.update(later)
    try:
        import_module("pathlib")
        import_module("msgspec")
    finally:
        for name in later:
            del sys.modules[name]


def _system() -> str:
    """As `platform.system`, which compiles a dozen patterns first."""
    return os.uname().sysname


def _quote_from_bytes(data: bytes, safe: str = "/") -> str:
    from urllib.parse import quote_from_bytes

    return quote_from_bytes(data, safe)
