"""From a document's text to entries that it tells of: pure, with the grammar of `phrase`."""

from clustercalls.extract.entry import extracted

__all__ = ["extracted"]
