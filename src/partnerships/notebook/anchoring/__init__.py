"""Where a highlight stands: the plain text of a page, and selectors that find their words again in a new edition."""
