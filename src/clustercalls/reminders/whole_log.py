"""All that was told, by the log and by what is remembered without one. No clock, no disk."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from msgspec import Struct

from clustercalls.reminders.log import Sent
from clustercalls.reminders.remembered import Remembered


class Told(Struct, frozen=True):
    """One thing that was told to one target; None is what nobody wrote down.

    `at` is the moment, or the day where an older memory knew no more; `when` the date as it was then; the id
    is empty where a message has none.
    """

    uid: str
    target: str
    at: datetime | date | None
    lead: str | None
    day: date | None
    when: str | None
    id: str | None
    key: str | None = None

    @property
    def entry(self) -> str:
        """The id of its entry."""
        return self.uid.partition("/")[0]

    @property
    def order(self) -> tuple[str, str, str]:
        """By when it was told, as far as that is known, then by what."""
        return str(self.at or ""), self.uid, str(self.day or "")


def whole_log(
    log: Mapping[str, tuple[Sent, ...]], targets: Mapping[str, Mapping[str, Remembered]]
) -> tuple[Told, ...]:
    """All that was told, the earliest first; what an older memory does not know of it comes before."""
    rows = [row for target, sents in log.items() for row in _logged(target, sents)]
    for target, remembered in targets.items():
        known = {(row.uid, row.day) for row in rows if row.target == target}
        logged = {uid for uid, _ in known}
        for uid, before in remembered.items():
            rows += (
                row for row in _unlogged(target, uid, before, is_logged=uid in logged)
                if (uid, row.day) not in known
            )  # fmt: skip
    return tuple(sorted(rows, key=lambda row: row.order))


def _logged(target: str, sents: Iterable[Sent]) -> Iterator[Told]:
    for sent in sents:
        for key, day in sent.leads.items():
            entry, lead, stage, when = key.split("@", 3)
            yield Told(f"{entry}/{stage}", target, sent.at, lead, day, _date(when), sent.id, key)


def _unlogged(target: str, uid: str, before: Remembered, *, is_logged: bool) -> Iterator[Told]:
    """What is remembered of one stage without messages: the days of its leads, and when it was last told."""
    if before.last_told is None:
        return
    if not before.leads:
        if not is_logged:
            yield Told(uid, target, before.last_told, None, None, before.when or None, None)
        return
    for day in before.leads:
        at = before.last_told if day == before.leads[-1] and not is_logged else None
        yield Told(uid, target, at, None, day, before.when or None, None)


def _date(text: str) -> str | None:
    """The date of a key, as the registry had it."""
    return None if text == "undated" else text.partition("T")[0].replace("--", "/")
