"""What goes out of the program: editions, and later copies, documents and discs."""
