"""What to ask of a line: the bank of questions, and which of them fit."""
