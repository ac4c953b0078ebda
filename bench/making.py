"""Makes the files of single sheets in the project that is the current folder; prints how many."""

from pathlib import Path

from mentoring_tools import check, downloads, shelf
from mentoring_tools.facts import Imprint


def main() -> None:
    """Only what downloads themselves take: no pages, no packs."""
    project = Path.cwd()
    tasks = shelf.tasks(check.material(project), Imprint("", ""))
    sheets = [task for task in tasks if task.download.kind == "sheet"]
    downloads.make(sheets, project, lambda _: None)
    print(len(sheets))


if __name__ == "__main__":
    main()
