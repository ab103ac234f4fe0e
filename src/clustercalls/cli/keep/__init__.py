"""The commands that keep a registry: every one that writes it."""
