"""A sheet to a Word file that can be filled in.

In: a `Worksheet` and the looks in `downloads/print/word.yml`. Out: the bytes of the file.
"""
