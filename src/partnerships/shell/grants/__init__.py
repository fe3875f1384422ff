"""Grants: a table of programs to filter and sort, and a few of them side by side."""
