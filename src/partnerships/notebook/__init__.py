"""The notebook: everything a person adds, in one SQLite file that survives a pulled stick."""
