"""Calendars (iCalendar, RFC 5545) to candidates, each component by itself: a bad one is lost alone."""
