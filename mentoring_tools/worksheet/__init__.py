"""The list under `{#worksheet}` to a `Worksheet`.

In: the blocks of a document. Out: the one form that page, PDF, Word, parity and scripts read, and
every mistake in how it was written.
"""
