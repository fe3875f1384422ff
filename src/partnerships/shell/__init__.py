"""The window and everything drawn in it. Qt stands here and nowhere else."""
