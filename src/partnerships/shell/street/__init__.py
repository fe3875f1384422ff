"""The home screen: one street, five buildings, five doors."""
