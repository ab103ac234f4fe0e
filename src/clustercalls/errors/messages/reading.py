"""The messages of reading a registry: what is wrong in a file, and what to write."""

from clustercalls.errors.kinds import Kind, warning

FILE: dict[str, Kind] = {
    "broken-toml": Kind("this is not TOML: {reason}", "{advice}"),
    "merge-conflict": Kind(
        "a merge conflict, lines {first} to {last}",
        "Keep one of the two sides, or both, and take git's marks out.",
    ),
    "contested-entry": Kind(
        "a merge conflict, lines {first} to {last}: only one side has it",
        "Take git's marks out to keep it, else all these lines.",
    ),
    "contested-field": Kind(
        "a merge conflict, lines {first} to {last}: here it is {ours}, there {theirs}", "Keep one: {command}"
    ),
    "not-utf8": Kind("byte {offset} is not UTF-8", "Save the file as UTF-8: editors offer it under Save as."),
    "too-large": Kind("{what} is over the limit of {limit}", "Split it, or shorten it."),
    "too-deep": Kind(
        "tables or lists are nested too deep", "Flatten them; no entry needs more than four levels."
    ),
    "bad-number": Kind("a number has too many digits", "Write the amount itself: budget = 18_500_000"),
    "unreadable": Kind("cannot be read: {reason}", "Check the path and its permissions."),
    "no-registry": Kind(
        "there is no such file or folder", "Check the path, or make one: clustercalls init {path}"
    ),
    "empty-folder": Kind(
        "this folder holds no .toml file", "Name a folder of registries, or make one: clustercalls init"
    ),
    "unknown-schema": Kind("schema {schema} is not known here", "Write schema = 1, or upgrade clustercalls."),
}

ENTRY: dict[str, Kind] = {
    "unknown-key": Kind("unknown key `{key}`", "{advice}"),
    "missing-key": Kind("`{key}` is missing", "Every {what} needs it: add {key} = {example}"),
    "bad-type": Kind("`{key}` should be {expected}, not {found}", "{advice}"),
    "bad-id": Kind(
        "`{value}` cannot be an id",
        'Write a-z, 0-9, - and _, a letter or digit first, 64 at most: id = "{near}"',
    ),
    "bad-name": Kind(
        "`{value}` cannot be the name of a registry",
        'Write a-z, 0-9, - and _, a letter or digit first, 64 at most: name = "{near}"',
    ),
    "bad-audience": Kind(
        "`{value}` cannot be the name of an audience, which is that of its folder",
        "Write a-z, 0-9, - and _, a letter or digit first, 64 at most: [audience.{near}]",
    ),
    "unknown-language": Kind("`{value}` is no language of pages", "Write one of these: {known}."),
    "second-name": Kind("the registry has a name already, at {first}", "Take one of the two out."),
    "duplicate-id": Kind("the id `{id}` is taken, at {first}", "Give one of the two another id."),
    "duplicate-stage": Kind("this entry has two stages `{stage}`", "{advice}"),
    "bad-status": Kind("`{value}` cannot be the status of {what}", "{advice}"),
    "unknown-kind": Kind("`{value}` is no kind of stage", "{advice}"),
    "bad-track": Kind("`{value}` is nothing that a word for `track` can mean", "{advice}"),
    "track-is-ours": Kind(
        "`{value}` means what it means everywhere",
        "Take it out of `[track]`, which is for words of your own.",
    ),
}

DATES: dict[str, Kind] = {
    "bad-date": Kind("`{value}` cannot be read as a date: {reason}", "{advice}"),
    "bad-time": Kind("`{value}` is no time of day", "{advice}"),
    "end-before-start": Kind("it ends ({until}) before it starts ({when})", "Swap the two, or mend one."),
    "until-without-when": Kind("it says until when it lasts, not from when", "{advice}"),
    "two-dates": Kind("`{first}` and `{second}` both say when", "Keep the one that the source says."),
    "two-hours": Kind("`at` says {at}, and the date has an hour of its own", "Keep one of the two."),
    "idle-time": Kind(
        "`at` has no date of this entry to belong to",
        'Put it into the stage it is meant for; with add: --stage "first=5 Apr 2027 17:00"',
    ),
    "unknown-zone": Kind("`{value}` is no time zone", "{advice}"),
    "stray-days": Kind(
        "`days` is only for internal deadlines", 'Write after = { stage = "{stage}", days = {days} }'
    ),
    "days-without-deadline": Kind(
        "`days` counts from the deadline, and there is none here", "Add the deadline, or write `when`."
    ),
    "dangling-stage": Kind("`{key}` names the stage `{stage}`, which is not there", "{advice}"),
    "stage-circle": Kind("the stages {stages} wait for each other", "{advice}"),
    "date-out-of-range": Kind(
        "counted from another stage, it leaves the years 1900 to 2199", "Check the months and days."
    ),
}

