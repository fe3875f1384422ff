"""Drawings of a sheet's answers: a grid, a strip of months, a triangle, a chain, and scores as bars or a radar."""
