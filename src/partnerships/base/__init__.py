"""What every other floor stands on: places, settings, files, progress and errors."""
