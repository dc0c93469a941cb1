"""What did not come, and from whom: due days, reminders, records of lateness, sign-off."""
