"""Where things are sent: folders of events, CalDAV servers."""
