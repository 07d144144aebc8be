"""Score sheets out of papers: headings, items and points, with an account of every row."""
