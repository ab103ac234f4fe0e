"""The command `import`: what documents, calendars, feeds and tables tell, put before a person."""
