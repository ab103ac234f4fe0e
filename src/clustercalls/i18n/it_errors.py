"""Italian: what is wrong, and what to do."""

WORDS: dict[str, str] = {}
