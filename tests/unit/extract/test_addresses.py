from clustercalls.extract.addresses import addresses
from clustercalls.passages import PassageLink


def test_addresses_end_before_the_marks_of_the_sentence() -> None:
    text = "see <https://a.example/x>, (www.b.example/y). https://a.example/x/"
    assert [each.url for each in addresses(text)] == ["https://a.example/x", "www.b.example/y"]


def test_links_behind_words_count_and_mail_does_not() -> None:
    links = (PassageLink(0, 4, "https://c.example"), PassageLink(5, 9, "mailto:x@c.example"))
    assert [each.url for each in addresses("here mail x@www.c.example", links)] == ["https://c.example"]
