"""What we do with an entry, in words: on its page, and behind what a command did."""

from clustercalls.history.rows import newest_track
from clustercalls.i18n import Language
from clustercalls.model import Entry, Track
from clustercalls.render.dates import say_short

WORDS = {
    Track.WATCH: "watch it",
    Track.GO: "go for it",
    Track.SUBMITTED: "submitted",
    Track.WON: "won",
    Track.LOST: "lost",
    Track.NO: "not for us",
}
MEANS = {
    Track.WATCH: "It is watched.",
    Track.GO: "We go for it.",
    Track.SUBMITTED: "Submitted: its deadline is no longer due.",
    Track.WON: "Won: its deadline is no longer due.",
    Track.LOST: "Lost: its deadline is no longer due.",
    Track.NO: "Put away: upcoming, list, remind and export leave it out.",
}


def we(entry: Entry, t: Language, year: int) -> str:
    """`not for us, the consortium is too small; anna, 3 Mar`: what we do, why, whose it is, since when."""
    row = newest_track(entry)
    what = _called(entry, t) if entry.track or row else ""
    since = say_short(row.noticed, t.code, year) if row and row.noticed else ""
    reason = "; ".join(each for each in (row.why, row.source) if each) if row else ""
    parts = ((what, reason), (entry.owner, since))
    return "; ".join(", ".join(each for each in part if each) for part in parts if any(part))


def sentence(meaning: Track, t: Language) -> str:
    """What follows from what we do with an entry."""
    return t(MEANS[meaning])


def _called(entry: Entry, t: Language) -> str:
    """One of the six in words; a word of our own as it is, and what it means if that is more than watch."""
    word, means = entry.track, t(WORDS[entry.meaning])
    if not word or word.strip().casefold() == entry.meaning:
        return means
    return word if entry.meaning is Track.WATCH else t("{word} ({meaning})", word=word, meaning=means)
