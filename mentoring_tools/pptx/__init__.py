"""A training's slides as a presentation that can be edited.

In: `Slide` values and the words around them. Out: the bytes of a .pptx.
"""
