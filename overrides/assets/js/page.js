// What the scripts find on a sheet's page, and the two things they make there.

export const form = document.getElementById("mt-sheet");
export const panel = document.getElementById("mt-keep");
export const slug = form.dataset.mtSheet;

/** Words of the interface, in the page's language: the template writes them on the panel. */
export const say = (word) => panel.dataset["mt" + word];

/** An element with properties and children; text is never read as markup. */
export const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

export const button = (label, onclick) =>
  make("button", { type: "button", className: "mt-small", onclick }, label);
