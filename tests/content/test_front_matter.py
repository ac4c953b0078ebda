"""The table of keys in CONTRIBUTING is made from the model, and is the newest one."""

from pathlib import Path

from spoken_messages import untranslated

from mentoring_tools.content import front_matter
from mentoring_tools.content.schema import FRONT_MATTER


def test_contributing_holds_the_table_of_keys(project: Path) -> None:
    assert front_matter.table() in (project / "CONTRIBUTING.md").read_text("utf-8")


def test_every_key_has_a_sentence_for_its_author_in_finnish_too() -> None:
    for kind in ("page", *FRONT_MATTER):
        for name, sentence, _ in front_matter.keys_of(kind):
            assert sentence, name
            assert "{words}" not in sentence.pattern, name
            assert not untranslated(sentence, "fi")
