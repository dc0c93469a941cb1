"""Extracts of an agency's own system: rows under headings of its own. What they are is proposed, and confirmed once."""
