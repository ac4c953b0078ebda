// Numbers of a scale that have no room in one row are a list to choose from: the looks show one of
// both. The numbers hold the answer; the list has no name, and follows them. Fetched where a sheet
// names it: see crowded in pages/form.py.

import { changed, form, make, say } from "./page.js";

const chosen = (list) => list.previousSibling.querySelector(":checked");
const follow = (list) => (list.value = chosen(list)?.value ?? "");
const followAll = () => form.querySelectorAll(".mt-list").forEach(follow);

for (const numbers of form.querySelectorAll(".mt-numbers")) {
  const options = [...numbers.children].map(
    (label) => new Option(label.textContent, label.firstChild.value),
  );
  const list = make("select", { className: "mt-list" }, new Option(say("Choose"), ""), ...options);
  const group = numbers.closest("fieldset");
  const names = group.getAttribute("aria-labelledby");
  if (names) list.setAttribute("aria-labelledby", names);
  else list.ariaLabel = group.firstChild.firstChild.data;
  numbers.after(list);
}
followAll();

form.addEventListener("mt-shown", followAll);
form.addEventListener("input", ({ target }) => {
  const list = target.closest(".mt-ends")?.querySelector("select");
  if (!list) return;
  if (list !== target) return follow(list);
  const box = list.previousSibling.querySelector(`[value="${list.value}"]`);
  const one = box ?? chosen(list);
  one.checked = !!box;
  changed(one);
});
