"""Guidance centres: their years against the standards, and milestones."""
