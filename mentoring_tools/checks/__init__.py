"""Are twins, links and meetings right?

In: the `Library`. Out: a `Problem` for each difference between the languages, for each link that
leads nowhere, and for each meeting of a path whose minutes are not enough for its tools.
"""
