"""The registry file: its shape, reading it, checking it."""
