"""Tasks carried out on all cores, each when what it is made from is there."""

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    Executor,
    Future,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
    wait,
)
from graphlib import TopologicalSorter
from multiprocessing import get_context
from pathlib import Path

from mentoring_tools.downloads.tasks import Task
from mentoring_tools.problems import Problem, Stop

#: The bytes of a file, or what is wrong with it.
Result = bytes | tuple[Problem, ...]

#: With fewer files than this, starting processes takes longer than they save.
_FEW = 5


def results(tasks: Iterable[Task], looks: Path, made: Path) -> Iterator[tuple[Task, Result]]:
    """Each task with its result, as they get ready; `looks` and `made` are those of `Task.make`.

    A task begins when the caller has taken the files that it needs, and so has stored them.
    What needs a file that could not be made is left out.
    """
    waiting = {task.download.path: task for task in tasks}
    order = TopologicalSorter(
        {path: [n for n in task.needs if n in waiting] for path, task in waiting.items()}
    )
    order.prepare()
    cores = os.cpu_count() or 1
    ready: list[Task] = []
    running: dict[Future[Result], Task] = {}
    with _pool(len(waiting), cores) as pool:
        while True:
            ready = sorted([*ready, *(waiting[path] for path in order.get_ready())], key=_turn)
            for task in ready[: cores - len(running)]:
                running[pool.submit(_result, task, looks, made)] = task
            ready = [task for task in ready if task not in running.values()]
            if not running:
                return
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                task, result = running.pop(future), future.result()
                yield task, result
                if isinstance(result, bytes):
                    order.done(task.download.path)


def _pool(tasks: int, cores: int) -> Executor:
    if tasks < _FEW:
        return ThreadPoolExecutor(1)
    return ProcessPoolExecutor(cores, get_context("spawn"))


def _turn(task: Task) -> tuple[bool, int, bool]:
    """The whole toolkit first, for it takes longest; before it, what the longest one needs."""
    file = task.download
    return file.kind == "sheet", -len(file.languages), file.ending != "pdf"


def _result(task: Task, looks: Path, made: Path) -> Result:
    try:
        return task.make(looks, made)
    except Stop as stop:
        return stop.problems
