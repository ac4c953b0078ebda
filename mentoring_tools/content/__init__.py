"""Pages to the `Library`.

In: the project's folder with `docs/`, `mkdocs.yml` and `words/`. Out: every page as a value of its
kind, in every language, with what stands at its top checked by a schema.
"""
