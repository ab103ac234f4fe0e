"""The title of an entry: from its heading, a quotation, the name of the call, or its programme and number."""

import re

from clustercalls.drafts import DraftFact
from clustercalls.enumerations import EntryKind
from clustercalls.extract import event_names, names
from clustercalls.extract.folded import Folded
from clustercalls.extract.leads import is_official, is_programme, lead_of, unnumbered
from clustercalls.extract.letterhead import tells_of_opening
from clustercalls.extract.named_in_text import behind_programme, marked_name, purpose
from clustercalls.extract.row_names import numbered_row
from clustercalls.extract.section_names import labelled, longer_event, numbered_call, only_ref, programme_of
from clustercalls.extract.sections import EntrySection
from clustercalls.extract.title_facts import title_fact, whole_heading, whole_sentence
from clustercalls.extract.told import ToldSentence
from clustercalls.passages import PassageKind

_ACRONYM = re.compile(r"\((?:[^\W\d_]+:? )?((?=[^)]*[A-Z]{2})[A-Z][\w+-]{2,14})\)")
_NAME = 8  # letters of a name
_REGION = 4  # words of a heading that names a region
_AT_ITS_HEAD = len("Il bando ")


def title(section: EntrySection) -> DraftFact | None:
    """The title of a section's entry; unsure when nothing in the text is marked as its name."""
    if section.name:
        return _of_name(section, *section.name)
    if of_form := labelled(section):
        return of_form
    if section.heads:
        return _of_heading(section)
    first = section.told[0]
    if first.sentence.kind is PassageKind.ROW:
        return _of_row(section)
    if section.kind is EntryKind.EVENT:
        for piece in sorted(section.told, key=lambda one: not one.dates):
            if name := event_names.of_event(piece.sentence.folded, piece.sentence.strong):
                return title_fact(piece, name, name.text, sure=name.own)
    if first.sentence.kind is PassageKind.ITEM:
        return _of_item(first, is_address=section.kind is EntryKind.RESOURCE)
    return _of_sentences(section) or whole_sentence(first, sure=False)


def _of_name(section: EntrySection, piece: ToldSentence, name: names.NameInText) -> DraftFact:
    """From the words that the layout marks: before a colon, in the column of names, above a text."""
    if section.kind is EntryKind.EVENT:
        event = event_names.of_event(piece.sentence.folded, piece.sentence.strong)
        marked = [event] if event and (event.own or event_names.is_held(piece.sentence.folded)) else []
    else:
        marked = [one for one in names.quoted(name.text) if len(one.text) >= _NAME]
        marked = [one for one in marked if not re.search(r"\s[–-]\s", name.text[: one.start])]
    if marked and section.kind in {EntryKind.EVENT, EntryKind.CALL}:
        return title_fact(piece, name, marked[0].text, sure=True)
    wording = re.split(r",\s+(?=\d)", name.text)[0]
    lead = names.NameInText(name.start, name.start + len(wording), wording)
    if section.kind is EntryKind.CALL and is_programme(re.sub(r"\s?\([^)]*\)", "", wording)):
        own = [
            one
            for one in names.quoted(piece.sentence.text)
            if one.start > name.end and len(one.text) >= _NAME
        ]
        if len(own) == 1:
            return title_fact(piece, own[0], own[0].text, sure=True)
        if behind := behind_programme(section, piece, name):
            return title_fact(piece, lead, f"{wording}, {behind}", sure=False)
        if ref := only_ref(section):
            return ref
    if section.kind is EntryKind.POLICY and is_programme(wording) and section.told[1:]:
        return whole_sentence(section.told[1], sure=False)
    is_cell = piece.sentence.kind is PassageKind.ROW
    whole = _with_its_number(section, piece, wording)
    return title_fact(piece, lead, whole, sure=whole == wording and (is_cell or is_official(lead)))


