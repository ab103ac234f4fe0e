"""What was typed: options, ids, windows, moments."""

from clustercalls.errors.kinds import Kind

TYPED: dict[str, Kind] = {
    "bad-usage": Kind("{reason}", "{advice}"),
    "unknown-value": Kind("{option} {value}: no entry has this value", "{advice}"),
    "bad-not": Kind("--not {value} leaves out nothing", "{advice}"),
    "unknown-choice": Kind("{option} {value}: not one of {known}", "{advice}"),
    "bad-window": Kind(
        "`{value}` is not a valid period: {reason}",
        "Write 30d, 2w, 3m, 1y, today, eow, eom, eoy, friday, march, next week, 2017-04, 2017-04-04 or A..B.",
    ),
    "bad-moment": Kind(
        "`{value}` is not a valid date", "Write 2017-04-04, 2017-04-04T17:00, tomorrow, or march 2017."
    ),
    "unknown-column": Kind("`{value}` is no column here", "{advice}"),
    "internal-column": Kind(
        "column `{value}` is internal, and this is made for others", "Leave it out, or add --internal."
    ),
    "unclosed-name": Kind("`{value}` has no } right after it in the template", "Write {near}"),
    "two-shapes": Kind(
        "--template goes with neither --format nor --columns", "Name the columns in the template."
    ),
    "workbook-to-file": Kind("a workbook (xlsx) is made into a file", "Name one: -o FILE.xlsx"),
    "too-many-rows": Kind(
        "a sheet of a workbook has no more than {most} rows", "Take fewer: --limit N, or -f csv."
    ),
    "unknown-id": Kind("no entry `{id}`", "{advice}"),
    "broken-entry": Kind(
        "`{id}` has errors, so it is not shown", "Mend what is told above; clustercalls check."
    ),
    "id-in-files": Kind(
        "`{id}` is the id of entries in several files: {files}", "Give one of them another id."
    ),
    "ambiguous-id": Kind("`{id}` could be {matches}", "Write a longer part of the id."),
    "ambiguous-words": Kind("`{words}` is in several titles: {matches}", "Write one of these ids."),
    "no-address": Kind("{id} has no address", "clustercalls set {id} url=https://…"),
    "wants-registry": Kind(
        "there is no registry of yours", "Make one: clustercalls init, or name one: --registry FILE"
    ),
    "output-is-input": Kind(
        "this is a file that was read, or that clustercalls keeps", "Name another one: nothing was written."
    ),
    "not-together": Kind("{one} goes with no {other}", "Leave one of the two out."),
    "no-pick": Kind(
        "--pick names no entry", "Name some, as in --pick innosup,escp-s3-formal, or leave it out."
    ),
    "no-audience": Kind(
        "there is no audience to publish for, and nothing was written",
        "Put a table like this one into {file}, then run it again.",
    ),
    "only-internal": Kind(
        "every audience is internal, and such are published only when they are named", "Name one: {known}."
    ),
    "inside-published": Kind(
        "this folder is in that of an audience, {folder}", "Publish beside it, or into another folder."
    ),
    "unknown-audience": Kind("there is no audience `{value}`", "{advice}"),
    "no-words-of": Kind(
        "the words of `{value}` are not there, and nothing was written",
        "Install clustercalls anew: pip install --force-reinstall clustercalls; in a checkout: make texts.",
    ),
    "broken-audience": Kind(
        "the audience `{value}` has errors", "Mend what is told above; clustercalls check."
    ),
    "internal-served": Kind(
        "`{value}` is internal, and everybody on this machine can read what is served",
        "Publish it without --serve, and open its files: {path}",
    ),
    "bad-port": Kind("`{value}` is no port", "Write a number from 1 to {last} behind --serve, or none."),
    "nobody-selected": Kind(
        "no entry is for this audience, and nothing of it was published",
        "Look at its filters, as with: clustercalls list --all {filters}",
    ),
    "no-intro": Kind(
        "nothing can stand above the page: {reason}", "Write some Markdown, or leave --intro out."
    ),
    "unknown-place": Kind("no public holidays are known of `{value}`", "{advice}"),
    "bad-years": Kind("`{value}` names no years", "Write 2027, or 2027-2028: {most} years at most."),
    "already-there": Kind("already there, and left as it is", "Choose another path, or edit this file."),
}
