"""Makes the files of single sheets in the project that is the current folder; prints how many."""

from pathlib import Path

from mentoring_tools.downloads import cache, targets
from mentoring_tools.project import load
from mentoring_tools.worksheet.facts import Imprint


def main() -> None:
    """Only what downloads themselves take: no pages, no packs."""
    project = Path.cwd()
    tasks = targets.tasks(load(project), Imprint("", ""))
    sheets = [task for task in tasks if task.download.kind == "sheet"]
    cache.make(sheets, project, lambda _: None)
    print(len(sheets))


if __name__ == "__main__":
    main()
