// The page about times without a network: which pages are kept, and "keep everything", with its size
// said first. The worker keeps the files; see sw.js.

const panel = document.getElementById("mt-offline");
const status = document.getElementById("mt-offline-status");
const [keepAll, stop, remove] = ["keep", "stop", "forget"].map((act) =>
  panel.querySelector(`[data-mt-do=${act}]`),
);
const { mtLanguage, mtLocale } = panel.dataset;
const site = new URL("../..", import.meta.url).href;
const AT_ONCE = 4; // files on their way at the same time

/** Words of the interface, with what stands for {names} in them. */
const say = (word, given = {}) =>
  Object.entries(given).reduce(
    (text, [name, value]) => text.replace(`{${name}}`, () => value),
    panel.dataset["mt" + word],
  );

const inWords = (bytes) => {
  const [number, word] = bytes < 1e6 ? [bytes / 1e3, "Kilobytes"] : [bytes / 1e6, "Megabytes"];
  const digits = { maximumFractionDigits: bytes < 1e6 ? 0 : 1 };
  return say(word, { n: number.toLocaleString(mtLocale, digits) });
};

/** Asks the worker for something, and resolves to its answer. */
const ask = async (...words) => {
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  active.postMessage(words, [port2]);
  return new Promise((resolve) => (port1.onmessage = ({ data }) => resolve(data)));
};

const sizeOf = (files) => files.reduce((all, { size }) => all + size, 0);

/** Shows what is kept now, and offers what is not. */
const show = async () => {
  const files = await ask("files", mtLanguage);
  const missing = files.filter(({ kept }) => !kept);
  const paths = new Set(files.flatMap(({ path, kept }) => (kept ? [site + path] : [])));
  for (const link of panel.querySelectorAll("li a"))
    link.parentNode.hidden = !paths.has(link.href);
  keepAll.hidden = !missing.length;
  keepAll.textContent = say("Keep", { size: inWords(sizeOf(missing)) });
  panel.querySelector(".mt-all-kept").hidden = missing.length > 0;
  panel.querySelector(".mt-offer-all").hidden = !missing.length;
  panel.hidden = false;
  return missing;
};

/** Says how it goes; the same words are not said twice. */
const tell = (text) => {
  if (status.textContent !== text) status.textContent = text;
};

/** Keeps all files, a few at a time, and says how far it is; resolves to what stopped it. */
const keepThese = async (files) => {
  const left = [...files];
  const all = sizeOf(files);
  let done = 0;
  let why;
  const next = async () => {
    for (let file; !why && (file = left.shift()); ) {
      const result = await ask("keep", file.path);
      if (result !== "kept") why ??= result;
      done += file.size;
      // In tenths: whoever listens to the page hears ten numbers, not a hundred.
      tell(say("Progress", { part: `${Math.floor((done / all) * 10) * 10}` }));
    }
  };
  stop.onclick = () => (why ??= "stopped");
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  return why;
};

/** Whether there is room, as far as the browser tells. */
const roomFor = async (bytes) => {
  const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
  return !quota || quota - usage > bytes;
};

const everything = async () => {
  const missing = (await ask("files", mtLanguage)).filter(({ kept }) => !kept);
  [keepAll.hidden, stop.hidden] = [true, false];
  stop.focus();
  // Asked for only now: a browser may ask the person.
  await navigator.storage?.persist?.();
  const room = await roomFor(sizeOf(missing));
  const why = room ? await keepThese(missing) : "full";
  if (why === "changed") (await navigator.serviceWorker.ready).update();
  if (!why) await ask("whole", mtLanguage);
  stop.hidden = true;
  const left = await show();
  const counted = { n: missing.length - left.length, all: missing.length };
  tell(why ? say(why[0].toUpperCase() + why.slice(1), counted) : say("Done"));
  (why ? keepAll : remove).focus();
};

const forget = async () => {
  await ask("forget");
  await show();
  tell(say("Forgotten"));
};

// Shown instead of a page that is not kept: which one it was.
const path = new URLSearchParams(location.search).get("page");
const wanted = path && new URL(site + path).href;
if (wanted?.startsWith(site)) {
  const missed = document.getElementById("mt-missed");
  missed.querySelector("a").href = wanted;
  missed.hidden = false;
}
if (navigator.serviceWorker) {
  keepAll.onclick = everything;
  remove.onclick = forget;
  show();
} else document.getElementById("mt-cannot").hidden = false;
