// A drawing and its words as one picture, which a phone can send. Loaded only when asked for.

import { say } from "./page.js";
import { broken, text } from "./drawing.js";
import { saveAs } from "./download.js";
import { pngOf } from "./png.js";

const ROOM = 16; // round the drawing
const LINE = 20; // height of a line of words

/** A copy of the drawing that needs no stylesheet, with the words under it. */
const whole = (drawing, sentences) => {
  const picture = drawing.cloneNode(true);
  const [width, height] = drawing.getAttribute("viewBox").split(" ").slice(2).map(Number);
  const lines = sentences.flatMap((sentence) => broken(sentence, width));
  lines.forEach((words, at) => picture.append(text(0, height + LINE * (at + 1), words, "start")));
  const [w, h] = [width + 2 * ROOM, height + LINE * lines.length + 2 * ROOM];
  picture.setAttribute("viewBox", `${-ROOM} ${-ROOM} ${w} ${h}`);
  return picture;
};

export const save = async (drawing, list) => {
  const sentences = [...list.children].map((item) => item.textContent);
  const bytes = await pngOf(whole(drawing, sentences));
  saveAs(new Blob([bytes], { type: "image/png" }), say("Title") + ".png");
};
