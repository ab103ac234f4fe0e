"""What every command takes. Written by docs/command_table.py of the declarations: run `make docs`."""

# ruff: noqa: E501, Q000 - rows as Python writes them
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
        ('track', 'texts', ('--track',), False, 'track', 'What we do with it, as entries say.'),
        ('owner', 'texts', ('--owner',), False, 'owner', 'Who looks after it.'),
        ('search', 'text', ('--search', '-s'), False, '', 'All these words, accents folded.'),
        ('due', 'flag', ('--due',), False, '', 'Only what we must do, such as deadlines.'),
    ),
    'options.AsOf': (
        ('as_of', 'text', ('--as-of',), False, '', 'Look from this day, not from now.'),
    ),
    'options.Shape': (
        ('limit', 'count', ('--limit', '-n'), False, '', 'At most N rows.'),
        ('format', 'text', ('--format', '-f'), False, 'format', 'table, plain, json, csv, tsv or md; table on a terminal, plain on a pipe.'),
        ('columns', 'text', ('--columns',), False, 'columns', 'These columns, in this order.'),
        ('template', 'text', ('--template',), False, '', "A line a row, {name} replaced, such as '{when}\\t{title}'."),
        ('output', 'path', ('--output', '-o'), False, '', 'Into this file, at once.'),
        ('no_header', 'flag', ('--no-header',), False, '', 'Without the line of headings.'),
        ('zone', 'text', ('--zone',), False, '', "Exact times on this zone's clock."),
        ('exit_code', 'flag', ('--exit-code',), False, '', 'Exit 1 when nothing is shown.'),
    ),
    'options.Common': (
        ('registry', 'paths', ('--registry', '-r'), False, '', 'Registry file or folder; may be repeated.'),
        ('config', 'path', ('--config', '-c'), False, '', 'Config file.'),
        ('lang', 'text', ('--lang',), False, 'en|it', 'Language of the output.'),
        ('color', 'text', ('--color',), False, 'auto|always|never', 'When to use colour.'),
        ('debug', 'flag', ('--debug',), False, '', 'Show the traceback of a bug.'),
    ),
    'changes.Asked': (
        ('since', 'text', ('--since',), False, '', 'Since then, or since you last looked.'),
        ('against', 'text', ('--against',), False, '', 'Against another state of the registry.'),
        ('form', 'text', ('--format', '-f'), False, 'plain|json', 'plain or json.'),
    ),
    'targets.Sending': (
        ('mail_to', 'texts', ('--mail-to',), False, '', 'By mail, through the server that `smtp` in the config names; may be repeated.'),
        ('notify', 'texts', ('--notify',), False, '', 'To a chat or push service: a name of `notify` in the config, or an apprise address.'),
        ('exec', 'texts', ('--exec',), False, '', 'To a program, as JSON on its standard input; no shell.'),
        ('outbox', 'paths+', ('--outbox',), False, '', 'Into this folder, one JSON file each.'),
    ),
    'digest.Contents': (
        ('window', 'text', (), False, '', '30d, 2w, eom, 2017-04, A..B; by default 30d.'),
        ('since', 'text', ('--since',), False, '', 'Moved and new since then; by default 30d.'),
        ('pick', 'text', ('--pick',), False, '', 'These entries alone, in this order.'),
        ('title', 'text', ('--title',), False, '', 'Its title.'),
        ('form', 'text', ('--format', '-f'), False, 'plain|md|html', 'plain, md or html.'),
        ('target', 'path', ('--output', '-o'), False, '', 'Into this file, at once.'),
    ),
    'add_options.Facts': (
        ('title', 'text', ('--title',), False, '', 'What it is called.'),
        ('programme', 'text', ('--programme', '-p'), False, 'programme', 'Programme, such as COSME.'),
        ('summary', 'text', ('--summary',), False, '', 'One sentence.'),
        ('about', 'text', ('--about',), False, '', 'What it is for.'),
        ('deadline', 'text', ('--deadline',), False, '', 'Until when one can apply.'),
        ('stage', 'texts', ('--stage',), False, '', 'A deadline of its own, such as "first=4 Apr 2017"; may be repeated. What is called second, full or step 2 follows first, outline or step 1.'),
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
        ('tag', 'texts', ('--tag', '-t'), False, 'tag', 'Tag; may be repeated.'),
        ('source_title', 'text', ('--source-title',), False, '', 'Document that tells of it.'),
        ('source_url', 'text', ('--source-url',), False, '', 'Address of the document.'),
        ('source_date', 'text', ('--source-date',), False, '', 'Its date.'),
        ('quote', 'text', ('--quote',), False, '', 'What it says, word for word.'),
        ('source_from', 'text', ('--source-from',), False, '', 'The source of the last entry again.'),
        ('track', 'text', ('--track',), False, '', 'What we do with it.'),
        ('owner', 'text', ('--owner',), False, '', 'Who looks after it.'),
        ('note', 'text', ('--note',), False, '', 'Anything else.'),
        ('id', 'text', ('--id',), False, '', 'By default from the title.'),
    ),
    'desk.Editing': (
        ('dry_run', 'flag', ('--dry-run',), False, '', 'Show the difference, write nothing.'),
        ('force', 'flag', ('--force',), False, '', 'Write it even if the entry is worse for it.'),
    ),
    'export_select.CalendarShape': (
        ('alarms', 'text', ('--alarms',), False, '', "Ring so long before; an entry's own `warn` wins."),
        ('windows', 'text', ('--windows',), False, 'span|start|end|skip', 'Doubtful dates: all their days, the first, the last, or not at all.'),
        ('no_internal', 'flag', ('--no-internal',), False, '', 'Without internal deadlines.'),
    ),
}
COMMANDS: dict[str, Command] = {
    'upcoming': ('look.upcoming', 'upcoming', 'What is ahead, soonest first.',
        (('filters', 'options.Filters'), ('as_of', 'options.AsOf'), ('shape', 'options.Shape'), ('common', 'options.Common')), (
            ('window', 'text', (), False, '', '30d, 2w, eom, friday, 2017-04, A..B; by default everything.'),
            ('past', 'flag', ('--past',), False, '', 'Look back instead, newest first.'),
        )),
    'list': ('look.list', 'list_entries', 'Entries, soonest first, or those that match.',
        (('filters', 'options.Filters'), ('as_of', 'options.AsOf'), ('shape', 'options.Shape'), ('common', 'options.Common')), (
            ('text', 'text', (), False, '', 'Words to look for, best match first.'),
            ('everything', 'flag', ('--all',), False, '', 'The past and the cancelled too.'),
            ('unconfirmed', 'flag', ('--unconfirmed',), False, '', 'Only what nobody has confirmed for a year.'),
        )),
    'show': ('look.show', 'show', 'Everything about one entry: can we still...',
        (('as_of', 'options.AsOf'), ('common', 'options.Common')), (
            ('name', 'text', (), True, 'id', 'Any unique part of an id.'),
            ('form', 'text', ('--format', '-f'), False, 'plain|json', 'plain or json.'),
            ('zone', 'text', ('--zone',), False, '', "Exact times on this zone's clock."),
        )),
    'changes': ('look.changes', 'changes', 'What moved, came, went, field by field.',
        (('as_of', 'options.AsOf'), ('common', 'options.Common'), ('asked', 'changes.Asked')), (
            ('name', 'text', (), False, 'id', 'Of this entry alone: any unique part of its id.'),
        )),
    'remind': ('tell.remind', 'remind', 'What is due to be told and was not told...',
        (('filters', 'options.Filters'), ('as_of', 'options.AsOf'), ('sending', 'targets.Sending'), ('common', 'options.Common')), (
            ('form', 'text', ('--format', '-f'), False, '', 'plain, md, html or json on standard output.'),
            ('dry_run', 'flag', ('--dry-run',), False, '', 'Show it; remember nothing.'),
            ('anew', 'flag', ('--all',), False, '', 'Whatever was told before; remember nothing.'),
            ('schedule', 'text', ('--schedule',), False, 'cron|systemd', 'Print what to put into the scheduler; install nothing.'),
            ('daily', 'text', ('--daily',), False, '', 'With --schedule: at this time.'),
            ('every', 'text', ('--every',), False, '', 'How often this line runs, 1d or 1w: a run that comes later than twice that says so.'),
            ('log', 'flag', ('--log',), False, '', 'When, to whom and under which Message-ID each lead was told.'),
            ('name', 'text', (), False, 'id', 'With --log: of this entry alone, any unique part of its id.'),
        )),
    'digest': ('tell.digest', 'digest', 'A page to send: what opens, closes, moved,...',
        (('filters', 'options.Filters'), ('as_of', 'options.AsOf'), ('sending', 'targets.Sending'), ('common', 'options.Common'), ('contents', 'digest.Contents')), (
        )),
    'add': ('keep.add', 'add', 'A new entry: by these options; with none,...',
        (('facts', 'add_options.Facts'), ('as_of', 'options.AsOf'), ('editing', 'desk.Editing'), ('common', 'options.Common')), (
            ('kind', 'text', (), False, '', 'call, event, policy or resource.'),
            ('edit', 'flag', ('--edit',), False, '', 'Write it in your editor.'),
            ('again', 'flag', ('--again',), False, '', 'Though an entry has the same title and address.'),
            ('file', 'path+', ('--file',), False, '', 'Into this one of several registries, not the last.'),
        )),
    'move': ('keep.move', 'move', 'A date moved; the old one is kept in the...',
        (('as_of', 'options.AsOf'), ('editing', 'desk.Editing'), ('common', 'options.Common')), (
            ('id', 'text', (), True, 'id/stage', 'Any unique part of an id.'),
            ('date', 'text', (), True, '', 'As typed: 2017-04-06, 6 apr, feb-mar 2017.'),
            ('why', 'text', ('--why',), False, '', 'Why it moved.'),
            ('source', 'text', ('--source',), False, '', 'Where it says so.'),
        )),
    'set': ('keep.set', 'set_fields', 'Change fields of an entry, or of a stage...',
        (('as_of', 'options.AsOf'), ('editing', 'desk.Editing'), ('common', 'options.Common')), (
            ('id', 'text', (), True, 'id/stage', 'Any unique part of an id.'),
            ('fields', 'texts', (), True, 'settings', 'Also FIELD+=VALUE, FIELD-=VALUE; FIELD= takes it out.'),
            ('why', 'text', ('--why',), False, '', 'Why a date or the status changed.'),
            ('source', 'text', ('--source',), False, '', 'Where it says so.'),
        )),
    'confirm': ('keep.confirm', 'confirm', 'Still right: sets the day an entry was...',
        (('as_of', 'options.AsOf'), ('editing', 'desk.Editing'), ('shape', 'options.Shape'), ('common', 'options.Common')), (
            ('ids', 'texts', (), False, 'id', 'Any unique part of an id.'),
        )),
    'edit': ('keep.edit', 'edit', 'An entry in your editor ($VISUAL or...',
        (('as_of', 'options.AsOf'), ('editing', 'desk.Editing'), ('common', 'options.Common')), (
            ('id', 'text', (), True, 'id', 'Any unique part of an id.'),
        )),
    'remove': ('keep.remove', 'remove', 'Takes an entry out; its text is kept in...',
        (('as_of', 'options.AsOf'), ('editing', 'desk.Editing'), ('common', 'options.Common')), (
            ('id', 'text', (), True, 'id', 'Any unique part of an id.'),
            ('yes', 'flag', ('--yes', '-y'), False, '', 'Without asking.'),
        )),
    'undo': ('keep.undo', 'undo', "Takes the last command's edit back, if the...",
        (('as_of', 'options.AsOf'), ('editing', 'desk.Editing'), ('common', 'options.Common')), (
        )),
    'check': ('house.check', 'check', 'Every problem of a registry, one a line;...',
        (('common', 'options.Common'),), (
            ('paths', 'paths', (), False, '', 'Files or folders.'),
            ('strict', 'flag', ('--strict',), False, '', 'Exit 1 on warnings too.'),
        )),
    'init': ('house.init', 'init', 'A registry of your own, with comments that...',
        (('common', 'options.Common'),), (
            ('path', 'path', (), False, '', 'File to make; by default your own.'),
        )),
    'where': ('house.where', 'where', 'The files in use, and why those.',
        (('common', 'options.Common'),), (
        )),
    'schema': ('house.schema', 'schema', 'The JSON Schema of a registry file, for...',
        (('common', 'options.Common'),), (
        )),
}
EXPORT: dict[str, Command] = {
    'ics': ('tell.export_ics', 'ics', 'A calendar of what is ahead, for every...',
        (('filters', 'options.Filters'), ('as_of', 'options.AsOf'), ('shape', 'export_select.CalendarShape'), ('common', 'options.Common')), (
            ('window', 'text', (), False, '', '30d, 2w, eom, friday, 2017-04, A..B; by default everything.'),
            ('past', 'flag', ('--past',), False, '', 'With those that are over.'),
            ('output', 'path', ('--output', '-o'), False, '', 'Into this file; what it said before is taken into account.'),
            ('name', 'text', ('--name',), False, '', 'What the calendar is called.'),
            ('force', 'flag', ('--force',), False, '', 'Replace a file that is not ours or is broken.'),
        )),
    'todo': ('tell.export_ics', 'todo', 'Tasks with a due date, for programs that...',
        (('filters', 'options.Filters'), ('as_of', 'options.AsOf'), ('shape', 'export_select.CalendarShape'), ('common', 'options.Common')), (
            ('window', 'text', (), False, '', '30d, 2w, eom, friday, 2017-04, A..B; by default everything.'),
            ('past', 'flag', ('--past',), False, '', 'With those that are over.'),
            ('output', 'path', ('--output', '-o'), False, '', 'Into this file; what it said before is taken into account.'),
            ('name', 'text', ('--name',), False, '', 'What the calendar is called.'),
            ('force', 'flag', ('--force',), False, '', 'Replace a file that is not ours or is broken.'),
        )),
    'vdir': ('tell.export_vdir', 'vdir', 'A folder with a file an event, for khal,...',
        (('filters', 'options.Filters'), ('as_of', 'options.AsOf'), ('shape', 'export_select.CalendarShape'), ('common', 'options.Common')), (
            ('folder', 'path+', (), True, '', 'The folder.'),
            ('window', 'text', ('--window',), False, '', '30d, 2w, eom, friday, 2017-04, A..B.'),
            ('past', 'flag', ('--past',), False, '', 'With those that are over.'),
            ('force', 'flag', ('--force',), False, '', 'Replace a file that is not ours or is broken.'),
            ('dry_run', 'flag', ('--dry-run',), False, '', 'Show what would change, and change nothing.'),
        )),
    'caldav': ('tell.export_caldav', 'caldav', 'The events into a calendar of a server:...',
        (('filters', 'options.Filters'), ('as_of', 'options.AsOf'), ('shape', 'export_select.CalendarShape'), ('common', 'options.Common')), (
            ('url', 'text', (), True, '', 'A calendar; with --calendar, the server.'),
            ('user', 'text', ('--user',), True, '', 'Who you are there.'),
            ('calendar', 'text', ('--calendar',), False, '', 'Your calendar of this name there; made when there is none.'),
            ('password_command', 'text', ('--password-command',), False, '', 'Prints the password, unless CLUSTERCALLS_CALDAV_PASSWORD has it; else the keyring.'),
            ('window', 'text', ('--window',), False, '', '30d, 2w, eom, friday, 2017-04, A..B.'),
            ('past', 'flag', ('--past',), False, '', 'With those that are over.'),
            ('force', 'flag', ('--force',), False, '', 'Replace a file that is not ours or is broken.'),
            ('dry_run', 'flag', ('--dry-run',), False, '', 'Show what would change, and change nothing.'),
            ('insecure', 'flag', ('--insecure',), False, '', 'Send the password over http:// too, where others on the way can read it.'),
        )),
}
