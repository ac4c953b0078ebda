"""What an empty control shows, kept beside the text: Word shows it again when an answer is deleted.

Word looks for it in a part of its own, the glossary document, by the name in `w:placeholder`.
"""

from collections.abc import Mapping
from uuid import NAMESPACE_OID, uuid5

from mentoring_tools.docx.xml import root, w


def glossary(prompts: Mapping[str, str]) -> str:
    """The part that holds every prompt; `prompts` are their names by their runs."""
    parts = (_prompt(name, runs) for runs, name in prompts.items())
    return root("w:glossaryDocument", w("docParts", *parts), uses="w r w14 mc")


def _prompt(name: str, runs: str) -> str:
    properties = w(
        "docPartPr",
        w("name", val=name),
        w("category", w("name", val="General"), w("gallery", val="placeholder")),
        w("types", w("type", val="bbPlcHdr")),
        w("behaviors", w("behavior", val="content")),
        w("guid", val=f"{{{uuid5(NAMESPACE_OID, runs)}}}".upper()),
    )
    return w("docPart", properties, w("docPartBody", w("p", runs)))
