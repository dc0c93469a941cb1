"""The sheets that boards use today: rows of indicators, columns of periods. What they mean is proposed, and confirmed once."""
