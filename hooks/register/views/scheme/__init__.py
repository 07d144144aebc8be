"""A scheme in words: grades, sheets, ways of giving points, standards."""
