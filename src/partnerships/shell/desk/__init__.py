"""The library desk: guides, directory with its order list, timeline and glossary."""
