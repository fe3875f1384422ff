"""Copies of the whole program with its library: made on sticks, kept up to date, checked."""
