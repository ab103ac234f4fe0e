"""The commands that fetch what is on offer, look for it, and follow it."""
