"""Where things are sent: mail, chats, programs, folders, CalDAV servers. None is waited for without end."""
