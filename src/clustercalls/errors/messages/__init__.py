"""The messages, a file a section of the catalogue."""
