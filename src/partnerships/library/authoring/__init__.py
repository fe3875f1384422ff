"""From content files that a person edits to the library's values: read, checked and rendered.

Only the compiler needs these modules; a reader who opens an edition never loads them.
"""
