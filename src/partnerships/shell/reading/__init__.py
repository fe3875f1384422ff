"""Reading a page: contents at left, text in the middle, what belongs to it at right."""
