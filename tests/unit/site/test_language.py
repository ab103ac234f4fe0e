import re

import pytest

from builders import entry, stage
from clustercalls.site.language import lang
from made_pages import page

TITLE = "Bando porti"
PAGES = ("index.html", "timeline.html", "year.html", "calls/hour.html")


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("stated", "told"), [("it", "it"), ("de-AT", "de-AT"), ("", ""), ('my "own', "")])
def test_the_texts_of_an_entry_are_told_in_their_language(name: str, stated: str, told: str) -> None:
    call = entry(stage("2017-04-04", at="17:00"), name="hour", title=TITLE, language=stated)
    tags = re.findall(rf"<(?:a|h1)\b([^>]*)>{TITLE}<", page(name, call, moment="2017-03-28"))
    assert tags or name == "calls/hour.html"
    assert all(f'lang="{told}"' in tag for tag in tags if "aria-current" not in tag)


def test_a_text_that_is_no_tag_is_no_language() -> None:
    assert [lang(text) for text in ("it", "pt-BR", "italian!", 'it" onclick="x', "")] == [
        "it",
        "pt-BR",
        "",
        "",
        "",
    ]
