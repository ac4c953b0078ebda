"""Files to text with lines.

In: the text of a Markdown or YAML file. Out: a `Document` or a `Tree`, in which every value knows
its line, the `Passage`s that a page says in words, and the interface's words.
"""
