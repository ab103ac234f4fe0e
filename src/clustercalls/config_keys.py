"""Every key of the config file: what it should be, an example, and what it means in docs/configuration.md."""

from msgspec import Struct

from clustercalls.i18n import LANGUAGES


class ConfigKey(Struct, frozen=True):
    """What a key should be, an example, and what it means."""

    expected: str
    example: str
    meaning: str = ""


LISTED = " or ".join(f"`{code}`" for code in LANGUAGES)
KEYS = {
    "registry": ConfigKey(
        "a path or a list of paths",
        'registry = ["~/calls/calls.toml", "team.toml"]',
        "Registries to read when none is named: a file or folder, or a list; relative to this file's folder.",
    ),
    "zone": ConfigKey(
        "a text",
        'zone = "Europe/Rome"',
        "On whose clock exact times are shown; by default each deadline's own.",
    ),
    "lang": ConfigKey(
        "a text", 'lang = "it"', f"Language of the output, {LISTED}; by default that of the locale."
    ),
    "window": ConfigKey(
        "a text", 'window = "90d"', "WINDOW of `upcoming` when none is given; by default everything ahead."
    ),
    "forget_after": ConfigKey(
        "a text",
        'forget_after = "12m"',
        "How long what has no end date counts as ahead after it was last confirmed, in months or years.",
    ),
    "alarm_at": ConfigKey(
        "a time of day",
        'alarm_at = "08:30"',
        "When alarms of `export` ring, by the clock of `zone`, else of the registry; by default at 09:00.",
    ),
    "pager": ConfigKey(
        "true or false",
        "pager = true",
        "Whether what only looks is shown in `$PAGER`, or `less -FRX`, at a terminal; by default it is not.",
    ),
    "leads": ConfigKey(
        "a table of lists of periods",
        'leads = { deadline = ["60d", "14d", "2d"], event = ["21d"], tags = { smes = ["90d", "7d"] } }',
        "How long before `remind` tells, per kind of stage or entry, and per tag, which wins; `[]` mutes.",
    ),
    "remind": ConfigKey(
        "a table",
        'remind = { skip = ["innosup-1-2017", "escp-4i-2017/published", "matchmaking"] }',
        "What `remind` passes over for you alone: ids of entries, of stages (ENTRY/STAGE), or tags.",
    ),
    "smtp": ConfigKey(
        "a table",
        (
            'smtp = { host = "mail.example.org", port = 587, security = "starttls", user = "me", '
            'password = "…", from = "me@example.org" }'
        ),
        (
            "The mail server of `--mail-to`; `security` is starttls (the default), tls or none. "
            "A file with a password must be readable by you alone (chmod 600)."
        ),
    ),
    "notify": ConfigKey(
        "a table of texts",
        'notify = { team = "slack://TokenA/TokenB/TokenC" }',
        "Names for `--notify`, and the apprise addresses they stand for; they hold credentials: chmod 600.",
    ),
    "template": ConfigKey(
        "lists of steps by name",
        'template = { lead = [{ id = "draft", title = "full draft", working_days = -5, owner = "carla" }] }',
        "Templates of steps for `plan`, for you alone; those of the registry are for all, and win.",
    ),
    "audience": ConfigKey(
        "tables by name",
        'audience = { board = { title = "For the board", tag = ["smes"], internal = true } }',
        "Audiences of `publish`, for you alone; those of the registry are for all, and win.",
    ),
    "sources": ConfigKey(
        "a table of sources",
        'sources = { eu = { programmes = ["SMP", "I3", "HORIZON"] } }',
        "What `sync` reads: `eu`, the EU portal, needs no line; `programmes` leaves out all others. "
        'Any other, by a name of your own, has a `kind`, "ics", "feed", "table", "registry" or '
        '"commongrants", and a `url`; '
        "a table may have `columns`, which heading is which field, and `dayfirst`, for 01/02/2027. "
        "For a mirror: `url`, `pause` (seconds between requests), `private = true` on your own network.",
    ),
    "watch": ConfigKey(
        "a table of watches",
        'watch = { clusters = { text = \'cluster -"cluster 1"\' }, i3 = { programme = ["I3"] } }',
        "What of the offers is for us, told by `sync` when it is new; its keys are options of `find`.",
    ),
}
# The keys of the tables among them, which are told where the table is.
INNER = {
    "programmes": ConfigKey("a list of texts", 'programmes = ["SMP", "I3"]'),
    "url": ConfigKey("a text", 'url = "https://mirror.example.org/search"'),
    "private": ConfigKey("true or false", "private = true"),
    "sources.kind": ConfigKey("ics, feed, table, registry or commongrants", 'kind = "feed"'),
    "columns": ConfigKey("a table of texts", 'columns = { deadline = "Data_chiusura" }'),
    "dayfirst": ConfigKey("true or false", "dayfirst = true"),
    "pause": ConfigKey("a number of seconds", "pause = 1"),
    "text": ConfigKey("a text", 'text = "cluster"'),
    "programme": ConfigKey("a list of texts", 'programme = ["I3"]'),
    "status": ConfigKey("a list of texts", 'status = ["open"]'),
    "kind": ConfigKey("a list of texts", 'kind = ["call"]'),
    "source": ConfigKey("a list of texts", 'source = ["eu"]'),
    "languages": ConfigKey("a list of texts", 'languages = ["it", "en"]'),
    "not": ConfigKey("a list of texts", 'not = ["track=no"]'),
    **{
        key: ConfigKey("true or false", f"{key} = true")
        for key in ("internal", "reasons", "contacts", "quotes")
    },
    "stage": ConfigKey("a list of texts", 'stage = ["deadline"]'),
    "tag": ConfigKey("a list of texts", 'tag = ["smes"]'),
    "track": ConfigKey("a list of texts", 'track = ["go"]'),
    "port": ConfigKey("a whole number", "port = 587"),
    "security": ConfigKey("starttls, tls or none", 'security = "starttls"'),
    "password": ConfigKey("a text", 'password = "…"'),
    "id": ConfigKey("a text", 'id = "draft"'),
    "title": ConfigKey("a text", 'title = "full draft"'),
    "owner": ConfigKey("a text", 'owner = "carla"'),
    "working_days": ConfigKey("a whole number, 0 or below", "working_days = -5"),
    "skip": ConfigKey("a list of texts", 'skip = ["innosup-1-2017"]'),
}
NEEDED = {
    "host": "mail.example.org",
    "from": "me@example.org",
    "id": "draft",
    "working_days": -5,
}  # of a mail server, with what to write
