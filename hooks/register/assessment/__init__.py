"""Assessment: what a scheme's numbers ask for and come to: points, standards, scope, progress.

Pure; the rules and the pages both count with it, so that they never count differently.
"""
