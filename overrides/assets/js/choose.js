// The finder on the page of all tools: shows those that fit, says how many there are, and keeps the
// choice in the address.

const form = document.getElementById("mt-choose");
const status = document.getElementById("mt-chosen");
const selects = [...form.querySelectorAll("select")];
const tools = [...document.querySelectorAll("[data-mt-is]")].map((item) => {
  const facts = item.dataset.mtIs.split(" ");
  return { item, facts: new Set(facts), minutes: +facts.at(-1) };
});
const shelves = [...document.querySelectorAll(".mt-shelf, .mt-theme")].filter((shelf) =>
  shelf.querySelector("[data-mt-is]"),
);

/** Whether a tool fits a choice; minutes are the most that there are. */
const fits = (tool, { name, value }) =>
  !value || (name === "minutes" ? tool.minutes <= value : tool.facts.has(value));

/** How many tools each option would leave, with all other choices as they are. */
const count = (select) => {
  const left = tools.filter((tool) =>
    selects.every((other) => other === select || fits(tool, other)),
  );
  for (const option of [...select.options].slice(1)) {
    const n = left.filter((tool) => fits(tool, { name: select.name, value: option.value })).length;
    option.text = option.text.replace(/\d+\)$/, `${n})`);
    option.disabled = !n && !option.selected;
  }
};

const show = () => {
  const chosen = tools.filter((tool) => selects.every((select) => fits(tool, select)));
  const shown = new Set(chosen);
  for (const tool of tools) tool.item.hidden = !shown.has(tool);
  for (const shelf of shelves) shelf.hidden = !shelf.querySelector("[data-mt-is]:not([hidden])");
  selects.forEach(count);
  const { mtCount, mtNone } = form.dataset;
  const any = selects.some(({ value }) => value);
  status.textContent = !any ? "" : chosen.length ? mtCount.replace("{n}", chosen.length) : mtNone;
};

const restore = () => {
  const asked = new URLSearchParams(location.search);
  for (const select of selects) {
    select.value = asked.get(select.name) ?? "";
    if (select.selectedIndex < 0) select.value = "";
  }
  show();
};

form.onchange = () => {
  const asked = new URLSearchParams(selects.flatMap(({ name, value }) => (value ? [[name, value]] : [])));
  history.replaceState(null, "", asked.size ? `?${asked}` : location.pathname);
  show();
};
form.onsubmit = (event) => event.preventDefault();
addEventListener("pageshow", restore);
restore();
