"""What a source says of an offer, below the page of its facts."""

from datetime import date

from clustercalls.i18n import language
from clustercalls.render.offer_page import OfferText, ToldChange, plain


def test_its_text_and_what_changed_when() -> None:
    change = ToldChange(date(2026, 11, 20), "deadline", "2027-03-04", None)
    offer = OfferText(
        "One word after the other\nNext \x1b[31m",
        date(2026, 11, 1),
        date(2026, 11, 25),
        (change,),
        "© a source",
    )
    assert plain(offer, language("en"), 20).splitlines() == [
        "",
        "One word after the",
        "  other",
        "Next \\x1b[31m",
        "",
        "first seen Sun 1 Nov 2026",
        "Fri 20 Nov 2026  deadline: 2027-03-04 → none",
        "gone since Wed 25 Nov 2026",
        "© a source",
    ]
