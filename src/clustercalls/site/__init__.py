"""What is published for others: pages, feeds, calendars and files of data, one folder an audience."""
