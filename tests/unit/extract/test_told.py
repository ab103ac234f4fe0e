from clustercalls.enumerations import EntryKind, StageKind
from clustercalls.extract.sentences import sentences
from clustercalls.extract.told import ToldSentence, beside_of, told
from told_texts import document


def one(line: str, beside: StageKind | None = None) -> ToldSentence:
    (sentence,) = sentences(document(line))
    return told(0, sentence, beside)


def test_all_that_a_sentence_says() -> None:
    said = one("The LIFE call closes on 5 May 2026 with a budget of EUR 3 million.")
    assert said.kind is EntryKind.CALL
    assert [each.kind for each in said.dates] == [StageKind.DEADLINE]
    assert [name for _, _, name, _ in said.programmes] == ["LIFE"]
    assert len(said.money) == 1
    assert said.has_something


def test_words_of_an_address_say_nothing() -> None:
    assert one("https://portal.example/call").kind is None


def test_a_deadline_word_is_something_and_a_greeting_is_not() -> None:
    assert one("The deadline is not known yet.").has_something
    assert not one("Kind regards.").has_something


def test_a_short_line_that_names_what_is_below_is_a_label_without_being_a_heading() -> None:
    lines = {
        line: one(line).is_label for line in ("Deadline for proposals", "Deadline: 3 May", "Budget goes up.")
    }
    assert lines == {"Deadline for proposals": True, "Deadline: 3 May": False, "Budget goes up.": False}


def test_what_a_label_says_of_dates() -> None:
    (label,) = sentences(document("# Opening"))
    assert beside_of(label) is StageKind.OPENS
    assert one("5 May 2026", StageKind.OPENS).dates[0].kind is StageKind.OPENS
