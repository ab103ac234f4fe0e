"""What every command takes. Written by docs/command_table.py of the declarations: run `make docs`."""

# ruff: noqa: COM819, E501, Q000 - rows as Python writes them
# fmt: off

# Field, kind of value, names (an argument has none), whether it must be given, what completes it, help.
Row = tuple[str, str, tuple[str, ...], bool, str, str]
# A command: module, function, first line of its help, the groups of options it takes, and its own.
Command = tuple[str, str, str, tuple[tuple[str, str], ...], tuple[Row, ...]]

GROUPS: dict[str, tuple[Row, ...]] = {
    'options.Filters': (
        ('kind', 'texts', ('--kind',), False, 'kind', 'call, event, policy or resource.'),
        ('stage', 'texts', ('--stage',), False, 'stage', 'Kind of stage, such as deadline.'),
        ('programme', 'texts', ('--programme', '-p'), False, 'programme', 'Programme, such as H2020.'),
        ('tag', 'texts', ('--tag', '-t'), False, 'tag', 'Tag.'),
        ('status', 'texts', ('--status',), False, 'status', 'Status of the call, such as open.'),
        ('track', 'texts', ('--track',), False, 'track', 'What we do with it: watch, go, submitted, won, lost, no; or our own word.'),
        ('owner', 'texts', ('--owner',), False, 'owner', 'Who looks after it.'),
        ('not_', 'texts', ('--not',), False, 'not', 'Without these: a value of kind, stage, programme, tag, status, track or owner.'),
        ('search', 'text', ('--search', '-s'), False, '', 'All these words, accents folded.'),
        ('due', 'flag', ('--due',), False, '', 'Only what we must do, such as deadlines.'),),
    'options.AsOf': (
        ('as_of', 'text', ('--as-of',), False, '', 'Look from this day, not from now.'),),
    'options.Shape': (
        ('limit', 'count', ('--limit', '-n'), False, '', 'At most N rows.'),
        ('format', 'text', ('--format', '-f'), False, 'format', 'table, plain, json, csv, tsv, md or xlsx; table on a terminal, plain on a pipe, with -o as its ending says.'),
        ('columns', 'text', ('--columns',), False, 'columns', 'These columns, in this order.'),
        ('template', 'text', ('--template',), False, '', "A line a row, {name} replaced, such as '{when}\\t{title}'."),
        ('output', 'path', ('--output', '-o'), False, '', 'Into this file, at once.'),
        ('no_header', 'flag', ('--no-header',), False, '', 'Without the line of headings.'),
        ('zone', 'text', ('--zone',), False, '', "Exact times on this zone's clock."),
        ('exit_code', 'flag', ('--exit-code',), False, '', 'Exit 1 when nothing is shown.'),
        ('internal', 'flag', ('--internal',), False, '', 'Our own facts too, in what is made for others.'),),
    'options.Common': (
        ('registry', 'paths', ('--registry', '-r'), False, '', 'Registry file or folder; may be repeated.'),
        ('config', 'path', ('--config', '-c'), False, '', 'Config file.'),
        ('lang', 'text', ('--lang',), False, 'en|it', 'Language of the output.'),
        ('color', 'text', ('--color',), False, 'auto|always|never', 'When to use colour.'),
        ('debug', 'flag', ('--debug',), False, '', 'Show the traceback of a bug.'),),
    'changes.Comparison': (
        ('since', 'text', ('--since',), False, '', 'Since then, or since you last looked.'),
        ('against', 'text', ('--against',), False, '', 'Against another state of the registry.'),
        ('form', 'text', ('--format', '-f'), False, 'plain|json', 'plain or json.'),),
    'desk.Editing': (
        ('dry_run', 'flag', ('--dry-run',), False, '', 'Show the difference, write nothing.'),
        ('force', 'flag', ('--force',), False, '', 'Write it even if the entry is worse for it.'),),
    'chosen.Several': (
        ('all_of_these', 'flag', ('--all-of-these',), False, '', 'Every entry that the filters select; asks first.'),
        ('yes', 'flag', ('--yes', '-y'), False, '', 'Without asking.'),),
    'targets.Sending': (
        ('mail_to', 'texts', ('--mail-to',), False, '', 'By mail, through the server that `smtp` in the config names; may be repeated.'),
        ('notify', 'texts', ('--notify',), False, '', 'To a chat or push service: a name of `notify` in the config, or an apprise address.'),
        ('exec', 'texts', ('--exec',), False, '', 'To a program, as JSON on its standard input; no shell.'),
        ('outbox', 'paths', ('--outbox',), False, '', 'Into this folder, one JSON file each.'),),
    'digest.Contents': (
        ('window', 'text', (), False, '', '30d, eom, march, 2017-04, A..B; by default 30d.'),
        ('since', 'text', ('--since',), False, '', 'Moved and new since then; by default 30d.'),
        ('pick', 'text', ('--pick',), False, '', 'These entries alone, in this order.'),
        ('audience', 'text', ('--audience',), False, 'audience', 'For this audience: its filters, title and language; it is told what it may know.'),
        ('internal', 'flag', ('--internal',), False, '', 'Our own facts too, in what is made for others.'),
        ('by', 'text', ('--by',), False, 'programme|tag', 'A part for each programme, or each tag.'),
        ('intro', 'path', ('--intro',), False, '', 'This Markdown above all else.'),
        ('title', 'text', ('--title',), False, '', 'Its title.'),
        ('form', 'text', ('--format', '-f'), False, 'plain|md|html', 'plain, md or html.'),
        ('target', 'path', ('--output', '-o'), False, '', 'Into this file, at once.'),),
    'add_options.Facts': (
        ('title', 'text', ('--title',), False, '', 'What it is called.'),
        ('programme', 'text', ('--programme', '-p'), False, 'programme', 'Programme, such as COSME.'),
        ('summary', 'text', ('--summary',), False, '', 'One sentence.'),
        ('about', 'text', ('--about',), False, '', 'What it is for.'),
        ('deadline', 'text', ('--deadline',), False, '', 'Until when one can apply.'),
        ('stage', 'texts', ('--stage',), False, '', 'A deadline of its own, such as "first=4 Apr 2017", or a stage of the kind it is called after, such as "info day 2=4 Apr 2017"; may be repeated. What is called second, full or step 2 follows first, outline or step 1.'),
        ('rolling', 'flag', ('--rolling',), False, '', 'One can apply at any time: no deadline is to come.'),
        ('opens', 'text', ('--opens',), False, '', 'From when one can apply.'),
        ('published', 'text', ('--published',), False, '', 'When it is or was published.'),
        ('info_day', 'text', ('--info-day',), False, '', 'When its info day is.'),
        ('registration', 'text', ('--registration',), False, '', 'Until when one can register.'),
        ('interview', 'text', ('--interview',), False, '', 'When one is interviewed.'),
        ('decision', 'text', ('--decision',), False, '', 'When it is decided.'),
        ('starts', 'text', ('--starts',), False, '', 'First day of an event.'),
        ('ends', 'text', ('--ends',), False, '', 'Last day of an event.'),
        ('at', 'text', ('--at',), False, '', 'Hour of the deadline, such as 17:00.'),
        ('zone', 'text', ('--zone',), False, '', 'Zone of its hours, such as Europe/Rome.'),
        ('place', 'text', ('--place',), False, '', 'Where it is.'),
        ('status', 'text', ('--status',), False, 'status', 'Only what a source states: open, suspended, cancelled or exhausted.'),
        ('budget', 'text', ('--budget',), False, '', 'Such as 18.5M or "3 million EUR".'),
        ('currency', 'text', ('--currency',), False, '', 'Currency of its amounts, such as CHF.'),
        ('grants', 'text', ('--grants',), False, '', 'How many projects are paid for.'),
        ('each', 'text', ('--each',), False, '', 'What every project gets.'),
        ('min', 'text', ('--min',), False, '', 'The least that one project can ask for.'),
        ('max', 'text', ('--max',), False, '', 'The most that one project can ask for.'),
        ('rate', 'texts', ('--rate',), False, '', 'Share that is paid, such as "75 SMEs"; may be repeated.'),
        ('eligibility', 'texts', ('--eligibility',), False, '', 'Who may, or on what condition; may be repeated.'),
        ('url', 'text', ('--url',), False, '', 'Its web address.'),
        ('tag', 'texts', ('--tag', '-t'), False, 'tag', 'Tags, parted by commas; may be repeated.'),
        ('source_title', 'text', ('--source-title',), False, '', 'Document that tells of it.'),
        ('source_url', 'text', ('--source-url',), False, '', 'Address of the document.'),
        ('source_date', 'text', ('--source-date',), False, '', 'Its date.'),
        ('source_key', 'text', ('--source-key',), False, '', "Its own name for the entry, such as a topic's."),
        ('quote', 'text', ('--quote',), False, '', 'What it says, word for word.'),
        ('source_from', 'text', ('--source-from',), False, '', 'The source of the last entry again.'),
        ('track', 'text', ('--track',), False, '', 'What we do with it.'),
        ('owner', 'text', ('--owner',), False, '', 'Who looks after it.'),
        ('note', 'text', ('--note',), False, '', 'Anything else.'),
        ('id', 'text', ('--id',), False, '', 'By default from the title.'),),
    'given_reading.TableOptions': (
        ('columns', 'texts', ('--column',), False, '', 'Of a table: which heading is this field.'),
        ('dayfirst', 'flag', ('--dayfirst',), False, '', 'Of a table: 01/02/2027 is in February.'),
        ('monthfirst', 'flag', ('--monthfirst',), False, '', 'Of a table: 01/02/2027 is in January.'),),
    'export_select.CalendarShape': (
        ('alarms', 'text', ('--alarms',), False, '', "Ring so long before; an entry's own `warn` wins."),
        ('windows', 'text', ('--windows',), False, 'span|start|end|skip', 'Doubtful dates: all their days, the first, the last, or not at all.'),
        ('no_internal', 'flag', ('--no-internal',), False, '', 'Without what is internal: deadlines, notes, why.'),),
}
COMMANDS: dict[str, Command] = {
    'upcoming': ('look.upcoming', 'upcoming', 'What is ahead, soonest first.', (('filters', 'options.Filters'), ('as_of', 'options.AsOf'), ('shape', 'options.Shape'), ('common', 'options.Common')), (
            ('window', 'text', (), False, '', '30d, eom, friday, march, 2017-04, A..B; by default everything.'),
            ('past', 'flag', ('--past',), False, '', 'Look back instead, newest first.'),
            ('as_timeline', 'flag', ('--timeline',), False, '', 'As bars over twelve months, a line an entry.'),)),
    'list': ('look.list', 'list_entries', 'Entries, soonest first, or those that match.', (('filters', 'options.Filters'), ('as_of', 'options.AsOf'), ('shape', 'options.Shape'), ('common', 'options.Common')), (
            ('text', 'text', (), False, '', 'Words to look for, best match first.'),
            ('everything', 'flag', ('--all',), False, '', 'The past, cancelled and put away too.'),
            ('unconfirmed', 'flag', ('--unconfirmed',), False, '', 'Only what nobody has confirmed for a year.'),)),
    'show': ('look.show', 'show', 'Everything about one entry: can we still...', (('as_of', 'options.AsOf'), ('common', 'options.Common')), (
            ('name', 'text', (), True, 'id', 'Any unique part of an id, or words of its title.'),
            ('form', 'text', ('--format', '-f'), False, 'plain|json', 'plain or json.'),
            ('zone', 'text', ('--zone',), False, '', "Exact times on this zone's clock."),
            ('browse', 'flag', ('--open',), False, '', 'Open its address in $BROWSER; without one, print it.'),)),
    'changes': ('look.changes', 'changes', 'What moved, came, went, field by field.', (('as_of', 'options.AsOf'), ('common', 'options.Common'), ('asked', 'changes.Comparison')), (
            ('name', 'text', (), False, 'id', 'Of this entry alone: any unique part of its id, or words of its title.'),)),
    'track': ('work.track', 'track', 'What we do with a call: go for it, put it...', (('filters', 'options.Filters'), ('as_of', 'options.AsOf'), ('editing', 'desk.Editing'), ('several', 'chosen.Several'), ('common', 'options.Common')), (
            ('words', 'texts', (), True, 'tracks', 'IDs, then watch, go, submitted, won, lost, no, or a word that your registry has.'),
            ('why', 'text', ('--why',), False, '', 'Why, for ourselves alone.'),)),
    'done': ('work.done', 'done', 'What a stage asked is done: a deadline...', (('as_of', 'options.AsOf'), ('editing', 'desk.Editing'), ('common', 'options.Common')), (
            ('id_', 'text', (), False, 'id/stage', 'Any unique part of an id, or ID/STAGE; without a stage the one that is due.'),
            ('day', 'text', (), False, '', 'The day it was done; by default today.'),
            ('submitted', 'flag', ('--submitted',), False, '', 'The call is submitted with it.'),
            ('taken_back', 'flag', ('--not',), False, '', 'It is not done.'),
            ('before', 'text', ('--before',), False, '', 'All that is late since before a day; asks first.'),
            ('yes', 'flag', ('--yes', '-y'), False, '', 'Without asking.'),)),
    'plan': ('work.plan', 'plan', 'Steps back from a deadline, in working...', (('as_of', 'options.AsOf'), ('editing', 'desk.Editing'), ('common', 'options.Common')), (
            ('id_', 'text', (), True, 'id/stage', 'Any unique part of an id, or ID/STAGE; without a stage its next deadline.'),
            ('template', 'text', ('--template',), False, 'template', 'lead (a bid; the default), join (as a partner), or your own.'),
            ('write', 'flag', ('--write',), False, '', 'Write the steps into the registry, without asking.'),
            ('past', 'flag', ('--past',), False, '', 'Those before today too.'),)),
    'days-off': ('work.days_off', 'days_off', 'Days on which nobody works: public...', (('as_of', 'options.AsOf'), ('editing', 'desk.Editing'), ('common', 'options.Common')), (
            ('codes', 'texts', (), False, '', 'A country or a region of ISO 3166, such as BE, IT-BA; without one they are listed, or with --years those that the registry has already.'),
            ('years', 'text', ('--years',), False, '', 'By default this year and the next.'),)),
    'remind': ('tell.remind', 'remind', 'What is due to be told and was not told...', (('filters', 'options.Filters'), ('as_of', 'options.AsOf'), ('sending', 'targets.Sending'), ('common', 'options.Common')), (
            ('form', 'text', ('--format', '-f'), False, '', 'plain, md, html or json on standard output.'),
            ('dry_run', 'flag', ('--dry-run',), False, '', 'Show it; remember nothing.'),
            ('anew', 'flag', ('--all',), False, '', 'Whatever was told before; remember nothing.'),
            ('schedule', 'text', ('--schedule',), False, 'cron|systemd', 'Print what to put into the scheduler; install nothing.'),
            ('daily', 'text', ('--daily',), False, '', 'With --schedule: at this time.'),
            ('every', 'text', ('--every',), False, '', 'How often this line runs, 1d or 1w: a run that comes later than twice that says so.'),
            ('log', 'flag', ('--log',), False, '', 'When, to whom and under which Message-ID each lead was told.'),
            ('name', 'text', (), False, 'id', 'With --log: of this entry alone, any unique part of its id.'),)),
    'digest': ('tell.digest', 'digest', 'A page to send: what opens, closes, moved,...', (('filters', 'options.Filters'), ('as_of', 'options.AsOf'), ('sending', 'targets.Sending'), ('common', 'options.Common'), ('contents', 'digest.Contents')), (
)),
    'publish': ('tell.publish', 'publish', 'Pages, feeds and calendars for each...', (('as_of', 'options.AsOf'), ('common', 'options.Common')), (
            ('folder', 'path', (), True, '', 'Where each audience has its folder.'),
            ('audiences', 'texts', (), False, 'audience', 'These alone; by default every one that is not internal.'),
            ('dry_run', 'flag', ('--dry-run',), False, '', 'Say what would be new, and write nothing.'),
            ('serve', 'flag', ('--serve',), False, '', 'Show it in $BROWSER while you edit, on this machine alone; a number behind it is the port.'),)),
    'add': ('keep.add', 'add', 'A new entry: by these options; with none,...', (('facts', 'add_options.Facts'), ('as_of', 'options.AsOf'), ('editing', 'desk.Editing'), ('common', 'options.Common')), (
            ('kind', 'text', (), False, '', 'call, event, policy or resource.'),
            ('edit', 'flag', ('--edit',), False, '', 'Write it in your editor.'),
            ('again', 'flag', ('--again',), False, '', 'Though an entry has its title and address, or its key.'),
            ('file', 'path', ('--file',), False, '', 'Into this one of several files, not the last; in a folder also a new one.'),)),
    'move': ('keep.move', 'move', 'A date moved; the old one is kept in the...', (('filters', 'options.Filters'), ('as_of', 'options.AsOf'), ('editing', 'desk.Editing'), ('several', 'chosen.Several'), ('common', 'options.Common')), (
            ('ids', 'texts', (), False, 'id/stage', 'Any unique part of an id, or words of its title; ID/STAGE for one of its stages.'),
            ('date', 'text', (), True, '', 'As typed: 2017-04-06, 6 apr, feb-mar 2017.'),
            ('why', 'text', ('--why',), False, '', 'Why it moved.'),
            ('source', 'text', ('--source',), False, '', 'Where it says so.'),)),
    'set': ('keep.set', 'set_fields', 'Change fields of entries, or of stages...', (('filters', 'options.Filters'), ('as_of', 'options.AsOf'), ('editing', 'desk.Editing'), ('several', 'chosen.Several'), ('common', 'options.Common')), (
            ('words', 'texts', (), True, 'settings', 'IDs, or ID/STAGE, then what is to be set: also FIELD+=VALUE, FIELD-=VALUE; FIELD= takes it out.'),
            ('why', 'text', ('--why',), False, '', 'Why a date, status or track changed.'),
            ('source', 'text', ('--source',), False, '', 'Where it says so.'),)),
    'confirm': ('keep.confirm', 'confirm', 'Still right: sets the day an entry was...', (('filters', 'options.Filters'), ('as_of', 'options.AsOf'), ('editing', 'desk.Editing'), ('several', 'chosen.Several'), ('shape', 'options.Shape'), ('common', 'options.Common')), (
            ('ids', 'texts', (), False, 'id', 'Any unique part of an id, or words of its title.'),)),
    'edit': ('keep.edit', 'edit', 'An entry in your editor ($VISUAL or...', (('as_of', 'options.AsOf'), ('editing', 'desk.Editing'), ('common', 'options.Common')), (
            ('id', 'text', (), True, 'id', 'Any unique part of an id, or words of its title.'),)),
    'remove': ('keep.remove', 'remove', 'Takes an entry out; its text is kept in...', (('as_of', 'options.AsOf'), ('editing', 'desk.Editing'), ('common', 'options.Common')), (
            ('id', 'text', (), True, 'id', 'Any unique part of an id, or words of its title.'),
            ('yes', 'flag', ('--yes', '-y'), False, '', 'Without asking.'),)),
    'undo': ('keep.undo', 'undo', "Takes the last command's edit back, if the...", (('as_of', 'options.AsOf'), ('editing', 'desk.Editing'), ('common', 'options.Common')), (
)),
    'merge': ('keep.merge', 'merge', 'Merge two sides of a registry, entry by...', (('common', 'options.Common'),), (
            ('base', 'path', (), True, '', 'What both sides began from.'),
            ('ours', 'path', (), True, '', 'Our side; the merge is written here.'),
            ('theirs', 'path', (), True, '', 'Their side.'),)),
    'sync': ('fetch.sync', 'sync', 'What the sources offer now, into the...', (('as_of', 'options.AsOf'), ('common', 'options.Common')), (
            ('sources', 'texts', (), False, 'source', 'eu, the EU portal, or one of the config; by default all.'),
            ('everything', 'flag', ('--all',), False, '', 'Every change, field by field.'),
            ('dry_run', 'flag', ('--dry-run',), False, '', 'Read, and write nothing.'),
            ('force', 'flag', ('--force',), False, '', 'Take a list that is judged too short.'),
            ('status', 'flag', ('--status',), False, '', 'How the last ones went; nothing is read.'),
            ('form', 'text', ('--format', '-f'), False, 'plain|json', 'plain or json.'),)),
    'find': ('fetch.find', 'find', 'What is on offer, of all that sync...', (('as_of', 'options.AsOf'), ('shape', 'options.Shape'), ('common', 'options.Common')), (
            ('text', 'text', (), False, '', 'Words, "phrases", OR, -without; best match first. Without: by the next deadline.'),
            ('window', 'text', (), False, '', '30d, eom, march, 2017-04, A..B; by default everything.'),
            ('programme', 'texts', ('--programme', '-p'), False, '', 'Programme, such as SMP.'),
            ('status', 'texts', ('--status',), False, 'status', 'Such as open.'),
            ('kind', 'texts', ('--kind',), False, 'kind', 'call, event, policy or resource.'),
            ('source', 'texts', ('--source',), False, 'source', 'Only of this source, such as eu.'),
            ('new', 'flag', ('--new',), False, '', 'Only what came since the sync before the last.'),
            ('past', 'flag', ('--past',), False, '', 'Only what is over, newest first.'),)),
    'follow': ('fetch.follow', 'follow', 'An offer of the catalogue becomes an entry...', (('as_of', 'options.AsOf'), ('editing', 'desk.Editing'), ('common', 'options.Common')), (
            ('keys', 'texts', (), True, 'offer', 'As find shows it, such as eu:50130830TOPICS, or any unique part of key or identifier.'),
            ('to', 'text', ('--to',), False, 'id', 'Link this entry of yours to it instead.'),
            ('again', 'flag', ('--again',), False, '', 'Though an entry has its key, or its title and address.'),)),
    'review': ('fetch.review', 'review', 'What the sources tell otherwise than your...', (('as_of', 'options.AsOf'), ('editing', 'desk.Editing'), ('common', 'options.Common')), (
            ('names', 'texts', (), False, 'followed', 'Only of these entries, or new calls.'),
            ('accepts', 'texts', ('--accept',), False, 'followed', 'Accept what is open of this one.'),
            ('ignores', 'texts', ('--ignore',), False, 'followed', 'Ignore it, until its source says another.'),
            ('form', 'text', ('--format', '-f'), False, 'plain|json', 'plain or json.'),)),
    'import': ('importing.import_command', 'import_document', 'What documents tell, each fact with its...', (('as_of', 'options.AsOf'), ('editing', 'desk.Editing'), ('table', 'given_reading.TableOptions'), ('common', 'options.Common')), (
            ('places', 'texts', (), True, 'file', 'Reports, mails, pages, calendars, feeds, tables or registries.'),
            ('form', 'text', ('--as',), False, 'report|ics|feed|table|registry|commongrants', 'What it is; by default as it looks.'),
            ('dated', 'text', ('--dated',), False, '', 'The day of the document, where it does not say it.'),
            ('only', 'text', ('--only',), False, '', 'Only these, by the numbers shown.'),
            ('append', 'flag', ('--append',), False, '', 'Add what needs no answer, and say what was left.'),
            ('shape', 'text', ('--format', '-f'), False, 'toml|json|html', 'toml, json or html.'),
            ('target', 'path', ('--output', '-o'), False, '', 'Into this file, at once.'),)),
    'check': ('house.check', 'check', 'Every problem of a registry, one a line;...', (('common', 'options.Common'),), (
            ('paths', 'paths', (), False, '', 'Files or folders.'),
            ('strict', 'flag', ('--strict',), False, '', 'Exit 1 on warnings too.'),)),
    'init': ('house.init', 'init', 'A registry of your own, with comments that...', (('common', 'options.Common'),), (
            ('path', 'path', (), False, '', 'File to make; by default your own.'),
            ('git', 'flag', ('--git',), False, '', 'Have git merge it entry by entry; of a file that is there, do only this.'),
            ('cut_from', 'path', ('--from',), False, '', 'Into a folder: cut this file, a file an entry; it stays.'),)),
    'where': ('house.where', 'where', 'The files in use, and why those.', (('common', 'options.Common'),), (
)),
    'schema': ('house.schema', 'schema', 'The JSON Schema of a registry file, for...', (('common', 'options.Common'),), (
)),
}
EXPORT: dict[str, Command] = {
    'ics': ('tell.export_ics', 'ics', 'A calendar of what is ahead, for every...', (('filters', 'options.Filters'), ('as_of', 'options.AsOf'), ('shape', 'export_select.CalendarShape'), ('common', 'options.Common')), (
            ('window', 'text', (), False, '', '30d, eom, friday, march, 2017-04, A..B; by default everything.'),
            ('past', 'flag', ('--past',), False, '', 'With those that are over.'),
            ('output', 'path', ('--output', '-o'), False, '', 'Into this file; what it said before is taken into account.'),
            ('name', 'text', ('--name',), False, '', 'What the calendar is called.'),
            ('force', 'flag', ('--force',), False, '', 'Replace a file that is not ours or is broken.'),)),
    'todo': ('tell.export_ics', 'todo', 'Tasks with a due date, for programs that...', (('filters', 'options.Filters'), ('as_of', 'options.AsOf'), ('shape', 'export_select.CalendarShape'), ('common', 'options.Common')), (
            ('window', 'text', (), False, '', '30d, eom, friday, march, 2017-04, A..B; by default everything.'),
            ('past', 'flag', ('--past',), False, '', 'With those that are over.'),
            ('output', 'path', ('--output', '-o'), False, '', 'Into this file; what it said before is taken into account.'),
            ('name', 'text', ('--name',), False, '', 'What the calendar is called.'),
            ('force', 'flag', ('--force',), False, '', 'Replace a file that is not ours or is broken.'),)),
    'vdir': ('tell.export_vdir', 'vdir', 'A folder with a file an event, for khal,...', (('filters', 'options.Filters'), ('as_of', 'options.AsOf'), ('shape', 'export_select.CalendarShape'), ('common', 'options.Common')), (
            ('folder', 'path', (), True, '', 'The folder.'),
            ('window', 'text', ('--window',), False, '', '30d, eom, friday, march, 2017-04, A..B.'),
            ('past', 'flag', ('--past',), False, '', 'With those that are over.'),
            ('todo', 'flag', ('--todo',), False, '', 'Tasks with a due date instead of events.'),
            ('force', 'flag', ('--force',), False, '', 'Replace a file that is not ours or is broken.'),
            ('dry_run', 'flag', ('--dry-run',), False, '', 'Show what would change, and change nothing.'),)),
    'caldav': ('tell.export_caldav', 'caldav', 'The events into a calendar of a server:...', (('filters', 'options.Filters'), ('as_of', 'options.AsOf'), ('shape', 'export_select.CalendarShape'), ('common', 'options.Common')), (
            ('url', 'text', (), True, '', 'A calendar; with --calendar, the server.'),
            ('user', 'text', ('--user',), True, '', 'Who you are there.'),
            ('calendar', 'text', ('--calendar',), False, '', 'Your calendar of this name there; made when there is none.'),
            ('password_command', 'text', ('--password-command',), False, '', 'Prints the password, unless CLUSTERCALLS_CALDAV_PASSWORD has it; else the keyring.'),
            ('window', 'text', ('--window',), False, '', '30d, eom, friday, march, 2017-04, A..B.'),
            ('past', 'flag', ('--past',), False, '', 'With those that are over.'),
            ('todo', 'flag', ('--todo',), False, '', 'Tasks with a due date instead of events.'),
            ('force', 'flag', ('--force',), False, '', 'Replace a file that is not ours or is broken.'),
            ('dry_run', 'flag', ('--dry-run',), False, '', 'Show what would change, and change nothing.'),
            ('insecure', 'flag', ('--insecure',), False, '', 'Send the password over http:// too, where others on the way can read it.'),)),
    'svg': ('tell.export_svg', 'svg', 'A picture of twelve months: bars from...', (('filters', 'options.Filters'), ('as_of', 'options.AsOf'), ('common', 'options.Common')), (
            ('window', 'text', (), False, '', '30d, eom, friday, march, 2017-04, A..B; by default everything.'),
            ('no_internal', 'flag', ('--no-internal',), False, '', 'Without what is internal: deadlines, notes, why.'),
            ('title', 'text', ('--title',), False, '', 'Its title.'),
            ('target', 'path', ('--output', '-o'), False, '', 'Into this file, at once.'),)),
}
