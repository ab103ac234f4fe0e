"""Feeds (RSS, Atom) to candidates: an item is a call, its text what is read further."""
