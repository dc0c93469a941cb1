"""What people write for a meeting: commentary, challenges and actions, every version of each kept."""
