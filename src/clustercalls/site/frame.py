"""What every page stands in: where it is, its languages, the ways to subscribe, the words of its script."""

from msgspec import Struct, json

from clustercalls.i18n import Language
from clustercalls.render.dates import say_day
from clustercalls.site.publication import Publication
from clustercalls.site.when import DAYS_COUNTED

NAMES = {"en": "English", "it": "Italiano"}  # each as its readers call it


class Version(Struct, frozen=True):
    """The same page in a language: its code and name, its address for machines, its path from this page."""

    code: str
    name: str
    url: str
    path: str


class Frame(Struct, frozen=True):
    """`up` leads from the page to the folder of its language, `root` to that of its audience.

    `zone` is that of dates which name no other, `feeds` whether there are some.
    """

    title: str
    code: str
    zone: str
    up: str
    root: str
    versions: tuple[Version, ...]
    feeds: bool
    webcal: str
    made: str
    made_on: str
    words: str


def frame(publication: Publication, path: str) -> Frame:
    """The frame of the page at this path below the folder of its language."""
    t, today = publication.t, publication.moment.today()
    up = "../" * path.count("/")
    root = up + ("../" if publication.folder else "")
    codes = ((t.code, publication.folder), *publication.others)
    return Frame(
        publication.title,
        t.code,
        publication.moment.zone,
        up,
        root,
        tuple(_version(code, folder, publication.address, root, path) for code, folder in sorted(codes)),
        bool(publication.address),
        webcal(publication, "calls.ics"),
        say_day(today, t.code),
        today.isoformat(),
        json.encode(script_words(t)).decode(),
    )


def webcal(publication: Publication, path: str) -> str:
    """Where a calendar program subscribes to a file; nothing where nobody knows where it is served."""
    return f"webcal:{publication.url(path).partition(':')[2]}" if publication.address else ""


def _version(code: str, folder: str, address: str, root: str, path: str) -> Version:
    there = f"{folder}{path}".removesuffix("index.html") if address else f"{root}{folder}{path}"
    return Version(code, NAMES.get(code, code), f"{address}{there}", f"{root}{folder}{path}")


def script_words(t: Language) -> dict[str, str | int]:
    """What the script says in the browser: the words of `render.words`, and a few of its own."""
    return {
        "counted": DAYS_COUNTED,
        "days": t("in {days} days"),
        "day": t("tomorrow"),
        "months": t("in {months} months"),
        "years": t("in {years} years"),
        "fromDays": t("in {days}+ days"),
        "fromDay": t("in 1+ days"),
        "fromMonths": t("in {months}+ months"),
        "fromYears": t("in {years}+ years"),
        "agoDays": t("{days} days ago"),
        "agoDay": t("yesterday"),
        "agoMonths": t("{months} months ago"),
        "agoYears": t("{years} years ago"),
        "today": t("today"),
        "anyDay": t("any day"),
        "underWay": t("under way"),
        "starts": t("starts today"),
        "over": t("over since today"),
        "hours": t("in {hours} hours"),
        "hour": t("in 1 hour"),
        "minutes": t("in {minutes} minutes"),
        "minute": t("in 1 minute"),
        "local": t("{time} your time"),
        "shown": t("{shown} of {all} shown"),
        "stale": t("This page was made {days} days ago: dates may have moved since."),
    }
