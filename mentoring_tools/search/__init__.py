"""What the search page looks up in the reader's browser.

In: the library, the glossary, `words/synonyms-<language>.yml`. Out: for each language an index of
words in files that a browser fetches, the sentences of each page, and problems with synonyms.
"""
