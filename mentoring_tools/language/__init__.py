"""Are words right?

In: the passages of pages, the interface's words, the word lists in `words/`. Out: a `Problem` for
each word that is unknown, in another language, avoided, or not in the fonts; how easy pages are.
"""
