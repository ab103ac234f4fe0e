"""An entry of ours beside what its source says of it now: what a person may want to change. Pure."""
