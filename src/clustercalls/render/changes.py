"""Changes in words: `first stage: 4 Apr → 6 Apr 2017 (+2 days); why; source`."""

from clustercalls.compare import STAGE, Change, What, parts
from clustercalls.i18n import Language
from clustercalls.model import Entry
from clustercalls.render import words
from clustercalls.render.dates import say_day, say_short, say_stretch
from clustercalls.render.safe import safe_text

LONGEST = 60  # characters of a value; the rest is for `show`


def line(change: Change, entry: Entry | None, t: Language) -> str:
    """One change on one line; `entry` as it is now."""
    noticed = f"{say_day(change.noticed, t.code)}  " if change.noticed else ""
    return safe_text(f"{noticed}{change.id}  {said(change, entry, t)}") + "\n"


def said(change: Change, entry: Entry | None, t: Language) -> str:
    """What changed, without saying of what."""
    if change.what in {What.CAME, What.WENT}:
        return f"{t('new') if change.what is What.CAME else t('gone')}: {change.title}"
    if change.what is What.MOVED:
        told = f"{_label(change, entry, t)}: {_dates(change, t)}" + words.shift(change.days or 0, t)
    else:
        told = f"{change.field}: {_short(change.was, t)} → {_short(change.now, t)}"
    return "; ".join(each for each in (told, change.why, change.source) if each)


def _dates(change: Change, t: Language) -> str:
    """Both dates, a shared year said once."""
    now = _date(change.now, t)
    was, until, hour = parts(change.was) if change.was else (None, None, "")
    after = parts(change.now)[0] if change.now else None
    if was and was.is_exact and was.earliest and after and after.earliest and not until and not hour:
        return f"{say_short(was.earliest, t.code, after.earliest.year)} → {now}"
    return f"{_date(change.was, t)} → {now}"


def _date(text: str | None, t: Language) -> str:
    if text is None:
        return t("none")
    when, until, hour = parts(text)
    return " ".join(each for each in (say_stretch(when, until, t), hour) if each)


def _label(change: Change, entry: Entry | None, t: Language) -> str:
    name = change.field.removeprefix(STAGE)
    stage = next((each for each in entry.stages if each.id == name), None) if entry else None
    return (words.stage_label(stage, t) if stage else "") or name


def _short(text: str | None, t: Language) -> str:
    if not text:
        return t("none")
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
