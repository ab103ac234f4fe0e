"""The registry that `init` makes: all comments, so that nothing in it is anybody's deadline."""

STARTER = """\
#:schema calls.schema.json
# A registry of calls and events. `clustercalls schema > calls.schema.json` teaches an editor its keys,
# `clustercalls check` finds what is wrong. Take the # away from an example and make it yours.

schema = 1
name = "{name}"        # of this registry, in calendars; keep it when the file moves

[defaults]
zone = "Europe/Brussels"        # whose clock deadlines are counted on
currency = "EUR"

# [[call]]
# id = "horizon-clusters-2027"
# title = "What the call is called"
# programme = "Horizon Europe"
# opens = 2027-01-12
# deadline = 2027-04-06T17:00:00        # with an hour; 2027-04-06 lasts to the end of that day
# budget = 18_500_000
# funding = [{ rate = 75, for = "SMEs" }]
# eligibility = ["Clusters of at least three countries"]
# url = "https://example.org/the-call"
# tags = ["clusters", "smes"]
# source = { title = "Where you read it", url = "https://example.org/report", date = 2026-11-30 }

# Dates as the source said them are EDTF texts:
#   "2027-02/2027-03"   some day in February or March       "2027-01/.."   from January on
#   "2027-04"           in April                            "2027-21"      in spring (22 summer, 23 autumn)
#   "2027~"             about 2027                          "../2027-06"   until June

# A call in stages:
# [[call]]
# id = "two-steps-2027"
# title = "A call in two steps"
# published = "2027-02/2027-03"
# source = { title = "Where you read it", date = 2026-11-30 }
#
# [[call.stage]]
# id = "first"
# kind = "deadline"
# when = 2027-05-04
#
# [[call.stage]]
# id = "second"
# kind = "deadline"
# follows = "first"                     # only for those who passed it; no date yet

# [[event]]
# id = "cluster-conference-2027"
# title = "Cluster conference"
# place = "Brussels"
# starts = 2027-12-01
# ends = 2027-12-02
# source = { title = "Where you read it", date = 2026-11-30 }
"""
