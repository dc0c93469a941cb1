"""Taking a file: what it would change, what it restates, whether it is taken, and what is said to its sender."""
