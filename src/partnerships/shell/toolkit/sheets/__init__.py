"""A sheet in work: kept, undone, compared with another, put into the bin and taken out again."""
