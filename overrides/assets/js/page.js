// What the scripts find on a page with answers, and the things that several of them make there.

export const form = document.getElementById("mt-sheet");
export const panel = document.getElementById("mt-keep");
export const slug = form?.dataset.mtSheet;

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

/** Whether anything is answered in one of these tables. */
export const written = (tables) =>
  tables.some((table) => [...table.querySelectorAll("input, textarea")].some((one) => answer(one)));

/** Lets all that listen know of an answer that was not typed. */
export const changed = (control) => control.dispatchEvent(new Event("input", { bubbles: true }));

/** The number that a person wrote, such as 7,5 or −3, or NaN. */
export const number = (text) => {
  const plain = text.trim().replace(",", ".").replace("−", "-");
  return /^[+-]?\d{1,9}(\.\d*)?$/.test(plain) ? +plain : NaN;
};

/** A number as the language writes it, with a real minus. */
export const digits = (number) =>
  number.toLocaleString(say("Locale"), { useGrouping: false }).replace("-", "−");

/** Does what a module is fetched for; says so when it cannot be had. */
export const fetched = (module, act, told = () => notice(say("Unreached"))) => module.then(act).catch(told);

/** Says something where the person is: after the question being answered, or under the panel.
    It has a button for each way on, or one that closes it. What was said of the same matter goes;
    `good` news are no warning, and are said by whoever asks for them. */
export const notice = (text, ways = { [say("Close")]: () => {} }, { matter, good, more = [] } = {}) => {
  const box = make("div", { className: "mt-notice" }, make("p", {}, text), ...more);
  const from = document.activeElement;
  for (const label in ways)
    box.append(
      button(label, () => {
        box.remove();
        from.focus({ preventScroll: true });
        ways[label]();
      }),
    );
  box.dataset.mtMatter = matter ?? text;
  for (const old of document.querySelectorAll(".mt-notice"))
    if (old.dataset.mtMatter === box.dataset.mtMatter) old.remove();
  (from.closest(".mt-field, .mt-own") ?? panel).after(box);
  if (good) box.classList.add("mt-good");
  box.setAttribute("role", good ? "status" : "alert");
  return box;
};
