"""Tables of a file against the Structs they should be: every key that is unknown, missing or mistyped."""
