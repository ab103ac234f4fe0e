"""Registries of other offices, in TOML or as `calls.json`, to candidates without what is theirs alone."""
