"""The imports of msgspec and pathlib, at half their price: without what they import and we do not use."""

import os
import sys
from importlib import import_module
from types import ModuleType

TYPE_CHECKING = False  # as in `output`
if TYPE_CHECKING:
    from collections.abc import Callable
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
        "urllib.parse": Later("urllib.parse", **_functions("urllib.parse", "quote_from_bytes")),
        "msgspec.inspect": Later("msgspec.inspect"),
        "msgspec._json_schema": Later(
            "msgspec._json_schema", **_functions("msgspec._json_schema", "schema", "schema_components")
        ),
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


def _functions(module: str, *names: str) -> "dict[str, Callable[..., object]]":
    """What stands for functions that are taken out of a module before one of them is called."""

    def standing_for(name: str) -> "Callable[..., object]":
        def function(*given: object, **named: object) -> object:
            return getattr(import_module(module), name)(*given, **named)

        return function

    return {name: standing_for(name) for name in names}
