"""Sheets on their way out: as blocks of a document first, then as paper, Word, a web page or a table file."""
