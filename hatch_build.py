"""Compiles the translations: when a wheel is built, and for an editable install.

Babel writes what gettext of the standard library reads, `clustercalls.mo` beside each `clustercalls.po`.
"""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SAME_EVERY_TIME = datetime(2000, 1, 1, tzinfo=UTC)  # Babel writes a date; the compiled text is to have none
LOCALE = Path("src/clustercalls/i18n/locale")


def compile_texts(root: Path) -> list[Path]:
    """Compiles what is older than its `.po`, or was never; the paths of all that is compiled."""
    made = []
    for source in sorted((root / LOCALE).glob("*/LC_MESSAGES/*.po")):
        made.append(target := source.with_suffix(".mo"))
        if target.exists() and target.stat().st_mtime_ns > source.stat().st_mtime_ns:
            continue
        with source.open("rb") as text:
            catalog = read_po(text)
        catalog.creation_date = catalog.revision_date = SAME_EVERY_TIME
        written = target.with_suffix(".mo.new")
        with written.open("wb") as file:
            write_mo(file, catalog)
        written.replace(target)
    return made


class Texts(BuildHookInterface[Any]):
    """What hatchling calls before it collects the files of a wheel or installs editable."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """The compiled texts, which git ignores, belong into the wheel."""
        build_data["artifacts"] += [
            str(each.relative_to(self.root)) for each in compile_texts(Path(self.root))
        ]
