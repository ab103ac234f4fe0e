"""A registry with one of everything that options ask for; seen from 1 March 2017."""

SAMPLE = """
schema = 1

[track]
apply = "go"

[[call]]
id = "chains"
title = "Value chains"
programme = "H2020"
published = "2016-11"
deadline = 2017-04-04T17:00:00
budget = 18_500_000
currency = "EUR"
track = "apply"
owner = "Ada"
tags = ["smes"]
source = { title = "Notes", date = "2016-12" }

[[call]]
id = "skills"
title = "Abilità e competenze"
programme = "COSME"
published = "2017-02/2017-03"
track = "watch"
owner = "Bea"
tags = ["skills"]
source = { title = "Notes", date = "2016-12" }

[[call]]
id = "dropped"
title = "Dropped"
status = "cancelled"
deadline = 2017-06-01
source = { title = "Notes", date = "2016-12" }

[[event]]
id = "fair"
title = "Fair"
starts = 2017-03-10
ends = 2017-03-11
registration = 2017-03-05
source = { title = "Notes", date = "2016-12" }

[[policy]]
id = "plan"
title = "Plan"
dates = "2017/.."
source = { title = "Notes", date = "2016-12" }
"""
# In order: plan (any day), skills (from February), fair, chains.
AHEAD = ["skills/published", "plan/dates", "fair/registration", "fair/dates", "chains/deadline"]

BAD = (
    SAMPLE
    + """
[[call]]
id = "bad"
title = "Bad"
deadlin = 2017-04-04
"""
)
BAD_LINE = BAD.split("deadlin = ")[0].count("\n") + 1
