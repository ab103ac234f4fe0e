"""What the usual run must know of a config file, kept in the cache under its bytes; none of its secrets."""

import os

from clustercalls.disk import copies
from clustercalls.disk.folders import OWN_CONFIG, is_there, own_file
from clustercalls.disk.regular import regular
from clustercalls.limits import FILE_BYTES
from clustercalls.zones import FORGET_MONTHS

TYPE_CHECKING = False  # as in `cli.output`
if TYPE_CHECKING:
    from collections.abc import Sequence

KIND = "config"


class Settings:
    """The settings that a usual run goes by, by default those without a file; `key` tells the file."""

    __slots__ = ("forget_months", "key", "lang", "pager", "registry", "window", "zone")

    def __init__(
        self, registry: "Sequence[str]" = (), zone: str = "", lang: str = "", window: str = "",
        forget_months: int = FORGET_MONTHS, key: bytes = b"", pager: bool = False,
    ) -> None:  # fmt: skip
        self.registry, self.zone, self.lang, self.window = registry, zone, lang, window
        self.forget_months, self.key = forget_months, key
        self.pager = pager


def key_of(data: bytes, path: str) -> bytes:
    """What tells all that is read of a config file with these bytes from others: who may read it counts."""
    mode = os.stat(path).st_mode  # noqa: PTH116 - a text
    return copies.key_of(data, f"{mode:o} {os.environ.get('HOME')}".encode("utf-8", "surrogateescape"))


def known(named: str) -> Settings | None:
    """The settings of the config file named, or of the user's own; None where they are to be read there."""
    try:
        path = named or own_file(*OWN_CONFIG)
        if not path or (not named and not is_there(path)):
            return Settings()
        data = regular(path, FILE_BYTES)
        key = b"" if data is None else key_of(data, path)
    except (OSError, ValueError):
        return None
    kept = copies.known(KIND, path, key) if key else None
    if kept is None:
        return None
    registry, zone, lang, window, forget_months, pager = kept
    return Settings(registry, zone, lang, window, forget_months, key, pager)


def keep(path: str, named: "Sequence[str]", settings: Settings) -> None:
    """Keeps them; `named` are the registries as the file has them."""
    if any(each[:1] == "~" and each[:2] not in {"~", "~/"} for each in named) or not os.environ.get("HOME"):
        return  # whose home that is, others say
    texts = (tuple(settings.registry), settings.zone, settings.lang, settings.window)
    its = (*texts, settings.forget_months, settings.pager)
    copies.keep(KIND, path, settings.key, its)
