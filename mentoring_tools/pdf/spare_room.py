"""The blank end of a sheet's last page becomes writing lines of its open questions.

What WeasyPrint has laid out is moved, not laid out again: that would take as long as before.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from mentoring_tools.pdf.copyfit import END

#: Pixels of the layout from one writing line to the next; CSS has 96 pixels an inch.
_RULE = 9 * 96 / 25.4

#: What stays blank above the page's foot, in pixels.
_BLANK = 4 * 96 / 25.4

#: The most lines of one question.
_MOST = 8

#: What is written on, as a class in downloads/print/.
_WRITING = "writing"

#: Boxes of one line of the page end at the same height, within a pixel.
_SAME = 1


@dataclass
class _Question:
    """What is written on a line of the page: one question, or two beside each other."""

    boxes: list[Any]
    lines: int
    more: int = 0

    @property
    def bottom(self) -> float:
        """Where it ends on the page, in pixels."""
        return _bottom(self.boxes[0])


def give(document: Any) -> None:
    """Gives the open questions of a sheet the room that its last page has left, in place."""
    document.pages = [_filled(page) for page in document.pages]


def _filled(page: Any) -> Any:
    end = page.anchors.get(END)
    root = page._page_box  # noqa: SLF001 - a page has no public way to what stands on it
    bottom = root.content_box_y() + root.height - _BLANK
    left = int((bottom - end[1]) / _RULE) if end else 0
    questions = list(_questions(root)) if left > 0 else []
    if not questions:
        return page
    _share(questions, left)
    for question in reversed(questions):
        _lengthen(root, question)
    # A page knows where its fields and links are from the time when it is made.
    return type(page)(root)


def _questions(root: Any) -> Iterator[_Question]:
    """The questions of a page that can grow, from its top on."""
    boxes = sorted((box for box in _below(root) if _is_writing(box)), key=_bottom)
    line: list[Any] = []
    for box in boxes:
        if line and _bottom(box) - _bottom(line[0]) > _SAME:
            yield _Question(line, len(_rules(line[0])))
            line = []
        line.append(box)
    if line:
        yield _Question(line, len(_rules(line[0])))


def _share(questions: Iterable[_Question], left: int) -> None:
    """Line by line to the question that has fewest, to the first of several."""
    for _ in range(left):
        least = min(questions, key=lambda question: question.lines + question.more)
        if least.lines + least.more >= _MOST:
            return
        least.more += 1


def _lengthen(root: Any, question: _Question) -> None:
    """Moves what stands below a question, and adds its new lines."""
    by = question.more * _RULE
    _move(root, question, by)
    for box in question.boxes:
        rule = _rules(box)[-1]
        box.height += by
        for child in box.children:
            if child.element_tag == "textarea":
                child.height += by
        for number in range(question.more):
            again = rule.copy()
            again.margin_top = again.position_y = 0
            again.height = _RULE - (rule.border_height() - rule.height)
            again.position_y = rule.position_y + rule.border_height() + number * _RULE
            box.children = [*box.children, again]


def _move(box: Any, question: _Question, by: float) -> bool:
    """Moves what stands below a question; a box in which it stands grows, as its frame may show.

    Says whether the question stands in this box.
    """
    held = False
    for child in _children(box):
        if any(child is one for one in question.boxes):
            held = True
        elif child.position_y >= question.bottom - _SAME:
            child.translate(0, by)
        elif _move(child, question, by):
            child.height += by
            held = True
    return held


def _below(box: Any) -> Iterator[Any]:
    for child in _children(box):
        yield child
        yield from _below(child)


def _children(box: Any) -> Iterator[Any]:
    """What stands in a box, without the page's own foot, which stays where it is."""
    return (child for child in getattr(box, "children", ()) if not hasattr(child, "at_keyword"))


def _is_writing(box: Any) -> bool:
    element = box.element
    return element is not None and _WRITING in element.get("class", "").split()


def _rules(box: Any) -> list[Any]:
    """The writing lines of a question."""
    return [child for child in box.children if child.element_tag == "i"]


def _bottom(box: Any) -> float:
    return float(box.position_y + box.border_height())
