"""A registry as a person keeps it: comments on every line, their own spacing, quotes and order."""

import difflib

HAND_WRITTEN = """\
# Our calls. Anna keeps this file.
schema = 1   # of clustercalls

[defaults]   # for all
zone = 'Europe/Brussels'  # where the deadlines are
currency = "EUR"

# ---- Calls ----

# The big one.
[[call]]                       # innosup
id       = "innosup-1-2017"    # never change
title    = 'Innosup-1: "value chains"'   # as in the work programme
programme= "H2020"  # Horizon
tags     = [  # ours
    "smes",   # the small
    'value chains',
]  # end of tags
source   = { quote = "4.4. 2017" }   # notes
x-room   = nan  # our own

  [[call.stage]]   # indented by hand
  id   = "first"   # of two
  kind = "deadline"
  when = 2017-04-04   # planned

  [[call.stage]]
  id = "second"
  kind = "deadline"  # again
  follows = "first"
  # nothing announced yet

# ---- Events ----
[[event]]
id = "conference"  # Brussels
title = "European Cluster Conference"
starts = 2016-12-01  # Thursday
ends = 2016-12-02    # Friday
source.title = "Programme"  # dotted
source.date = 2016-11

[[call]]
id = "small-grants"
title = "Small grants"
deadline = 2027-05-20  # no hour
at = "17:00"   # Brussels time
checked = 2026-10-01
# the end
""".replace("source.date = 2016-11\n", 'source.date = "2016-11"\n')


def changed(before: str, after: str) -> list[str]:
    """The lines that differ, as a diff shows them, in order and without their line ends."""
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line[0] + line[2:] for line in lines if line[0] in "+-"]
