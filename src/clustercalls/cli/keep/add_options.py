"""The fields of a new entry as options of `add`."""

from typing import Annotated

from clustercalls.cli.declare import Declared, option
from clustercalls.cli.options import Options, Texts

FACTS, FROM, OURS = "What it is", "Who says so", "We"


def _text(name: str, panel: str, what: str) -> Declared:
    return option(name, metavar="TEXT", panel=panel, help=what)


def _date(name: str, what: str) -> Declared:
    return option(name, metavar="DATE", panel=FACTS, help=what)


def _amount(name: str, what: str) -> Declared:
    return option(name, metavar="AMOUNT", panel=FACTS, help=what)


# Options that are named otherwise than the field of the registry they fill.
FIELD_OF = {
    "quote": "source.quote", "source_title": "source.title", "source_url": "source.url",
    "source_date": "source.date", "source_key": "source.key", "grants": "grants.number",
    "each": "grants.each", "min": "grants.min", "max": "grants.max",
}  # fmt: skip
# What is no text of one field.
APART = frozenset({"tag", "stage", "rate", "eligibility", "rolling", "id", "source_from"})


class Facts(Options, frozen=True):
    """What a new entry can be given; dates as people type them."""

    title: Annotated[str, _text("--title", FACTS, "What it is called.")] = ""
    programme: Annotated[
        str,
        option(
            "--programme", "-p", metavar="NAME", panel=FACTS, help="Programme, such as COSME.",
            completes="programme",
        ),
    ] = ""  # fmt: skip
    summary: Annotated[str, _text("--summary", FACTS, "One sentence.")] = ""
    about: Annotated[str, _text("--about", FACTS, "What it is for.")] = ""
    deadline: Annotated[str, _date("--deadline", "Until when one can apply.")] = ""
    stage: Annotated[
        Texts,
        option(
            "--stage", metavar="NAME=DATE", panel=FACTS,
            help='A deadline of its own, such as "first=4 Apr 2017", or a stage of the kind it is called '
            'after, such as "info day 2=4 Apr 2017"; may be repeated. '
            "What is called second, full or step 2 follows first, outline or step 1.",
        ),
    ] = None  # fmt: skip
    rolling: Annotated[
        bool, option("--rolling", panel=FACTS, help="One can apply at any time: no deadline is to come.")
    ] = False
    opens: Annotated[str, _date("--opens", "From when one can apply.")] = ""
    published: Annotated[str, _date("--published", "When it is or was published.")] = ""
    info_day: Annotated[str, _date("--info-day", "When its info day is.")] = ""
    registration: Annotated[str, _date("--registration", "Until when one can register.")] = ""
    interview: Annotated[str, _date("--interview", "When one is interviewed.")] = ""
    decision: Annotated[str, _date("--decision", "When it is decided.")] = ""
    starts: Annotated[str, _date("--starts", "First day of an event.")] = ""
    ends: Annotated[str, _date("--ends", "Last day of an event.")] = ""
    at: Annotated[str, _text("--at", FACTS, "Hour of the deadline, such as 17:00.")] = ""
    zone: Annotated[str, _text("--zone", FACTS, "Zone of its hours, such as Europe/Rome.")] = ""
    place: Annotated[str, _text("--place", FACTS, "Where it is.")] = ""
    status: Annotated[
        str,
        option(
            "--status", metavar="STATUS", panel=FACTS, completes="status",
            help="Only what a source states: open, suspended, cancelled or exhausted.",
        ),
    ] = ""  # fmt: skip
    budget: Annotated[str, _amount("--budget", 'Such as 18.5M or "3 million EUR".')] = ""
    currency: Annotated[str, _text("--currency", FACTS, "Currency of its amounts, such as CHF.")] = ""
    grants: Annotated[
        str, option("--grants", metavar="NUMBER", panel=FACTS, help="How many projects are paid for.")
    ] = ""
    each: Annotated[str, _amount("--each", "What every project gets.")] = ""
    min: Annotated[str, _amount("--min", "The least that one project can ask for.")] = ""
    max: Annotated[str, _amount("--max", "The most that one project can ask for.")] = ""
    rate: Annotated[
        Texts, _text("--rate", FACTS, 'Share that is paid, such as "75 SMEs"; may be repeated.')
    ] = None
    eligibility: Annotated[
        Texts, _text("--eligibility", FACTS, "Who may, or on what condition; may be repeated.")
    ] = None
    url: Annotated[str, _text("--url", FACTS, "Its web address.")] = ""
    tag: Annotated[
        Texts,
        option(
            "--tag", "-t", metavar="TAG", panel=FACTS, help="Tags, parted by commas; may be repeated.",
            completes="tag",
        ),
    ] = None  # fmt: skip
    source_title: Annotated[str, _text("--source-title", FROM, "Document that tells of it.")] = ""
    source_url: Annotated[str, _text("--source-url", FROM, "Address of the document.")] = ""
    source_date: Annotated[str, option("--source-date", metavar="DATE", panel=FROM, help="Its date.")] = ""
    source_key: Annotated[
        str, _text("--source-key", FROM, "Its own name for the entry, such as a topic's.")
    ] = ""
    quote: Annotated[str, _text("--quote", FROM, "What it says, word for word.")] = ""
    source_from: Annotated[
        str,
        option("--source-from", metavar="last", panel=FROM, help="The source of the last entry again."),
    ] = ""
    track: Annotated[str, _text("--track", OURS, "What we do with it.")] = ""
    owner: Annotated[str, _text("--owner", OURS, "Who looks after it.")] = ""
    note: Annotated[str, _text("--note", OURS, "Anything else.")] = ""
    id: Annotated[str, option("--id", metavar="ID", panel=OURS, help="By default from the title.")] = ""

    def said(self) -> dict[str, str]:
        """What was given, by field of the registry."""
        names = (name for name in self.__struct_fields__ if name not in APART)
        said = {FIELD_OF.get(name, name): getattr(self, name) for name in names}
        return said | {"rate": "; ".join(filter(None, self.rate or ()))}

    @property
    def nothing(self) -> bool:
        """Whether no option was given at all."""
        return self == Facts()
