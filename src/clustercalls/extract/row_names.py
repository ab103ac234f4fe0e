"""The name of an entry that a table gives a number alone: "First call"."""

from clustercalls.extract import names
from clustercalls.extract.entry_section import EntrySection
from clustercalls.extract.told import ToldSentence
from clustercalls.passages import PassageKind


def numbered_row(section: EntrySection, cell: ToldSentence, wording: str) -> str:
    """A number of a call with its programme, from its row or the heading, and with what parts it from others.

    Any other wording comes back as it is.
    """
    numbered = names.numbered(cell.sentence.folded)
    if numbered is None or numbered.start or numbered.end < len(wording.rstrip()):
        return wording
    row = [one for one in section.told if one.sentence.passage == cell.sentence.passage and one is not cell]
    programme = next((one.sentence.text for one in row if one.programmes), "")
    sorts = [
        one.sentence.text
        for one in row
        if one.sentence.kind is PassageKind.ROW
        and not (one.dates or one.money or one.programmes or one.links)
        if one.sentence.cell == cell.sentence.cell + 1 and one.sentence.text[:1].isalpha()
    ]
    if not programme and section.parent:
        heads = " ".join(head.sentence.text for head in section.parent.heads)
        above = names.interreg(heads)
        programme = above.text if above else ""
    return ", ".join(part for part in (programme, wording, *sorts) if part)
