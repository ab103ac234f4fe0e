"""An index in the cache: what was read of a registry, by its bytes; a second run need not read it again."""
