"""Changes in words: `first stage: 4 Apr → 6 Apr 2017 (+2 days); why; source`."""

from clustercalls.compare import STAGE, Change, What, milestone_of
from clustercalls.i18n import Language
from clustercalls.model import Entry
from clustercalls.render import words
from clustercalls.render.dates import say_day, say_plain
from clustercalls.render.safe import safe_text

LONGEST = 60  # characters of a value; the rest is for `show`


def line(change: Change, entry: Entry | None, t: Language) -> str:
    """One change on one line; `entry` as it is now."""
    noticed = f"{say_day(change.noticed, t.code)}  " if change.noticed else ""
    return safe_text(f"{noticed}{change.id}  {said(change, entry, t)}") + "\n"


def said(change: Change, entry: Entry | None, t: Language) -> str:
    """What changed and why, without saying of what."""
    return "; ".join(each for each in (fact(change, entry, t), change.why, change.source) if each)


def fact(change: Change, entry: Entry | None, t: Language) -> str:
    """What changed: `first stage: 4 Apr → 6 Apr 2017 (+2 days)`."""
    if change.what in {What.CAME, What.WENT}:
        return f"{t('new') if change.what is What.CAME else t('gone')}: {change.title}"
    if change.what is What.MOVED:
        label, both = _label(change, entry, t), _dates(change, entry, t)
        return t("{label}: {text}", label=label, text=both) if label else both
    if change.field == "status":
        was, now = (t(stated) if stated else t("as its dates say") for stated in (change.was, change.now))
        return t("{label}: {text}", label=t("status"), text=f"{was} → {now}")
    return f"{change.field}: {_short(change.was, t)} → {_short(change.now, t)}"


def _dates(change: Change, entry: Entry | None, t: Language) -> str:
    stage = change.field.removeprefix(STAGE)
    old, new = (milestone_of(each, entry, stage) if each else None for each in (change.was, change.now))
    if old and new:
        return words.moved(old, new, t)
    return " → ".join(say_plain(each, t) if each else t("none") for each in (old, new))


def _label(change: Change, entry: Entry | None, t: Language) -> str:
    name = change.field.removeprefix(STAGE)
    stage = next((each for each in entry.stages if each.id == name), None) if entry else None
    return words.stage_label(stage, t) if stage else name


def _short(text: str | None, t: Language) -> str:
    if not text:
        return t("none")
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
