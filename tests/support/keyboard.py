"""A walk through a page with the Tab key: where the focus stands, and what is wrong there."""

import io
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from PIL import Image
from playwright.sync_api import Page

# Gives everything that can have the focus its number, in the order of the text. A radio group is
# one stop: the arrow keys move within it. Says how many there are.
NUMBER = """() => {
  window.mtStops = new Map();
  const groups = new Map();
  const all = "a[href], button, input, select, textarea, summary, [tabindex]";
  let next = 0;
  for (const e of document.querySelectorAll(all)) {
    if (e.tabIndex < 0 || e.disabled || !e.checkVisibility({visibilityProperty: true})) continue;
    const group = e.type === "radio" && e.name;
    const number = group && groups.has(group) ? groups.get(group) : next++;
    if (group) groups.set(group, number);
    window.mtStops.set(e, number);
  }
  return next;
}"""
# What an element with the focus is like. `box` is on the page, `seen` and `free` are in the window;
# what is not seen itself (a chooser of files) shows the focus on its label. A browser brings the
# line that is written on into the window, not the whole of a long field. The button within a field
# for dates has a ring of its own, which no script can ask for.
LIKE = """(e) => {
  const hidden = getComputedStyle(e).clipPath !== "none";
  const shown = hidden ? e.labels[0] : e;
  const [line] = shown.getClientRects();
  const {left, top, right, bottom} = shown.getBoundingClientRect();
  const [x, y] = [line.left + line.right, line.top + Math.min(line.bottom, innerHeight)];
  const inside = Math.min(bottom, innerHeight) - Math.max(top, 0);
  const over = document.elementFromPoint(x / 2, y / 2);
  return {
    number: window.mtStops.get(e),
    html: e.outerHTML.slice(0, 140),
    box: [left + scrollX, top + scrollY, right + scrollX, bottom + scrollY],
    clip: {x: left, y: top, width: right - left, height: bottom - top},
    looks: [e.localName, e.type, e.className, shown.className].join(" "),
    seen: left >= 0 && right <= innerWidth && inside >= Math.min(bottom - top, 40),
    free: !!over && (shown.contains(over) || over.closest("label")?.control === e),
    ringed: e.type === "date" || getComputedStyle(shown).outlineStyle !== "none",
  };
}"""
# Notes each stop as the focus comes to it; when it leaves the page, further presses do nothing.
WATCH = f"""() => {{
  const like = {LIKE};
  window.mtWalk?.abort();
  window.mtWalk = new AbortController();
  const {{signal}} = window.mtWalk;
  window.mtSeen = [];
  window.mtLeft = false;
  const note = (e) => window.mtStops.has(e) && window.mtSeen.push(like(e));
  addEventListener("focusin", ({{target}}) => note(target), {{signal}});
  addEventListener("focusout", (event) => {{ window.mtLeft ||= !event.relatedTarget }}, {{signal}});
  addEventListener("keydown", (event) => window.mtLeft && event.preventDefault(), {{signal}});
}}"""
# Gives a stop the focus again, and says where it is in the window.
FOCUS = f"""(number) => {{
  const like = {LIKE};
  const [e] = [...window.mtStops].find(([, one]) => one === number);
  e.focus({{focusVisible: true}});
  e.scrollIntoView({{block: "center"}});
  return like(e).clip;
}}"""
SEEN = "() => [window.mtSeen.splice(0), window.mtLeft]"
PRESSES, MOST = 20, 100  # at a time, and how often: more than any page has stops
ROUND = 7  # CSS pixels around an element within which its ring is drawn
RING = 2  # CSS pixels: as thick as WCAG 2.4.13 wants the ring at least
CLEAR = 3  # times lighter or darker with the focus than without it


def walk(page: Page, key: str) -> tuple[list[dict[str, Any]], list[str]]:
    """Presses `key` until the focus leaves the page: each stop once, and what is wrong at them."""
    page.evaluate(WATCH)
    stops: list[dict[str, Any]] = []
    for _ in range(MOST):
        for _ in range(PRESSES):
            page.keyboard.press(key)
        seen, left = page.evaluate(SEEN)
        stops += seen
        if left:
            break
    faults = [] if left else [f"the focus does not leave the page: {stops[-1]['html']}"]
    said = {"seen": "outside the window", "free": "covered", "ringed": "without a ring"}
    faults += [
        f"{words}: {stop['html']}"
        for stop in stops
        for name, words in said.items()
        if not stop[name]
    ]
    return stops, faults


def ring_faults(page: Page, stops: list[dict[str, Any]]) -> Iterator[str]:
    """Whether enough is lighter or darker around the first element of each look that has focus."""
    for stop in {stop["looks"]: stop for stop in reversed(stops) if stop["seen"]}.values():
        clip = page.evaluate(FOCUS, stop["number"])
        box = {name: clip[name] - ROUND for name in ("x", "y")}
        box |= {name: clip[name] + 2 * ROUND for name in ("width", "height")}
        focused = picture(page, box)
        page.evaluate("document.activeElement.blur()")
        without = picture(page, box)
        changed = sum(
            contrast(one, other) >= CLEAR for one, other in zip(focused, without, strict=True)
        )
        needed = RING * 2 * (clip["width"] + clip["height"])
        if changed < needed:
            yield f"{changed} of {needed:.0f} pixels tell the focus: {stop['html']}"


def picture(page: Page, box: dict[str, Any]) -> list[float]:
    """How light each pixel of a part of the window is, from 0 to 1."""
    shot = Image.open(io.BytesIO(page.screenshot(clip=box))).convert("RGB")  # type: ignore[arg-type]
    known: dict[Any, float] = {}
    return [known.setdefault(p, lightness(p)) for p in shot.get_flattened_data()]


def lightness(pixel: Any) -> float:
    """Relative luminance, as WCAG defines it."""
    linear = [
        one / 12.92 if (one := part / 255) <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4
        for part in pixel
    ]
    red, green, blue = linear
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


def contrast(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def order_faults(stops: list[dict[str, Any]]) -> Iterator[str]:
    """Stops that stand wholly above the one before, or on its left: the eye would jump back.

    Above and wholly on the right is the head of the next column.
    """
    for before, here in pairwise(stops):
        left, top, right, bottom = here["box"]
        its_left, its_top, its_right, its_bottom = before["box"]
        above = bottom <= its_top + 1 and left < its_right - 1
        back = right <= its_left + 1 and top < its_bottom - 1
        if above or back:
            yield f"{'above' if above else 'left of'} {before['html']}: {here['html']}"
