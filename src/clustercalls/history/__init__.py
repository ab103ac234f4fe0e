"""What moved: the rows of history, what differs between two looks, and dates with their hours as texts."""
