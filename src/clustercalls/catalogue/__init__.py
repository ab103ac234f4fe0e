"""What the sources offer, in one SQLite file of the machine's own: losing it loses nothing."""
