"""The introduction: a path to read in order, with what is read and where to go on."""
