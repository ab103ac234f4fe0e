"""What every key of a registry file means, for the schema and docs/registry.md.

Those of an entry are said in `entry_fields`. A table of the file by the Struct that reads it; a key as it is
written.
"""

from clustercalls.entry_fields import FIELDS
from clustercalls.model import StageKind
from clustercalls.registry.shape import EntryTable

*_KINDS, _LAST_KIND = (each.value for each in StageKind)
_FIELDS = {each.key: each.meaning for each in FIELDS}
_WHY = dict.fromkeys(["why"], "the reason, for ourselves alone")  # `why="…"` would be a text to translate
_AMOUNT = "an amount, in the currency of the entry"

_SOURCE = {
    "title": "the document, or who said it",
    "url": "its address",
    "date": "when it was written, or read; doubtful as `2016-12~` may be",
    "quote": "its own words",
}

MEANINGS: dict[str, dict[str, str]] = {
    "FileTable": {
        "schema": "the form of this file: 1",
        "name": "of the registry, in what is published of it; `clustercalls init` makes one",
        "defaults": "what every entry of the file has that does not say otherwise",
        "days_off": 'days on which nobody works, such as `"2027-03-29" = "Easter Monday"`, or two with a `/`',
        "template": "steps of `plan` by a name: `lead = [{ id = …, working_days = -5, title = … }]`",
        "audience": "whom `publish` writes a folder for, by a name: `[audience.members]`",
        "track": 'what our own words for `track` mean, such as `"to discuss" = "watch"`, `archived = "no"`',
        "call": "calls for proposals",
        "event": "what happens somewhere",
        "policy": "steps of policy, often with a vague date",
        "resource": "portals, lists, directories, documents or offices worth consulting",
    },
    "DefaultsTable": {
        "zone": "whose clock dates are counted on: a name such as Europe/Brussels, AoE, or UTC+2",
        "currency": "of amounts: three capitals of ISO 4217, such as EUR",
        "language": "that its texts are written in: a tag of BCP 47, such as it",
        "source": "where an entry was read that names neither a title nor an address of its own",
    },
    "EntryTable": {key: _FIELDS[key] for key in EntryTable.__struct_fields__},
    "StageTable": {
        "kind": f"{', '.join(_KINDS)} or {_LAST_KIND}",
        "id": "what names it in its entry; by default the kind",
        "title": "what people are shown, if the id does not say it",
        "when": "the date; a stage without one is still to be announced",
        "until": "the last day, if it lasts: from `when` to `until`",
        "after": 'in place of `when`: `{ stage = "outline", months = 4 }`, counted from another stage',
        "days": "of an internal stage: days from the first deadline, such as -10 for ten days before",
        "at": "the hour, such as 17:00, if `when` is not a date-time",
        "zone": "whose clock it is counted on, if not that of the entry",
        "follows": "id of the stage that one must have passed; it never reopens the call",
        "cancelled": "true when it is called off",
        "rolling": "true, in place of `when`: one can apply at any time, no date is to come",
        "owner": "who of us looks after it, if not the owner of the entry",
        "done": "the day we did what it asks, such as 2017-03-14; `clustercalls done` writes it",
        "note": "anything else",
    },
    "HistoryTable": {
        "stage": "id of the stage that moved; it may be left out when there is one deadline",
        "was": "the date it had; of what lasts, both ends with a stroke between them",
        "was_status": "the status that was stated before",
        "was_track": "what we did with it before, `watch` for nothing; for ourselves alone",
        "noticed": "the day somebody noticed; without it nobody is shown what was",
        **_WHY,
        "source": "who said so, or the address where it stands; others are told that of an http(s) address",
    },
    "SharedSourceTable": _SOURCE,
    "SourceTable": {
        **_SOURCE,
        "key": "what that source itself calls the entry, such as a topic's identifier",
    },
    "Step": {
        "id": "what names it in its entry",
        "working_days": "how many before the deadline: below zero, or 0 on its day",
        "title": "what is to be done",
        "owner": "who does it, if not the owner of the entry",
    },
    "Audience": {
        "title": "of its pages, feeds and calendars",
        "languages": "of its pages, the first one at the root: a list of `en`, `it`; by default yours",
        "address": "where its folder will be served; feeds and links to subscribe need it",
        "internal": "true shows what is ours: steps, owners, tracks, notes; it is then never a default",
        "reasons": "true shows why something moved",
        "contacts": "true shows whom to ask",
        "quotes": "true shows the words of the sources, and sources without an http(s) address",
        **{
            key: f"only these, as `--{key}`: a list"
            for key in ("kind", "stage", "programme", "tag", "status", "track", "owner")
        },
        "not": 'without these, as `--not`: a list such as `["kind=policy", "tag=training"]`',
    },
    "AfterTable": {
        "stage": "id of the stage from which is counted",
        "months": "how many months later; before, when negative",
        "days": "how many days later; before, when negative",
        "working_days": "how many working days later; before, when negative; weekends and days off are none",
    },
    "Grants": {
        "number": "how many are given",
        "each": f"for each: {_AMOUNT}",
        "min": f"the least that one project can ask for: {_AMOUNT}",
        "max": f"the most that one project can ask for: {_AMOUNT}",
    },
    "Funding": {"rate": "a percentage from 0 to 100, such as 75", "for": "who has this rate"},
    "Contact": {
        "name": "a person or an office",
        "address": "where letters go",
        "phones": "a list of numbers",
        "email": "an address of mail",
        "pec": "an address of certified mail (Italy)",
    },
    "Link": {"url": "an address", "title": "what one finds there"},
}
