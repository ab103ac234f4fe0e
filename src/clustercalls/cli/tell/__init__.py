"""The commands that tell: reminders, a digest, calendars."""
