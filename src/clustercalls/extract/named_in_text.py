"""The name of a call that the text gives it, where the words above only say that there is one."""

import re

from clustercalls.enumerations import EntryKind
from clustercalls.extract import names
from clustercalls.extract.entry_section import EntrySection
from clustercalls.extract.kind_words import KINDS
from clustercalls.extract.kinds import first_of
from clustercalls.extract.leads import is_label, is_programme
from clustercalls.extract.names import NameInText
from clustercalls.extract.told import ToldSentence
from clustercalls.phrase.folding import fold

_NAME, _WORDS = 8, 3  # letters, words of a name
_BESIDE = 3  # letters between a name and the word that it is of
_BEHIND = re.compile(r"[\"”»“’']?\s?\(?[\"”»“’']?\s?")
_MARKS = re.compile(r"\s?[.:–-]\s?")
_PURPOSE = re.compile(
    r"(?:[\w'’-]+ ){1,4}(?:per|for|pour|para|zur|zum|fur|destinad[oa] a|rivolto a|dla|na rzecz|a favore) "
    r"(?!(?:the |la |le |les |l'|die |der |das |el |los |as |a )?(?:proposals?|projects?|tenders?"
    r"|applications?|ideas?"
    r"|expressions?|proposte|progetti|present\w+|projets?|propositions?|candidatur\w+|einreich\w+"
    r"|projekt\w*|antrag\w*"
    r"|propuestas?|proyectos?|solicitud\w*|propostas?|projetos?|submiss\w+|sklad\w+|wniosk\w*)\b)"
)


def marked_name(section: EntrySection) -> tuple[ToldSentence, NameInText] | None:
    """The only name in quotation marks or emphasis that stands directly beside a word for a call.

    Or beside the only identifier of the section. None where a heading has the same words.
    """
    several = len({ref for piece in section.told for _, _, ref in piece.refs}) > 1
    marked = [
        (piece, name)
        for piece in section.told
        if not piece.is_heading
        for name in names.quoted(piece.sentence.text, piece.sentence.strong)
        if len(name.text) >= _NAME
        and not is_programme(name.text)
        and _is_of_call(piece, name, has_several_refs=several)
    ]
    if len({fold(name.text) for _, name in marked}) != 1:
        return None
    words = set(re.findall(r"\w{3,}", fold(marked[0][1].text)))
    above = set(re.findall(r"\w{3,}", fold(" ".join(head.sentence.text for head in section.heads))))
    is_above = len(words & above) * 2 >= len(words)
    return None if is_above or len(marked[0][1].text.split()) < _WORDS else marked[0]


def _is_of_call(piece: ToldSentence, name: NameInText, *, has_several_refs: bool) -> bool:
    sentence = piece.sentence
    calls = [
        sentence.folded.span(cue.start, cue.end)
        for cue in KINDS.found(sentence.folded.folded)
        if cue.meaning is EntryKind.CALL
    ]
    refs = [] if has_several_refs else [(start, end) for start, end, _ in piece.refs]
    behind = _BEHIND.match(sentence.text, name.end)
    reach = behind.end() if behind else name.end
    return any(
        0 <= name.start - end <= _BESIDE or start == reach
        for start, end in (*calls, *refs)
        if not (name.start <= start < name.end)
    )


def purpose(section: EntrySection) -> tuple[ToldSentence, NameInText] | None:
    """A call by what it is for, in the first paragraph: "bando per il sostegno ai porti"."""
    first = next((piece.sentence.passage for piece in section.told if not piece.is_heading), None)
    for piece in section.told:
        if piece.sentence.passage != first or piece.kind is not EntryKind.CALL:
            continue
        name = _without_verb(piece, names.phrase_of_call(piece.sentence.folded))
        if name and _PURPOSE.match(fold(name.text) + " "):
            return piece, name
    return None


def _without_verb(piece: ToldSentence, name: NameInText | None) -> NameInText | None:
    """The words from that for a call, where only the first word of the sentence stands before it."""
    word = first_of(piece.sentence.folded.folded, EntryKind.CALL)
    if name is None or word is None or name.start:
        return name
    start, _ = piece.sentence.folded.span(word.start, word.end)
    is_verb = len(name.text[:start].split()) == 1
    return NameInText(start, name.end, piece.sentence.text[start : name.end]) if is_verb else name


def behind_programme(section: EntrySection, piece: ToldSentence, lead: NameInText) -> str:
    """The words behind the name of a programme that heads a paragraph, up to their first mark.

    Empty where they say what the entry is due, costs, or that somebody does something.
    """
    rest = piece.sentence.text[lead.end :]
    rest = _MARKS.sub("", rest, count=1)
    if not rest.strip():
        following = [other for other in section.told if other.sentence.start > piece.sentence.start]
        if not following or following[0].sentence.passage != piece.sentence.passage:
            return ""
        rest = following[0].sentence.text
    wording = re.split(r"[.;:,(|]|\s[–-]\s", rest)[0].strip()
    is_name = len(wording.split()) >= _WORDS and wording[0].isupper() and not re.search(r"\d", wording)
    return wording if is_name and not is_label(wording) else ""
