"""Community Partnerships: an offline reader for community policing."""

__version__ = "0.1.0"
