"""What tests share: a small library, and the surroundings of a panel."""
