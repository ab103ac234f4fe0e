"""What to tell, once: how long before, what was told, what is due; its memory, and a run of it."""
