// Numbers of a scale that may have no room in one row are a list to choose from as well: more than
// seven of them, and three scales beside each other. The looks show one of both. The numbers hold the
// answer; the list has no name, and follows them.

import { changed, form, make, say } from "./page.js";

const ROOM = 7; // numbers beside each other that a phone has room for

const boxes = (list) => [...list.previousElementSibling.querySelectorAll("input")];
const follow = (list) => (list.value = boxes(list).find((box) => box.checked)?.value ?? "");

const listed = (numbers) => {
  const options = [...numbers.children].map((label) =>
    make("option", { value: label.firstChild.value }, label.textContent),
  );
  const list = make("select", { className: "mt-list" }, make("option", { value: "" }, say("Choose")), ...options);
  const group = numbers.closest("fieldset");
  const names = group.getAttribute("aria-labelledby");
  if (names) list.setAttribute("aria-labelledby", names);
  else list.ariaLabel = group.querySelector("legend").firstChild.data;
  numbers.after(list);
};

for (const numbers of form.querySelectorAll(".mt-numbers"))
  if (numbers.children.length > ROOM || numbers.closest("tr")?.querySelectorAll(".mt-numbers")[2])
    listed(numbers);

form.addEventListener("mt-shown", () => form.querySelectorAll(".mt-list").forEach(follow));
form.addEventListener("input", ({ target }) => {
  const own = target.closest(".mt-ends")?.querySelector(".mt-list");
  if (!own) return;
  if (own !== target) return follow(own);
  const all = boxes(own);
  const had = all.find((box) => box.checked);
  for (const box of all) box.checked = box.value === own.value;
  changed(all.find((box) => box.checked) ?? had);
});
