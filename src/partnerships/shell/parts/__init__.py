"""Small drawn widgets that know nothing of us beyond the values of the model."""
