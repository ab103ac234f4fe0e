"""The commands that look: what is ahead, what there is, what changed."""
