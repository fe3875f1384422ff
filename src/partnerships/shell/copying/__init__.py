"""Copies of the whole program: made on sticks, and this one checked."""
