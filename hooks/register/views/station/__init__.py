"""A station: the answer, its history, what is asked of it and what it holds."""
