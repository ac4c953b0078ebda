"""A sheet to a PDF that can be filled in.

In: a `Worksheet`, or a page's HTML, and the looks in `downloads/print/`. Out: the bytes of a tagged
PDF. Nothing is imported here, so that pages can be built without loading what makes PDF.
"""
