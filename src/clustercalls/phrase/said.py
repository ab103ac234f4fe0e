"""What a text said of its field: what is left of its words once `roles` has read them, and by which day."""

from datetime import date
from typing import NamedTuple

from msgspec import Struct

TWO_DAYS = "it opens on {first} and closes on {last}"  # why it is refused where there is room for one of them


class Said(Struct, frozen=True):
    """What was said: EDTF texts, empty for what was not; no `when` is "not announced".

    `until` is the end of an event, `opens` the day from which a deadline can be met, `zone` a name as typed;
    `to_the_end` is a day whose midnight was named, so that it has no hour; `yearless` says that its year was
    left out, `turned` that it was told by another date.
    """

    when: str = ""
    until: str = ""
    opens: str = ""
    zone: str = ""
    to_the_end: bool = False
    yearless: bool = False
    turned: bool = False

    @property
    def text(self) -> str:
        """Its days as one EDTF text."""
        days = [each for each in (self.opens, self.when, self.until) if each]
        return "/".join(each.partition("T")[0] for each in days) if len(days) > 1 else "".join(days)

    @property
    def typed(self) -> str:
        """A text that says just this again; empty when no date is announced."""
        first, last = (self.opens, self.when) if self.opens else (self.when, self.until)
        days = f"from {first} to {last}" if first and last else first or last
        if days == self.when and not self.zone:
            return days
        return f"{days.replace('T', ' ')} {self.zone}".strip()


class Turn(NamedTuple):
    """The day it is, and whether what names no year is the last one before it."""

    today: date | None
    back: bool
