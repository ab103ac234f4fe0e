"""Italian."""

WORDS: dict[str, str] = {}
