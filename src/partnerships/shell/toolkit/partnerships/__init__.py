"""Partnerships: named once, begun with in every sheet, printed as one plan."""
