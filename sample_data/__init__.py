"""An invented partnership with three years and more of history, the same on every run. No child or worker in it exists."""
