"""What is fast and what is slow, as ratios to a floor measured in the same rounds. Run it with `make bench`."""
