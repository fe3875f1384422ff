"""The search: a panel over the window, with results as you type."""
