"""Calendars out: components, what was published before, and the stores they are kept in."""
