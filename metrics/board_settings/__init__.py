"""The settings of a board: what may be changed and what that changes, every change kept, a file written and read again."""
