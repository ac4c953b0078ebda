"""Which files to take along there are, and when each is made again.

In: the `Project`. Out: the made files in `.cache/downloads/`, each beside the key it was made from.
"""
