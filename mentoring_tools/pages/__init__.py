"""What templates get.

In: a page of the `Library`, the made files, the settings. Out: the values and the pieces of HTML,
the form among them, that `overrides/` lays out.
"""
