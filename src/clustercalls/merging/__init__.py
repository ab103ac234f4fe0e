"""Two histories of one registry file joined, entry by entry and field by field, for git."""
