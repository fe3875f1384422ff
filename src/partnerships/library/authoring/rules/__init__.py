"""Rules that the whole library keeps, beyond what the compiler refuses: how it reads and how it holds together."""
