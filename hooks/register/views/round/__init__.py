"""A round: results, progress, visits, and who moved since the one before."""
