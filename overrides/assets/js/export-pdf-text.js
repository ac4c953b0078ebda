// Letters in a PDF's fields: which of them the file's own font has, how wide they are, and how an
// answer is set in its field. Lengths are points; widths of letters are thousandths of their size.

import { refs } from "./export-pdf-file.js";

const RULE = (9 / 25.4) * 72; // writing lines stand 9 mm apart
const ABOVE = 3.5; // from a writing line's lower edge to the letters that stand on it
const LEAST = 8; // smaller letters than this cannot be read on paper
const LEAD = 1.1; // from line to line, in sizes of the letters
const PAD = 2; // left and right of the letters

const SAME = { "\u03bc": "\u00b5", "\u2010": "-", "\u2011": "-", "\t": "    " };
const UNSEEN = /(?!\n)[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;

/** The font of a file's answers: each letter that it has, with its glyph's number and width. */
export const font = async (pdf, ref) => {
  const type = pdf.read(ref);
  const [inside] = refs(type["/DescendantFonts"]);
  const [, ...widths] = pdf.read(inside)["/W"].match(/[\d.]+/g).map(Number);
  const named = await pdf.stream(type["/ToUnicode"]);
  const letters = new Map();
  for (const [, glyph, code] of named.matchAll(/^<(\w{4})> <(\w{4})>$/gm))
    letters.set(String.fromCharCode(`0x${code}`), { glyph, width: widths[Number(`0x${glyph}`)] });
  return letters;
};

/** An answer as glyphs, `\n` between lines, and the letters that the font lacks. */
export const spelled = (letters, text) => {
  const lacking = new Set();
  const plain = text.normalize("NFC").replace(/[\u03bc\u2010\u2011\t]/g, (same) => SAME[same]);
  const glyphs = Array.from(plain.replace(UNSEEN, ""), (letter) => {
    const known = letters.get(letter) ?? (/\p{Zs}|\n/u.test(letter) && letters.get(" "));
    if (!known) lacking.add(letter);
    return { ...(known || letters.get("?")), letter };
  });
  return { glyphs, lacking };
};

/** Lines of glyphs, broken where a line would be wider than `room`. */
export const broken = (glyphs, room) => {
  const lines = [];
  let line = [];
  let width = 0;
  let gap = 0; // where the line may be broken
  for (const one of glyphs) {
    if (one.letter === "\n") {
      lines.push(line);
      [line, width, gap] = [[], 0, 0];
      continue;
    }
    line.push(one);
    width += one.width;
    if (one.letter === " ") gap = line.length; // a space may hang over the edge
    else if (width > room && line.length > 1) {
      const rest = line.splice(gap || line.length - 1);
      lines.push(line);
      line = rest;
      width = line.reduce((sum, { width }) => sum + width, 0);
      gap = 0;
    } else if (one.letter === "-") gap = line.length;
  }
  return [...lines, line];
};

/** Leaves out the lines that have no room, and says so with three dots. */
const cut = (lines, most, letters) => {
  lines.length = most;
  lines.at(-1).splice(-2, 2, letters.get("\u2026"));
};

/** Sizes and leads to try, from the best on: on the writing lines and between them, or smaller. */
const choices = (size, ruled) => {
  if (ruled) return [[size, RULE], [size, RULE / 2], [LEAST, RULE / 3]];
  const sizes = Array.from({ length: Math.max(1, 1 + 2 * (size - LEAST)) }, (_, n) => size - n / 2);
  return sizes.map((points) => [points, LEAD * points]);
};

const n = (points) => Math.round(points * 100) / 100;

/**
 * How an answer is drawn in a field of this width and height, `ruled` when it has writing lines: the
 * text operators, the letters that the font lacks, and whether there was room for all of it.
 */
export const set = (letters, text, { width, height, ruled, look }) => {
  const { glyphs, lacking } = spelled(letters, text);
  const size = Number(look.match(/([\d.]+) Tf/)[1]);
  let fits, lines, lead, points, most;
  for ([points, lead] of choices(size, ruled)) {
    lines = broken(glyphs, ((width - 2 * PAD) / points) * 1000);
    // Above the first writing line there may be less room than between two.
    const room = ruled ? height - ABOVE - 0.7 * points + lead : height + 0.5;
    most = Math.max(1, Math.floor(room / lead));
    fits = lines.length <= most;
    if (fits) break;
  }
  if (!fits) cut(lines, most, letters);
  const middle = (height + (lines.length - 1) * lead - 0.66 * points) / 2;
  const y = ruled ? ABOVE + (most - 1) * lead : middle;
  const shown = lines.map((line) => `<${line.map(({ glyph }) => glyph).join("")}> Tj`).join(" T* ");
  const font = look.replace(/[\d.]+ Tf/, points + " Tf");
  const drawn = `${font} ${n(lead)} TL ${PAD} ${n(y)} Td ${shown}`;
  // Small letters do not stand on the writing lines: only the last one is left.
  const ground = ruled && lead < RULE ? `1 g 0 1 ${n(width)} ${n(height - 1)} re f ` : "";
  return { drawn: `/Tx BMC q ${ground}BT ${drawn} ET Q EMC`, lacking, fits };
};
