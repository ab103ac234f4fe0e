from clustercalls.enumerations import EntryKind
from clustercalls.extract.entry_section import EntrySection, alone
from clustercalls.extract.sentences import sentences
from clustercalls.extract.told import ToldSentence, told
from told_texts import document


def read(*lines: str) -> list[ToldSentence]:
    return [told(number, one, None) for number, one in enumerate(sentences(document(*lines)))]


def test_a_section_tells_of_an_entry_by_a_date_or_a_sum() -> None:
    said = [
        alone(EntryKind.CALL, read(line))
        for line in ("Green ports.", "It has EUR 5 million.", "Until 5 May 2026.")
    ]
    assert [section.tells for section in said] == [False, True, True]
    assert [section.has_call_dates for section in said] == [False, False, True]


def test_what_a_heading_gathers() -> None:
    heads = [
        EntrySection(None, read(line)) for line in ("# Agenda", "# Open calls", "# Next steps", "# Ports")
    ]
    assert [section.is_diary for section in heads] == [True, False, False, False]
    assert [section.is_of_several for section in heads] == [True, True, False, False]
    assert [section.is_policy for section in heads] == [False, False, True, False]
