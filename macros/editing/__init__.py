"""Changes of the data: forms → the lines that should change, files in their canonical form, and
what changed in words.
"""
