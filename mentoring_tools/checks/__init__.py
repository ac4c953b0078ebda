"""Are twins and links right?

In: the `Library`. Out: a `Problem` for each difference between the languages and each link that
leads nowhere.
"""
