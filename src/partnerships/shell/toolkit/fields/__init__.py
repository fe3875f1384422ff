"""The fields of a form: one widget for each kind, which takes and gives an answer."""
