"""The table of keys in CONTRIBUTING is made from the model, and is the newest one."""

from pathlib import Path

from mentoring_tools.content import front_matter


def test_contributing_holds_the_table_of_keys(project: Path) -> None:
    assert front_matter.table() in (project / "CONTRIBUTING.md").read_text("utf-8")


def test_every_key_has_a_sentence_for_its_author() -> None:
    assert all(sentence for _, sentence, _ in front_matter.keys_of("tool"))
