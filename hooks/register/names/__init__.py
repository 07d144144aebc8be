"""Names: numerals, script forms, sound and likeness; how names are compared and sorted."""
