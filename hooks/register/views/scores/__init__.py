"""Filled score sheets: side by side, as pictures, and of a whole round."""
