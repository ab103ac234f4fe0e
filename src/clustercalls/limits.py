"""The one table of limits: how much is read, kept or waited for, whoever sends it.

What is over one of them is told with the limit named. Bytes are counted after decompression.
"""

MIB = 1024 * 1024

FILE_BYTES = 32 * MIB  # a registry, the config, a calendar, a memory; 10,000 entries have 10 MiB
CALENDAR_BYTES = 256 * MIB  # a whole calendar, which is held in pieces; 40,000 events have 36 MiB
COMPONENT_BYTES = 31 * MIB  # of one event written to a file: with what is around it, FILE_BYTES reads it back
JOURNAL_READ_BYTES = 64 * MIB  # the newest of a longer journal; one record has two texts of a file
ACT_BYTES = 62 * MIB  # of the records of one act: it is read back whole, and what takes it back beside it
ENDS_BYTES = MIB  # of how its records ended, and of what takes them back
JOURNAL_BYTES = 8 * MIB  # kept of the journal; then the older half is dropped
IGNORE_BYTES = MIB  # a .gitignore that a line is added to
ENTRIES = 50_000  # of one registry
CONFLICTS = 100  # of one entry, each told with both its values
STAGES = 100  # of one entry; how they hang together costs the square of it
SLIPS = 1_000  # blocks of one file that do not read; over it none is read
ITEMS = 1_000  # of one list
TEXT_LETTERS = 20_000  # of one text
DATE_LETTERS = 120  # of a date as people write it
AMOUNT_LETTERS = 200  # of an amount, with what is typed round it
COMMENTS_NAMED = 1_000  # comments with hidden characters that are told; a file may be all comments
ARRIVALS_BYTES = 4 * MIB  # of what arrived in one run, before the memory is written with it
SENT_MESSAGES = 1_000  # to one target that are remembered: of three a day, those of the last year
SENT_LEADS = 20_000  # of those messages, all together, but for the last one
FACTS_BYTES = 31 * MIB  # of what entries were at the last look; of more, not those of the longest
LOOK_BYTES = 4 * MIB  # of them in the memory itself
SEARCH_LETTERS = 2_000  # of a text that is looked for in the catalogue
SEARCH_WORDS = 64  # of it
OFFERED_TITLE = 500  # letters of the title of what a source offers, here and below
OFFERED_SUMMARY = 1_000
OFFERED_WORD = 200  # of a keyword, or the name of a programme
OFFERED_AMOUNT = 10**13  # a larger one is none: as in a registry
INDEXES = 8  # kept in the cache, one a registry
BUG_LOGS = 5  # kept, the newest
COMPLAINT_BYTES = 64 * 1024  # of what a program complains of, the last that are kept
COMPLAINT_LETTERS = 200  # of its last line that are told

LOCK_SECONDS = 30  # waited for another writer
MEMORY_SECONDS = 3  # for another to read or write the memory of what was told
LOOK_SECONDS = 1  # for it by a command that only looks
LINE_SECONDS = 0.05  # for a line of the journal that is just being added
READER_SECONDS = 10  # waited for a reader of a named pipe, which a person starts a moment later
LEFT_SECONDS = 3600  # after which a file that a killed run left is swept
UNHELD_SECONDS = 24 * 3600  # the same, where no lock can tell that nobody is at it any more
PASSWORD_SECONDS = 60  # for the command that prints a password: it may ask a person
GIT_SECONDS = 30  # for git, asked once
DELIVERY_SECONDS = 30  # for one run's messages, all together
GRACE_SECONDS = 1  # of those, for a target to end by itself before it is given up
FAREWELL_SECONDS = 0.5  # for a mail server's answer to QUIT
ANSWER_SECONDS = 50  # for everything that one server answers to one command
CHANGE_SECONDS = 1  # more for each change that is sent to it
CONNECT_SECONDS = 10  # until one address of a server takes a connection
SILENCE_SECONDS = 30  # until the next piece of an answer
ANSWER_BYTES = 32 * MIB  # of one answer
ANSWERS_BYTES = 128 * MIB  # of all answers to one command
HEAD_BYTES = (
    64 * 1024
)  # of what stands before an answer: its headers; of an answer that is no list, a password
TAG_BYTES = MIB  # of one tag, text or object in an answer
ANSWER_DEPTH = 100  # elements of one answer in each other
PAGE_BYTES = 64 * MIB  # of one page of a source; 50 topics with all their texts have 2 MiB
PAGE_HELD_BYTES = 4 * MIB  # of it in memory, until all has come
WAIT_SECONDS = 60  # that a server may ask for before it is asked again
RECORDS = 20_000  # of one type that a portal may say it has: a search without its filters has millions
IGNORED = 20_000  # proposals that are remembered as ignored; of more, the oldest are asked about again
FOUND = RECORDS  # candidates that one watch finds: all of them
PAGE_SECONDS = 40  # for one page, each time it is tried
REDIRECTS = 5  # from address to address of one server
DOCUMENT_BYTES = 32 * MIB  # of one document that is imported, a mail with all that hangs on it
DOCUMENT_LETTERS = 4_000_000  # of its text; 200 pages have 600,000
PASSAGES = 20_000  # of one document
PASSAGE_LETTERS = TEXT_LETTERS  # of one of them; a longer paragraph is several
LINK_LETTERS = 2_000  # of one address in a document; a longer one is none
DOCUMENT_SECONDS = 20  # for reading one
DOCUMENT_PARTS = 100  # of a mail, all together; what hangs on it among them
MAIL_LINES = 1_000_000  # of a mail, with all that hangs on it
MAILS_DEEP = 3  # mails in a mail that are read
TABLES_DEEP = 50  # tables in a table; those further in are read as text
TAG_LETTERS = 16 * 1024  # of one tag of a document in HTML in which quotes are looked at
UNPACKED_BYTES = 64 * MIB  # of the parts of a document that are unpacked, all together
UNPACKED_PARTS = 10_000  # that an archive may list
PDF_BYTES = 256 * MIB  # of memory, for the program that reads one
PDF_PAGES = 2_000
PDF_ANSWER_BYTES = 16 * MIB  # of what that program answers
TOGETHER = 100  # files of a folder, open until all are put in their places
OBJECTS = 20_000  # of one calendar of a server
OBJECT_BYTES = 896 * 1024  # of one event sent there: TAG_BYTES reads it back, however it is folded by then
OBJECTS_BYTES = 64 * MIB  # of all of them as XML has them: ANSWERS_BYTES and ANSWER_SECONDS read them back
OBJECT_FRAME_BYTES = 1024  # counted for what XML says around each
ETAG_LETTERS = 256  # of the mark of one object
