"""Papers: what the register holds, as documents to print, pass on and file.

Register values in, bytes out. A printout says what stands on a paper; Word and PDF are two ways to
set it, and both take every measure from the same layout.
"""
