"""Text in XML: nothing in it is markup, and no character that XML 1.0 refuses is left."""

import re
from html import escape

from clustercalls.render.safe import safe_text

_REFUSED = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, section 2.2


def xml_text(text: str) -> str:
    """The text on one line, for the content of an element and for an attribute in double quotes."""
    return escape(_REFUSED.sub("\ufffd", safe_text(text)))
