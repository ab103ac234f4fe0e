"""The title of an entry: from its heading, a quotation, the name of the call, or its programme and number."""

from clustercalls.drafts import DraftFact
from clustercalls.enumerations import EntryKind
from clustercalls.extract import names
from clustercalls.extract.reasons import NO_NAME
from clustercalls.extract.sections import EntrySection
from clustercalls.extract.told import ToldSentence
from clustercalls.passages import PassageKind

_NAME, _LETTERS = 8, 120  # letters of a name
_AT_ITS_HEAD = len("Il bando ")


def title(section: EntrySection) -> DraftFact | None:
    """The title of a section's entry; unsure when nothing in the text is marked as its name."""
    if section.heads:
        return _of_heading(section)
    first = section.told[0]
    if first.sentence.kind is PassageKind.ROW:
        return _of_row(section)
    if section.kind is EntryKind.EVENT:
        for piece in sorted(section.told, key=lambda one: not one.dates):
            if name := names.of_event(piece.sentence.folded, piece.sentence.strong):
                return _fact(piece, name, name.text, sure=name.own)
    if first.sentence.kind is PassageKind.ITEM:
        return _of_item(first)
    return _of_sentences(section) or _whole(first, sure=False)


def _of_heading(section: EntrySection) -> DraftFact | None:
    head = section.heads[0]
    named = any(piece.kind in {section.kind, EntryKind.CALL} for piece in section.heads)
    marked = [
        (piece, name)
        for piece in section.heads
        for name in names.quoted(piece.sentence.text, piece.sentence.strong)
        if len(name.text) >= _NAME
    ]
    if named and section.kind is EntryKind.CALL and marked:
        piece, name = marked[0]
        return _fact(piece, name, name.text, sure=True)
    if named or head.refs:
        return _passage(section.heads, sure=True)
    return _of_sentences(section) or _passage(section.heads, sure=False)


def _of_sentences(section: EntrySection) -> DraftFact | None:
    """From the first sentence in which a call has a name, or its programme and number."""
    if section.kind is EntryKind.CALL:
        for piece in section.told:
            if piece.refs and (name := names.with_ref(piece.sentence.text, piece.refs[0][0])):
                return _fact(piece, name, name.text, sure=True)
            if small := names.emphasised(piece.sentence.text, piece.sentence.strong):
                return _fact(piece, small, small.text, sure=False)
            if (
                not piece.is_heading
                and (name := names.of_call(piece.sentence.folded, piece.sentence.strong))
                and not names.interreg(name.text)
            ):
                return _fact(piece, name, name.text, sure=name.own)
        programme = next(
            ((piece, name) for piece in section.told if (name := names.interreg(piece.sentence.text))), None
        )
        number = next(
            ((piece, name) for piece in section.told if (name := names.numbered(piece.sentence.folded))), None
        )
        if programme:
            wording = f"{programme[1].text}, {number[1].text}" if number else programme[1].text
            return _fact(*programme, wording, sure=False)
        if number:
            return _fact(*number, number[1].text, sure=False)
    first = next((piece for piece in section.told if piece.kind is section.kind), section.told[0])
    return _whole(first, sure=False) if not section.heads else None


def _of_row(section: EntrySection) -> DraftFact | None:
    cell = next((piece for piece in section.told if piece.sentence.text.strip() and not piece.dates), None)
    return _whole(cell, sure=True) if cell else None


def _of_item(first: ToldSentence) -> DraftFact:
    is_address = first.kind is EntryKind.RESOURCE
    every = names.quoted(first.sentence.text, first.sentence.strong)
    marked = [name for name in every if is_address or name.start <= _AT_ITS_HEAD]
    if marked:
        return _fact(first, marked[0], marked[0].text, sure=True)
    text = first.sentence.text
    head, colon, _ = text.partition(":")
    if colon and _NAME <= len(head) <= _LETTERS and "http" not in head:
        return _fact(first, names.NameInText(0, len(head), head), head, sure=False)
    return _whole(first, sure=False)


def _whole(piece: ToldSentence, *, sure: bool) -> DraftFact:
    return _fact(
        piece,
        names.NameInText(0, len(piece.sentence.text), piece.sentence.text),
        piece.sentence.text,
        sure=sure,
    )


def _passage(heads: list[ToldSentence], *, sure: bool) -> DraftFact:
    """The whole heading, of all its sentences."""
    text = " ".join(piece.sentence.text for piece in heads)
    return _fact(heads[0], names.NameInText(0, len(heads[0].sentence.text), text), text, sure=sure)


def _fact(piece: ToldSentence, name: names.NameInText, wording: str, *, sure: bool) -> DraftFact:
    sentence = piece.sentence
    return DraftFact(
        key="title",
        value=names.plain(wording),
        quote=sentence.text,
        passage=sentence.passage,
        start=sentence.start + name.start,
        end=sentence.start + name.end,
        page=sentence.page,
        sure=sure,
        reason="" if sure else NO_NAME,
    )
