"""A letter as a message: in all the forms in which a target may want it."""

import zlib
from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from clustercalls.deliver.target import Message
from clustercalls.render import json
from clustercalls.render.letter import FORMATS, Letter
from clustercalls.zones import Moment, zone_of


def compose(
    letter: Letter,
    subject: str,
    moment: Moment,
    origin: str,
    reminders: Sequence[dict[str, Any]] | None = None,
) -> Message:
    """The message that carries a letter, or these reminders, each a part of it under its own `key`.

    Without reminders it is one part, keyed by its day and what it says: two letters of one day are two
    messages, the same letter is the same, and its problems are words of it, no news of their own. The remark
    is the first of the problems that programs read.
    """
    plain, html = FORMATS["plain"](letter), FORMATS["html"](replace(letter, title=subject))
    body = {"html": html} if reminders is None else {"reminders": reminders}
    told = (letter.remark, *letter.problems) if letter.remark else letter.problems
    whole = json.line({"subject": subject, "text": plain, **body, "problems": told})
    parts: tuple[tuple[str, bytes], ...]
    if reminders is None:
        parts = ((f"digest@{moment.today()}@{zlib.crc32(plain.encode()):08x}", whole),)
    else:
        parts = tuple((each["key"], json.line(each)) for each in reminders)
    problems = told if reminders is not None else ()
    written = moment.now.astimezone(zone_of(moment.zone))
    return Message(subject, plain, html, whole, parts, written, problems, origin)