def _with_its_number(section: EntrySection, piece: ToldSentence, wording: str) -> str:
    """A name that is only that of a programme or a number, with the other of the two."""
    if section.form_of:
        return f"{section.form_of}, {wording}"
    if section.is_further:
        return f"{_topic(section)}{wording}"
    head = section.under.heads[0].sentence.text if section.under and section.under.heads else ""
    if is_programme(head) and not piece.programmes:
        return f"{head}, {wording}"
    if piece.sentence.kind is PassageKind.ROW:
        return numbered_row(section, piece, wording)
    programme_alone = names.interreg(wording)
    if section.kind is EntryKind.CALL and programme_alone and wording.startswith(programme_alone.text):
        number = numbered_call(section)
        if number and not names.numbered(Folded(wording)):
            return f"{wording}, {number[1].text}"
    return wording


def _of_news(section: EntrySection) -> DraftFact | None:
    """From what a headline on a date or a sum is of: the identifier, or the programme with the number."""
    if ref := only_ref(section):
        return ref
    return _of_programme(section) if numbered_call(section) else None


def _of_heading(section: EntrySection) -> DraftFact | None:
    head = section.heads[0]
    named = any(piece.kind in {section.kind, EntryKind.CALL} for piece in section.heads)
    marked = [
        (piece, name)
        for piece in section.heads
        for name in names.quoted(piece.sentence.text, piece.sentence.strong)
        if len(name.text) >= _NAME
    ]
    is_named = named or tells_of_opening(head)
    if is_named and section.kind is EntryKind.CALL and marked:
        piece, name = marked[0]
        return title_fact(piece, name, name.text, sure=True)
    is_on_more = bool(head.money or head.dates) or section.is_of_several
    is_news = section.kind is EntryKind.CALL and not head.refs and is_on_more
    if is_news and (fact_of_news := _of_news(section)):
        return fact_of_news
    if not head.refs and section.kind is EntryKind.CALL and (in_text := marked_name(section)):
        piece, name = in_text
        return title_fact(piece, name, name.text, sure=False)
    if section.kind is EntryKind.EVENT and (event := longer_event(section)):
        return event
    if named or head.refs:
        return whole_heading(section.heads, sure=not is_news)
    if section.in_digest and (region := _of_region(section)):
        return region
    return _of_sentences(section) or whole_heading(section.heads, sure=False)


def _of_region(section: EntrySection) -> DraftFact | None:
    """From a heading of a bulletin that names a region or a programme, and the number of the call."""
    text = section.heads[0].sentence.text
    number = numbered_call(section)
    if section.kind is not EntryKind.CALL or not number or len(text.split()) > _REGION or text.endswith("?"):
        return None
    piece, numbered = number
    marked = [
        name
        for name in names.quoted(piece.sentence.text)
        if 0 <= name.start - numbered.end <= len(' ("') and len(name.text) >= _NAME
    ]
    wording = f"{numbered.text} ({marked[0].text})" if marked else numbered.text
    return title_fact(piece, numbered, f"{text}, {wording}", sure=False)


def _of_sentences(section: EntrySection) -> DraftFact | None:
    """From the first sentence in which a call has a name, or its programme and number."""
    if section.kind is EntryKind.CALL:
        of_call = _of_marks(section) or _of_programme(section) or _of_wording(section)
        if of_call:
            return of_call
    every = [piece for piece in section.told if not _is_dateline(piece)] or section.told
    dated = next((piece for piece in every if piece.dates and piece.programmes), every[0])
    first = next((piece for piece in every if piece.kind is section.kind), dated)
    return whole_sentence(first, sure=False) if not section.heads else None


def _is_dateline(piece: ToldSentence) -> bool:
    """Whether a sentence has only the day of the document."""
    return bool(piece.dates) and all(role.of_document for role in piece.dates) and piece.kind is None


