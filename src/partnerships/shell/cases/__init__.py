"""Case studies: a list to filter, and a map that goes with it."""
