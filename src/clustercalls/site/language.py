"""The language of what an entry says, as a page tells it to browsers and to voices that read aloud."""

from functools import cache

from clustercalls.registry.values import is_language


@cache
def lang(language: str) -> str:
    """What an entry says of the language of its texts, where that is a tag; empty where nobody knows it.

    https://html.spec.whatwg.org/multipage/dom.html#attr-lang
    """
    return language if is_language(language) else ""
