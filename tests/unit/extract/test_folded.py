from clustercalls.extract.folded import Cues, Folded


def test_places_are_those_of_the_text_where_a_letter_folds_to_two() -> None:
    text = Folded("Größe: œuvre, 3 März")
    start = text.folded.index("3 marz")
    assert text.text[slice(*text.span(start, start + 6))] == "3 März"


def test_the_longest_expression_is_found_and_its_open_end() -> None:
    cues = Cues({"due": "closing_date scad*", "ends": "closing"})
    said = [(cue.meaning, cue.start) for cue in cues.found("closing date, la scadenza: closing")]
    assert said == [("due", 0), ("due", 17), ("ends", 27)]


def test_words_apart_are_no_expression() -> None:
    assert Cues({"due": "closing_date"}).first("closing the file; date") is None
