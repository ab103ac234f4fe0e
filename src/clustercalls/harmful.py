"""Characters that do something to a program instead of being read, as they stand in a pattern's brackets.

Which of them a place escapes, replaces or takes out is its own affair: a terminal, a file and a calendar
differ. What they are is said here, below all three.
"""

LOW_CONTROLS = "\x00-\x1f"
HIGH_CONTROLS = "\x7f-\x9f"
SURROGATES = "\ud800-\udfff"
BYTE_ORDER = "\ufeff"
_SEPARATORS = "\u2028\u2029"
# https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters
_TURNS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
# No width of their own and no part in how a letter looks: spaces of none, invisible operators, shaping of old
# (https://www.unicode.org/reports/tr36/), interlinear marks; and letters that nobody sees, which flags of
# three countries are made of and nothing else of today.
_ZERO_WIDTH = f"\u180e\u200b\u2060-\u2065\u206a-\u206f\ufff9-\ufffb{BYTE_ORDER}"
_TAGS = "\U000e0000-\U000e007f"
# Of no width as well, and writing needs them: in Persian, in the scripts of India, in emoji of several parts.
JOINERS = "\u200c\u200d"
# Not seen either, though Unicode counts them as printable: what fills a place, joins, or chooses between two
# forms of the character before. They are no ranges.
FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufe0e\ufe0f"

BREAKS = f"\t\n\x0b\x0c\r\x85{_SEPARATORS}"  # where one program or another ends a line or a column
UNSEEN = f"{_TURNS}{_SEPARATORS}{_ZERO_WIDTH}{_TAGS}"  # no controls, and still not to be seen
