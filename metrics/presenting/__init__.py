"""A meeting in the room: the running order, the slides of a frozen edition, the chair's notes, and where the meeting stands."""
