"""The commands of our own work on a call: what we do with it."""
