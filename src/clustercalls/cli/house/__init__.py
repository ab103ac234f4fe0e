"""The commands of the house: what is wrong, where things are, how to begin."""
