"""The disk: files read, replaced, locked; and what git keeps of them."""
