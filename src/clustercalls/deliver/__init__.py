"""Messages out to the world: each way is a target, all of them at once, none of them for ever."""
