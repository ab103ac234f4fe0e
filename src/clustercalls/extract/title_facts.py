"""The title of an entry as a fact: from some words of a sentence, a whole one, or a whole heading."""

from clustercalls.drafts import DraftFact
from clustercalls.enumerations import EntryKind
from clustercalls.extract import names
from clustercalls.extract.folded import Folded
from clustercalls.extract.kinds import kind_of
from clustercalls.extract.leads import unnumbered
from clustercalls.extract.letterhead import without_sender
from clustercalls.extract.reasons import NO_NAME
from clustercalls.extract.told import ToldSentence


def title_fact(piece: ToldSentence, name: names.NameInText, wording: str, *, sure: bool) -> DraftFact:
    """A title of these words, at the place of a name."""
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


def whole_sentence(piece: ToldSentence, *, sure: bool) -> DraftFact:
    """A title of all that a sentence says."""
    return title_fact(
        piece,
        names.NameInText(0, len(piece.sentence.text), piece.sentence.text),
        piece.sentence.text,
        sure=sure,
    )


def whole_heading(heads: list[ToldSentence], *, sure: bool) -> DraftFact:
    """The whole heading, of all its sentences."""
    text = " ".join(piece.sentence.text for piece in heads)
    start = unnumbered(heads[0].sentence.folded)
    word = Folded(text[start:].split(maxsplit=1)[0]) if text[start:].strip() else None
    if word and kind_of(word.folded) is not EntryKind.CALL:  # "2. Ausschreibung" is the second
        text = text[start:]
    text = text[without_sender(text) :]
    return title_fact(heads[0], names.NameInText(0, len(heads[0].sentence.text), text), text, sure=sure)
