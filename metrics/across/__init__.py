"""What no agency can see alone: the way of a child from one agency to the next, and where children are lost on it."""
