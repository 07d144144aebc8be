"""Files → papers: a reader for each kind of file, and `read.read_paper` that chooses one."""
