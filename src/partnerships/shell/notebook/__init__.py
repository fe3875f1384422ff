"""The notebook's screen: bookmarks, notes, sheets, what was read, and messages to the makers."""
