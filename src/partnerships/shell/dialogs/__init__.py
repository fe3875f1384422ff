"""Small windows over the window: links outward, keys, about, the tour, checking a copy, trouble."""
