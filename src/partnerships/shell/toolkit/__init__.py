"""The toolkit: the tools by stage, and the forms that fill in their sheets."""