def _of_marks(section: EntrySection) -> DraftFact | None:
    """From the first name behind an identifier, in emphasis or quotation marks, or in capitals."""
    for piece in section.told:
        if piece.refs and (name := names.with_ref(piece.sentence.text, piece.refs[0][0])):
            return title_fact(piece, name, name.text, sure=True)
        if small := names.emphasised(piece.sentence.text, piece.sentence.strong):
            return title_fact(piece, small, f"{_topic(section)}{small.text}", sure=False)
        if (
            not piece.is_heading
            and (name := names.of_call(piece.sentence.folded, piece.sentence.strong))
            and not names.interreg(name.text)
        ):
            return title_fact(piece, name, name.text, sure=name.own)
    return None


def _of_programme(section: EntrySection) -> DraftFact | None:
    programme, number = programme_of(section), numbered_call(section)
    if programme is None:
        return None
    wording = f"{programme[1].text}, {number[1].text}" if number else programme[1].text
    return title_fact(*programme, wording, sure=False)


def _of_wording(section: EntrySection) -> DraftFact | None:
    """From the first line of a text, the words round that for a call, or its number."""
    first = section.told[0]
    if not section.heads and first.kind is EntryKind.CALL and _is_headline(first):
        return whole_sentence(first, sure=False)
    is_topic = section.in_digest and _is_one_word(section)
    phrase = _phrase(section) if not section.heads or section.is_of_several or is_topic else None
    number = numbered_call(section) if not section.heads else None
    if not phrase and section.heads and (of_purpose := purpose(section)):
        return title_fact(*of_purpose, of_purpose[1].text, sure=False)
    return phrase or (title_fact(*number, number[1].text, sure=False) if number else None)


def _is_one_word(section: EntrySection) -> bool:
    """Whether its heading is one word, which is no name: "2. Europe"."""
    heads = section.heads[:1]
    words = [head.sentence.text[unnumbered(head.sentence.folded) :].split() for head in heads]
    return any(len(told) == 1 and not head.kind for told, head in zip(words, heads, strict=True))


def _topic(section: EntrySection) -> str:
    """What the heading says that a section's text is on, to stand before a name like "formal call"."""
    heads = section.under.heads if section.under else section.heads
    text = names.plain(" ".join(piece.sentence.text for piece in heads))
    acronym = _ACRONYM.search(text)
    if section.is_further and (programme := names.interreg(text)):
        return f"{programme.text}, "
    marked = [name.text for name in names.quoted(text) if len(name.text) >= _NAME]
    return f"{acronym[1] if acronym else marked[0] if marked else text}, " if text else ""


def _is_headline(first: ToldSentence) -> bool:
    """Whether a sentence is the first line of a text, and without the mark that ends one."""
    sentence = first.sentence
    return sentence.passage == 0 and sentence.start == 0 and sentence.text[-1:] not in ".!?:;"


def _phrase(section: EntrySection) -> DraftFact | None:
    """From the words round that for a call, in the first sentence that has one."""
    for piece in section.told:
        if not piece.is_heading and (name := names.phrase_of_call(piece.sentence.folded)):
            return title_fact(piece, name, name.text, sure=False)
    return None


def _of_row(section: EntrySection) -> DraftFact | None:
    cell = next((piece for piece in section.told if piece.sentence.text.strip() and not piece.dates), None)
    return whole_sentence(cell, sure=True) if cell else None


def _of_item(first: ToldSentence, *, is_address: bool) -> DraftFact:
    text, strong = first.sentence.text, first.sentence.strong
    every = names.quoted(text, strong)
    if is_address and not every:
        every = [names.NameInText(*place, text[place.start : place.end]) for place in strong]
    marked = [name for name in every if is_address or name.start <= _AT_ITS_HEAD]
    if marked:
        return title_fact(first, marked[0], marked[0].text, sure=True)
    lead = lead_of(first.sentence.folded)
    if lead and len(lead.text) >= _NAME and "http" not in lead.text:
        return title_fact(first, lead, lead.text, sure=False)
    start = unnumbered(first.sentence.folded)
    return title_fact(first, names.NameInText(start, len(text), text[start:]), text[start:], sure=False)
