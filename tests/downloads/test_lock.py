"""One build at a time uses the cache."""

from pathlib import Path
from queue import SimpleQueue
from threading import Thread

from mentoring_tools.downloads import lock


def test_who_comes_second_says_so_and_waits(tmp_path: Path) -> None:
    said: SimpleQueue[str] = SimpleQueue()

    def second() -> None:
        with lock.alone(tmp_path / ".cache", said.put):
            said.put("second")

    with lock.alone(tmp_path / ".cache", said.put):
        thread = Thread(target=second)
        thread.start()
        assert said.get() == "Another build uses .cache/: this one waits for it."
        said.put("first")
    thread.join()
    assert [said.get(), said.get()] == ["first", "second"]
    assert said.empty()


def test_the_lock_leaves_nothing_behind(tmp_path: Path) -> None:
    with lock.alone(tmp_path / ".cache", print):
        pass
    assert [path.name for path in tmp_path.rglob("*")] == [".cache"]
