"""Full-text search over the library: the builder of the index, and the finder that answers each key press."""
