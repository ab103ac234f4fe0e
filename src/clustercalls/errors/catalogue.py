"""The catalogue of every message, by its code.

`docs/errors.md` is generated from it.
"""

from clustercalls.errors.kinds import Kind
from clustercalls.errors.messages.calendar import CALENDARS
from clustercalls.errors.messages.documents import DOCUMENTS
from clustercalls.errors.messages.editing import EDITING
from clustercalls.errors.messages.offers import OFFERS
from clustercalls.errors.messages.pages import PAGES
from clustercalls.errors.messages.reading import DATES, ENTRY, FILE, MONEY, WARNINGS
from clustercalls.errors.messages.reminders import REMINDERS
from clustercalls.errors.messages.typed import TYPED
from clustercalls.errors.messages.world import WORLD

# The sections of docs/errors.md; those of `READING` are about what a registry file holds.
SECTIONS: dict[str, dict[str, Kind]] = {
    "The file as a whole": FILE,
    "One entry": ENTRY,
    "Dates and zones": DATES,
    "Money and addresses": MONEY,
    "Warnings, by `check`": WARNINGS,
    "What was typed": TYPED,
    "The world": WORLD,
    "The catalogue": OFFERS,
    "Documents": DOCUMENTS,
    "Calendars": CALENDARS,
    "Pages": PAGES,
    "Reminders": REMINDERS,
    "Editing": EDITING,
}
READING = FILE | ENTRY | DATES | MONEY | WARNINGS
CATALOGUE = {code: kind for section in SECTIONS.values() for code, kind in section.items()}
