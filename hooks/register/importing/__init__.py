"""Official documents → proposed records, with an account of every line of the source."""
