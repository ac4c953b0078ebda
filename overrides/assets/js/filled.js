// The buttons for filled files. What fills the files in is fetched when one of them is pressed.

const place = document.getElementById("mt-filled");

const press = async (button) => {
  try {
    const { take } = await import("./fill.js");
    await take(button);
  } catch {
    place.querySelector("[role=status]").textContent = place.dataset.mtFailed;
  }
};

place?.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-mt-fill]");
  if (button) press(button);
});
place?.removeAttribute("hidden");
