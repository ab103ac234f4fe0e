"""The registry that `init` makes: all comments, so that nothing in it is anybody's deadline."""

from collections.abc import Callable
from textwrap import fill

_WIDTH = 106

# The comments and examples of the template below that are words; every reader has them in their language.
TEXTS = {
    "what": (
        "A registry of calls and events. `clustercalls schema > calls.schema.json` teaches an editor its"
        " keys, `clustercalls check` finds what is wrong. Take the # away from an example and make it yours."
    ),
    "of_registry": "of this registry, in calendars; keep it when the file moves",
    "whose_clock": "whose clock deadlines are counted on",
    "call_title": "What the call is called",
    "with_hour": "with an hour; 2027-04-06 lasts to the end of that day",
    "whom": "SMEs",
    "condition": "Clusters of at least three countries",
    "where_read": "Where you read it",
    "dates": "Dates as the source said them are EDTF texts:",
    "some_day": "some day in February or March",
    "from_on": "from January on",
    "in_april": "in April",
    "in_spring": "in spring (22 summer, 23 autumn)",
    "about_year": "about 2027",
    "until_june": "until June",
    "in_stages": "A call in stages:",
    "two_steps": "A call in two steps",
    "passed": "only for those who passed it; no date yet",
    "event_title": "Cluster conference",
    "city": "Brussels",
}

_TEMPLATE = """\
#:schema calls.schema.json
{what}

schema = 1
name = "{name}"        # {of_registry}

[defaults]
zone = "Europe/Brussels"        # {whose_clock}
currency = "EUR"

# [[call]]
# id = "horizon-clusters-2027"
# title = "{call_title}"
# programme = "Horizon Europe"
# opens = 2027-01-12
# deadline = 2027-04-06T17:00:00        # {with_hour}
# budget = 18_500_000
# funding = [{{ rate = 75, for = "{whom}" }}]
# eligibility = ["{condition}"]
# url = "https://example.org/the-call"
# tags = ["clusters", "smes"]
# source = {{ title = "{where_read}", url = "https://example.org/report", date = 2026-11-30 }}

# {dates}
#   "2027-02/2027-03"   {some_day:<36}"2027-01/.."   {from_on}
#   "2027-04"           {in_april:<36}"2027-21"      {in_spring}
#   "2027~"             {about_year:<36}"../2027-06"   {until_june}

# {in_stages}
# [[call]]
# id = "two-steps-2027"
# title = "{two_steps}"
# published = "2027-02/2027-03"
# source = {{ title = "{where_read}", date = 2026-11-30 }}
#
# [[call.stage]]
# id = "first"
# kind = "deadline"
# when = 2027-05-04
#
# [[call.stage]]
# id = "second"
# kind = "deadline"
# follows = "first"                     # {passed}

# [[event]]
# id = "cluster-conference-2027"
# title = "{event_title}"
# place = "{city}"
# starts = 2027-12-01
# ends = 2027-12-02
# source = {{ title = "{where_read}", date = 2026-11-30 }}
"""


def starter(name: str, say: Callable[[str], str]) -> str:
    """The text of a new registry of that name, its comments as `say` has them in the reader's language."""
    said = {key: say(text) for key, text in TEXTS.items()}
    said["what"] = fill(said["what"], _WIDTH, initial_indent="# ", subsequent_indent="# ")
    return _TEMPLATE.format(name=name, **said)
