"""The catalogue of every message, by its code.

`docs/errors.md` is generated from it.
"""

from clustercalls.errors.doing import EDITING, REMINDERS, TYPED, WORLD
from clustercalls.errors.kinds import Kind
from clustercalls.errors.reading import DATES, ENTRY, FILE, MONEY, WARNINGS

# The sections of docs/errors.md; those of `READING` are about what a registry file holds.
SECTIONS: dict[str, dict[str, Kind]] = {
    "The file as a whole": FILE,
    "One entry": ENTRY,
    "Dates and zones": DATES,
    "Money and addresses": MONEY,
    "Warnings, by `check`": WARNINGS,
    "What was typed": TYPED,
    "The world": WORLD,
    "Reminders": REMINDERS,
    "Editing": EDITING,
}
READING = FILE | ENTRY | DATES | MONEY | WARNINGS
CATALOGUE = {code: kind for section in SECTIONS.values() for code, kind in section.items()}
