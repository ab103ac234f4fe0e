"""What `publish` says: a line an audience, then what was kept from it."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from clustercalls.errors import Problem
from clustercalls.i18n import Language
from clustercalls.render.width import width


class AudienceNews(Struct, frozen=True):
    """What is to be said of an audience: how many entries of how many, what is new, what was kept back.

    It is `unaddressed` where feeds want to be told where they are served, and nobody has; `unfed` says that
    there were some until now.
    """

    name: str
    entries: int
    every: int
    new: int
    moved: int
    changed: int
    left: int
    kept: Mapping[str, int]
    problems: tuple[Problem, ...] = ()
    unaddressed: bool = False
    unfed: bool = False

    @property
    def has_news(self) -> bool:
        """Whether anything that is told of a call differs from what was published before, or feeds go."""
        return bool(self.new or self.moved or self.changed or self.left or self.unfed)


def lines(reports: Sequence[AudienceNews], t: Language) -> Iterator[str]:
    """`members  9 of 31  1 new, 2 moved`, and `Kept from members: 14 steps, 31 owners, 6 notes`."""
    counts = [t("{count} of {every}", count=each.entries, every=each.every) for each in reports]
    names, wide = (max(map(width, texts), default=0) for texts in ([each.name for each in reports], counts))
    for report, count in zip(reports, counts, strict=True):
        name = report.name + " " * (names - width(report.name))
        yield f"{name}  {' ' * (wide - width(count))}{count}  {_news(report, t)}"
    for report in reports:
        if kept := ", ".join(_kept(report.kept, t)):
            yield t("Kept from {audience}: {kept}", audience=report.name, kept=kept)
    for report in reports:
        if report.unaddressed:
            yield t(
                "No feeds for {audience}: say where it is served, "
                'address = "https://…" in [audience.{audience}].',
                audience=report.name,
            )


def _news(report: AudienceNews, t: Language) -> str:
    news = (
        (report.new, t("{count} new", count=report.new)),
        (report.moved, t("{count} moved", count=report.moved)),
        (report.changed, t("{count} changed", count=report.changed)),
        (report.left, t("{count} gone", count=report.left)),
    )
    return ", ".join(said for count, said in news if count) or t("nothing new")


def _kept(counts: Mapping[str, int], t: Language) -> Iterator[str]:
    words = {
        "steps": (t("step"), t("steps")),
        "tracks": (t("track"), t("tracks")),
        "owners": (t("owner"), t("owners")),
        "notes": (t("note"), t("notes")),
        "days done": (t("day done"), t("days done")),
        "reasons": (t("reason"), t("reasons")),
        "contacts": (t("contact"), t("contacts")),
        "quotes": (t("quote"), t("quotes")),
        "sources": (t("source without address"), t("sources without address")),
    }
    for key, (one, several) in words.items():
        if count := counts.get(key, 0):
            yield f"{count} {one if count == 1 else several}"
