// Instructions and questions aloud, by a voice that this device has itself: what a voice on a server
// says goes to that server first. Answers are never read. Loaded when asked for.

import { form, make, notice } from "./page.js";
import { looks } from "./looks.js";
import { textOf } from "./questions.js";
import { rareWords } from "./rare-words.js";

const { reading: words } = await rareWords();

const LATEST = 2000; // milliseconds: some browsers tell of their voices late, and some never
const INSTRUCTIONS = "h2, h3, p, li";
const QUESTIONS = "h3, .mt-note, .mt-label, .mt-field > .mt-hint, .mt-option > label, thead th, .mt-row-named";

const root = document.documentElement;
const speech = window.speechSynthesis;

const language = RegExp(`^${root.lang}\\b|^${root.lang}_`, "i");
const own = () => speech.getVoices().find(({ localService, lang }) => localService && language.test(lang));

/** The device's own voice in the page's language, or nothing. */
const voice = async () => {
  if (!speech) return;
  if (!speech.getVoices().length)
    await new Promise((told) => {
      speech.addEventListener("voiceschanged", told, { once: true });
      setTimeout(told, LATEST);
    });
  return own();
};

const plain = (element) =>
  element.checkVisibility() && !element.closest("nav, .mt-same, .mt-again") && !element.querySelector("p, li");

const instructions = () =>
  [...document.querySelectorAll(`.mt-top-of-page :is(${INSTRUCTIONS})`)].filter(plain);

/** The sheet's questions; while one is shown alone, that one. */
const questions = () =>
  [...form.querySelectorAll(QUESTIONS)].filter(
    (one) => one.checkVisibility() && !one.closest(".mt-again, .mt-both") && (!root.matches(".mt-stepping") || one.closest(".mt-field")),
  );

let running; // which reading this is: an older one has nothing to say any more

const mark = (element) => {
  document.querySelector(".mt-spoken")?.classList.remove("mt-spoken");
  element?.classList.add("mt-spoken");
};

const told = () => {
  for (const one of document.querySelectorAll("[data-mt-do=aloud]")) one.ariaExpanded = !!panel;
};

let panel;

const stop = () => {
  running = undefined;
  speech?.cancel();
  mark();
};

const close = () => {
  stop();
  panel?.remove();
  panel = undefined;
  told();
};

const said = (text, speaker) =>
  new Promise((done) => {
    const part = new SpeechSynthesisUtterance(text);
    Object.assign(part, { voice: speaker, lang: speaker.lang, onend: done, onerror: done });
    speech.speak(part);
  });

const read = async (elements, speaker) => {
  stop();
  const reading = (running = {});
  for (const element of elements) {
    if (running !== reading) return;
    mark(element);
    await said(textOf(element), speaker);
  }
  if (running === reading) mark();
};

const button = (word, onclick) =>
  make("button", { type: "button", className: "mt-small", onclick }, words[word]);

/** Offers what can be read aloud, behind the button that was pressed, or puts it away again. */
export const offer = async (asked) => {
  if (panel) return close();
  const speaker = await voice();
  await looks;
  if (!speaker) return notice(words.none);
  const alone = root.matches(".mt-stepping");
  panel = make("span", { className: "mt-aloud" },
    ...(alone ? [] : [button("instructions", () => read(instructions(), speaker))]),
    button(alone ? "question" : "questions", () => read(questions(), speaker)),
    button("stop", stop),
  );
  asked.after(panel);
  told();
  if (alone) read(questions(), speaker);
};

addEventListener("hashchange", close);
addEventListener("pagehide", stop);
