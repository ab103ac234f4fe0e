"""What a command noted in the journal, said again in the language of who reads it now."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from clustercalls.entry_fields import FIELDS
from clustercalls.i18n import LANGUAGES, Language, language
from clustercalls.render.dates import say_day
from clustercalls.render.words import OTHER_FIELDS, field_name

# How the line of a command begins; what was understood of it may follow.
BEGINNINGS = (
    "{id}: changed {fields}.",
    "Confirmed on {date}: {ids}.",
    "Added {id}: {title}",
    "Removed {id}; it is kept in {file}.",
    "{id} edited; its history keeps what it was: {fields}.",
    "{id} edited.",
)


def anew(line: str, day: date | None, title: str, t: Language) -> str:
    """A line of the journal in this language, or as it is where it is so already or nobody knows it.

    Of another language only its beginning is said: what was understood then is told by the entry itself.
    `day` is when it was, `title` that of the entry.
    """
    if any(_pattern(t(english)).match(line) for english in BEGINNINGS):
        return line
    for english, code in ((english, code) for english in BEGINNINGS for code in LANGUAGES):
        match = _pattern(language(code)(english)).match(line)
        if match:
            values = match.groupdict()
            if "fields" in values:
                values["fields"] = ", ".join(_renamed(values["fields"].split(", "), code, t))
            if "date" in values and day:
                values["date"] = say_day(day, t.code)
            if title and values.get("title", "").startswith(title):
                values["title"] = title
            return t(english, **values)
    return line


@cache
def _pattern(text: str) -> re.Pattern[str]:
    """What a text matches, its `{names}` filled, with nothing or a blank behind it."""
    pieces = re.split(r"\{(\w+)\}", text)
    named = (f"(?P<{each}>{'[^ :;]+' if each == 'id' else '.+?'})" for each in pieces[1::2])
    own = map(re.escape, pieces[::2])
    whole = "".join(f"{piece}{next(named, '')}" for piece in own)
    return re.compile(f"{whole}$" if text.endswith("}") else f"{whole}(?= |$)")


def _renamed(names: list[str], code: str, t: Language) -> Iterator[str]:
    """Fields by their names in that language, each by its name in this one."""
    keys = {field_name(key, language(code)): key for key in (*(each.key for each in FIELDS), *OTHER_FIELDS)}
    return (field_name(keys[each], t) if each in keys else each for each in names)
