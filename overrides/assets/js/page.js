// What the scripts find on a sheet's page, and the things that several of them make there.

export const form = document.getElementById("mt-sheet");
export const panel = document.getElementById("mt-keep");
export const slug = form.dataset.mtSheet;

/** Words of the interface in the page's language: the template writes them on the panel. */
export const say = (word) => panel.dataset["mt" + word];

/** An element with properties and children; text is never read as markup. */
export const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

export const button = (label, onclick) =>
  make("button", { type: "button", className: "mt-small", onclick }, label);

/** A control's answer: the value of a box only when it is ticked. Given an answer, it is put in. */
export const answer = (control, value) => {
  const box = /radio|checkbox/.test(control.type);
  if (value === undefined) return box && !control.checked ? "" : control.value;
  if (box) control.checked = control.value === value;
  else if (control.value !== value) control.value = value;
};

/** Says something where the person is: after the question being answered, or under the panel.
    It has a button for each way on, or one that closes it. */
export const notice = (text, ways = { [say("Close")]: () => {} }) => {
  const box = make("div", { className: "mt-notice" }, make("p", {}, text));
  for (const label in ways)
    box.append(button(label, () => (box.remove(), ways[label]())));
  for (const old of document.querySelectorAll(".mt-notice"))
    if (old.textContent === box.textContent) old.remove();
  (document.activeElement.closest(".mt-field, .mt-own") ?? panel).after(box);
  box.setAttribute("role", "alert");
};
