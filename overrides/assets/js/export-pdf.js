// Fills in a PDF: every answer stands in its field as it was written, and is drawn as well as it
// can be. What cannot be drawn in full is told to the caller.

import { dictionary, open, refs, string } from "./export-pdf-file.js";
import { font, set, spelled } from "./export-pdf-text.js";

/** The state of a button that is not off: the value that it stands for. */
const state = (pdf, button) =>
  Object.keys(pdf.read(pdf.read(button["/AP"])["/N"])).find((name) => name !== "/Off");

/** Presses the button that stands for an answer. False when there is none. */
const press = (pdf, ref, field, answer) => {
  const kids = field["/Kids"] ? refs(field["/Kids"]) : [ref];
  const wanted = field["/Kids"] ? `/${answer}` : state(pdf, field);
  const pressed = kids.find((kid) => state(pdf, pdf.read(kid)) === wanted);
  if (!pressed) return false;
  pdf.write(ref, dictionary({ ...field, "/V": wanted }));
  const one = pressed === ref ? { ...field, "/V": wanted } : pdf.read(pressed);
  pdf.write(pressed, dictionary({ ...one, "/AS": wanted }));
  return true;
};

/** Writes a text into its field, and says what of it cannot be seen there. */
const write = (pdf, letters, ref, field, text) => {
  const [left, low, right, high] = field["/Rect"].match(/-?[\d.]+/g).map(Number);
  const { drawn, lacking, fits } = set(letters.all, text, {
    width: right - left,
    height: high - low,
    ruled: "/MK" in field,
    look: field["/DA"].slice(1, -1),
  });
  const look = pdf.add(
    `<< /Type /XObject /Subtype /Form /BBox [0 0 ${right - left} ${high - low}] ` +
      `/Resources << /Font ${letters.named} >> /Length ${drawn.length} >>\n` +
      `stream\n${drawn}\nendstream`,
  );
  pdf.write(ref, dictionary({ ...field, "/V": string(text), "/AP": `<< /N ${look} >>` }));
  return { letters: [...lacking], fits };
};

/**
 * Fills in a PDF. `answers` are texts by the fields' names; a choice is the id of what was chosen,
 * a tick any text that is not empty.
 * What is too long for its place, or has none, stands on pages behind the sheet: `rest` is asked for
 * their `title` and their `entries`, each {question, answer}, by the names of both. So do `drawings`,
 * as export-pdf-pages.js wants them.
 * Resolves to the new file's `bytes`, and to `gaps`: the answers with letters that the file lacks,
 * each {name, letters}.
 */
export const fill = async (bytes, answers, rest, drawings = []) => {
  const pdf = open(bytes);
  const form = pdf.read(pdf.read(pdf.root)["/AcroForm"]);
  const named = pdf.read(form["/DR"])["/Font"];
  const letters = { named, all: await font(pdf, pdf.read(named)["/Answer"]) };
  const left = new Set(Object.keys(answers).filter((name) => answers[name]));
  const [gaps, cut] = [[], []];
  for (const ref of refs(form["/Fields"])) {
    const field = pdf.read(ref);
    const name = field["/T"].slice(1, -1);
    if (!left.has(name)) continue;
    if (field["/FT"] === "/Tx") {
      const seen = write(pdf, letters, ref, field, answers[name]);
      if (seen.letters.length) gaps.push({ name, letters: seen.letters });
      if (!seen.fits) cut.push(name);
      left.delete(name);
    } else if (press(pdf, ref, field, answers[name])) left.delete(name);
  }
  for (const name of left) {
    const lacking = [...spelled(letters.all, answers[name]).lacking];
    if (lacking.length) gaps.push({ name, letters: lacking });
  }
  if (cut.length || left.size || drawings.length) {
    const { add } = await import("./export-pdf-pages.js");
    const { title, entries } = rest(cut, [...left]);
    add(pdf, letters, title, entries, drawings);
  }
  return { bytes: pdf.save(), gaps };
};
