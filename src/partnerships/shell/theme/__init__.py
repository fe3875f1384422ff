"""Colors, type, style sheet and icons: the one place that holds how the application looks."""