MONEY: dict[str, Kind] = {
    "bad-money": Kind("`{key}` cannot be {value}", "Write it from 0 to 10_000_000_000_000: {example}"),
    "min-over-max": Kind(
        "the least that one project can ask for ({least}) is over the most ({most})",
        "Swap `min` and `max` of the grants, or mend one.",
    ),
    "bad-rate": Kind("a rate of {value} % cannot be", "Write a percentage from 0 to 100: rate = 75"),
    "bad-address": Kind("`{value}` is no web address", "{advice}"),
    "bad-period": Kind("`{value}` is no period", "Write a number and d, w, m or y, such as 30d."),
}

WARNINGS: dict[str, Kind] = {
    "doubled-hour": warning(
        "{when} {at} comes twice in {zone}: the clocks go back",
        "The earlier one counts; to say which, write the offset: {when}T{at}:00{offset}",
    ),
    "skipped-hour": warning(
        "{when} {at} does not exist in {zone}: the clocks go forward",
        "Ask the source; the earlier reading counts.",
    ),
    "zone-sign": warning(
        "{value} is {hours} h {what} Greenwich, not the way its sign looks",
        "Write {near} if that is meant, else {other}.",
    ),
    "zone-season": warning("{value} on {when}: {city} is on {actual} then", "{advice}"),
    "due-at-midnight": warning(
        "00:00 is where {when} begins, and it is over then",
        "Leave the hour out if that day is still in; write {before} if the one before is the last.",
    ),
    "weekend-deadline": warning("the deadline {when} is a {weekday}", "Check it with the source."),
    "deadline-on-day-off": warning("the deadline {when} is a day off: {name}", "Check it with the source."),
    "step-on-day-off": warning(
        "our step of {when} is on a day off: {name}",
        'Count it in working days: after = { stage = "…", working_days = -10 }',
    ),
    "year-without-days-off": warning(
        "working days are counted through {year}, of which `[days_off]` names none",
        "Write them: clustercalls days-off {codes} --years {year}",
    ),
    "bad-places": Kind(
        "`places` is {value}, and should name countries or regions by their codes",
        'Write: places.BE = "Belgium"',
    ),
    "nameless-day-off": warning("nothing says what is on the day off {value}", 'Write it: "{value}" = "…"'),
    "track-word-twice": Kind(
        "`{word}` means `{value}` here, and something else above", "Keep one of the two."
    ),
    "step-twice": Kind("the template `{name}` has two steps `{step}`", "Give one of them another id."),
    "stage-order": warning("`{stage}` ({when}) comes before `{first}` ({start})", "Check both dates."),
    "far-date": warning(
        "{when} is more than ten years from {other}, the date next to it here", "Check the year."
    ),
    "idle-history": warning(
        "the newest row of history says that `{stage}` was {was}, as it is now",
        "Mend the date, or the row: `was` is what it was before.",
    ),
    "unlinked-step": warning(
        "`{stage}` is named like the step after `{first}`, and follows nothing",
        'If it is only for those who passed that one, add follows = "{first}" to it.',
    ),
    "lost-history": warning("the history tells of a stage `{stage}`, which is not there", "{advice}"),
    "unsourced": warning(
        "neither a source nor a date of confirmation",
        'Add source = { title = "…", date = 2017-01-31 }, or checked = 2017-01-31',
    ),
    "undated-source": warning(
        "its source has no date and nobody confirmed it: without a date of its own it stays ahead for ever",
        "Add the date of the source, or checked = 2017-01-31",
    ),
    "unknown-track": warning("the word `{value}` has no meaning for `track`: it counts as watch", "{advice}"),
    "twin-key": warning(
        "the source of `{other}` has the key `{key}` too, at {first}",
        "Keep one of the two entries, or mend one of the keys.",
    ),
    "odd-currency": warning(
        "`{value}` is no currency code", 'Write the three capitals of ISO 4217: currency = "{near}"'
    ),
    "odd-language": warning(
        "`{value}` is no tag of a language", 'Write the code of BCP 47, as in: language = "{near}"'
    ),
    "low-rate": warning(
        "a rate of {value} % is less than one percent", "If {near} % is meant, write rate = {near}"
    ),
    "low-budget": warning(
        "a budget of {value} is less than a thousand", "Write the whole amount, as in budget = 18_500_000"
    ),
    "hidden-character": warning(
        "characters that are not to be seen: {characters}",
        "Write it anew: it may not be what it looks like.",
    ),
    "user-in-address": warning(
        "a name or a password stands before the @ of this address: it leads to {host}",
        "Write the address without it; everybody who reads the registry can use a password in it.",
    ),
    "newer-toml": warning("{item} is TOML 1.1: other readers refuse the whole file", "{advice}"),
    "open-with-date": warning(
        'status = "open" beside a dated deadline: the dates decide', "Take the status out."
    ),
}
