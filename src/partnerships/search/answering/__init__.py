"""From a question to an ordered answer: which pages have its words, which of them come first, how it goes on."""
