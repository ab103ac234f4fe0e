"""What a section is called in its own sentences: in a form, by its identifier, number or programme."""

import re

from clustercalls.drafts import DraftFact
from clustercalls.enumerations import EntryKind
from clustercalls.extract import event_names, names
from clustercalls.extract.leads import lead_of, unnumbered
from clustercalls.extract.sections import EntrySection
from clustercalls.extract.title_facts import title_fact
from clustercalls.extract.told import ToldSentence

_LABELLED = re.compile(
    r"\W*(?:designacao|designation|denominazione|denominacion|titolo|titulo|title|titre|titel|intitule|tytul"
    r"|nazwa (?:naboru|konkursu|programu)?|bezeichnung|nombre|name of the call|nome (?:do|del) \w+) ?: (?=\S)"
)


def labelled(section: EntrySection) -> DraftFact | None:
    """From the line of a form that says how the entry is called: "Designação: Mercados municipais"."""
    for piece in section.told if section.kind is EntryKind.CALL else ():
        match = _LABELLED.match(piece.sentence.folded.folded)
        if match and not piece.dates:
            start = piece.sentence.folded.at(match.end())
            wording = piece.sentence.text[start:]
            name = names.NameInText(start, len(piece.sentence.text), wording)
            return title_fact(piece, name, wording, sure=True)
    return None


def only_ref(section: EntrySection) -> DraftFact | None:
    """The identifier, and the name behind it, of a section that has one alone."""
    refs = {ref: (piece, start, end) for piece in section.told for start, end, ref in piece.refs}
    if len(refs) != 1:
        return None
    ((ref, (piece, start, end)),) = refs.items()
    name = names.with_ref(piece.sentence.text, start) or names.NameInText(start, end, ref)
    return title_fact(piece, name, name.text, sure=True)


def numbered_call(section: EntrySection) -> tuple[ToldSentence, names.NameInText] | None:
    """The first sentence that numbers a call, with the number."""
    return next(
        ((piece, name) for piece in section.told if (name := names.numbered(piece.sentence.folded))), None
    )


def programme_of(section: EntrySection) -> tuple[ToldSentence, names.NameInText] | None:
    """The first sentence that names a programme of Interreg, with the name; of a heading up to its mark."""
    for piece in section.told:
        if name := names.interreg(piece.sentence.text):
            lead = lead_of(piece.sentence.folded) if piece.is_heading else None
            goes_on = lead and lead.start == name.start and lead.text.startswith(f"{name.text} –")
            return piece, (lead if lead and goes_on else name)
    return None


def longer_event(section: EntrySection) -> DraftFact | None:
    """From the text, where the heading of an event is one word: "Matchmaking"."""
    text = section.heads[0].sentence.text[unnumbered(section.heads[0].sentence.folded) :]
    if len(text.split()) > 1:
        return None
    for piece in section.told[len(section.heads) :]:
        name = event_names.of_event(piece.sentence.folded, piece.sentence.strong) if piece.dates else None
        if name and len(name.text.split()) > 1:
            return title_fact(piece, name, name.text, sure=False)
    return None
