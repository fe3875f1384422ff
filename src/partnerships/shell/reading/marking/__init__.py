"""Highlights and notes on the page that is read: where they stand, how they are drawn, and what is done with them."""
